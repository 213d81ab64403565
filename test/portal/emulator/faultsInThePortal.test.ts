import assert from "node:assert/strict";
import { Emulator } from "../../emulator/emulator";
import type { Fault } from "../../emulator/faults";
import { post, postForJson } from "./support/overSocket";
import { asObject, noon } from "./support/portalCalls";

const pilot = { DIALOG_ID: "chat29" };

describe("Faults inside the portal", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start({ clock: () => noon, isThrottled: false });
  });
  beforeEach(() => {
    emulator.reset();
  });
  after(async () => {
    await emulator.stop();
  });

  describe("refuse or reshape", () => {
    const refusals: readonly [Fault, number, unknown][] = [
      [{ name: "stopped" }, 403, "PORTAL_DELETED"],
      [{ name: "overload" }, 401, "OVERLOAD_LIMIT"],
      [{ name: "noPlan" }, 401, "ACCESS_DENIED"],
      [{ name: "secretRotated" }, 401, "INVALID_CREDENTIALS"],
      [{ name: "scopeLost", scope: "imbot" }, 401, "insufficient_scope"],
      [{ name: "ban", seconds: 300 }, 429, "OPERATION_TIME_LIMIT"],
      [{ name: "error200" }, 200, "ACCESS_ERROR"],
      [{ name: "numericError" }, 400, 100],
      [{ name: "emptyDescription" }, 400, "ERROR_CORE"],
      [
        { name: "refuse", status: 401, code: "METHOD_CONFIRM_WAITING", description: "Waiting" },
        401,
        "METHOD_CONFIRM_WAITING",
      ],
    ];
    for (const [fault, status, code] of refusals) {
      it(`${fault.name} refuses with ${String(code)}`, async () => {
        emulator.setFault(fault);
        const reply = await post(emulator, "imbot.dialog.get", pilot);
        assert.equal(reply.status, status);
        assert.equal(((await reply.json()) as Record<string, unknown>)["error"], code);
      });
    }

    it("a lost scope leaves methods of other scopes alone, and reaches the items of a batch", async () => {
      emulator.setFault({ name: "scopeLost", scope: "im" });
      assert.ok("result" in (await postForJson(emulator, "imbot.dialog.get", pilot)));
      assert.deepEqual((await postForJson(emulator, "scope"))["result"], ["imbot", "imopenlines"]);
      const parts = asObject(
        (await postForJson(emulator, "batch", { cmd: { a: "im.user.get" } }))["result"],
      );
      assert.deepEqual(parts["result_error"], {
        a: { error: "insufficient_scope", error_description: "" },
      });
    });

    it("a ban ends on the emulator's clock", async () => {
      emulator.setFault({ name: "ban", seconds: 300 });
      emulator.advance(299_000);
      assert.equal((await post(emulator, "profile")).status, 429);
      emulator.advance(1_000);
      assert.equal((await post(emulator, "profile")).status, 200);
    });

    it("emptyDescription can leave the key out", async () => {
      emulator.setFault({ name: "emptyDescription", isMissing: true });
      assert.deepEqual(await postForJson(emulator, "profile"), { error: "ERROR_CORE" });
      emulator.clearFaults();
      emulator.setFault({ name: "emptyDescription" });
      assert.equal((await postForJson(emulator, "profile"))["error_description"], "");
    });

    it("longDescription is long and holds markup and the secret", async () => {
      emulator.setFault({ name: "longDescription" });
      const text = (await postForJson(emulator, "profile"))["error_description"];
      assert.ok(typeof text === "string" && text.length >= 64 * 1024);
      assert.ok(text.includes("<script>") && text.includes("demo0secret0demo"));
    });

    it("nullResult finds nothing", async () => {
      emulator.setFault({ name: "nullResult" });
      assert.equal((await postForJson(emulator, "imbot.dialog.get", pilot))["result"], null);
    });

    it("huge adds five megabytes", async () => {
      emulator.setFault({ name: "huge" });
      const reply = await post(emulator, "imbot.dialog.get", pilot);
      assert.ok((await reply.arrayBuffer()).byteLength > 5 * 1024 * 1024);
    });

    it("wrongTypes turns numbers into text, flags into letters and maps into lists", async () => {
      emulator.setFault({ name: "wrongTypes" });
      const record = asObject((await postForJson(emulator, "imbot.dialog.get", pilot))["result"]);
      assert.equal(record["id"], "29");
      assert.equal(record["extranet"], "N");
      assert.equal(record["text_field_enabled"], "Y");
      assert.deepEqual(record["permissions"], []);
      assert.deepEqual(record["manager_list"], ["1", "39"]);
    });

    it("extraKeys adds keys nobody knows, missingKeys leaves only the id", async () => {
      emulator.setFault({ name: "extraKeys" });
      const more = asObject((await postForJson(emulator, "imbot.dialog.get", pilot))["result"]);
      assert.equal(more["name"], "Delivery bot pilot");
      assert.deepEqual(more["future_map"], { depth: { value: 1 } });
      assert.ok(Object.hasOwn(more, "__proto__"), "a key like any other on the wire");
      emulator.clearFaults();
      emulator.setFault({ name: "missingKeys" });
      const less = (await postForJson(emulator, "imbot.dialog.get", pilot))["result"];
      assert.deepEqual(less, { id: 29 });
    });
  });

  describe("strike where they are aimed", () => {
    it("at a method in any case", async () => {
      emulator.setFault({ name: "html502" }, { method: "imbot.v2.Chat.get" });
      assert.equal((await post(emulator, "profile")).status, 200);
      assert.equal((await post(emulator, "imbot.v2.chat.get")).status, 502);
    });

    it("at a dialog, alone or as an item of a batch", async () => {
      emulator.setFault({ name: "numericError" }, { dialogId: "chat30" });
      assert.ok("result" in (await postForJson(emulator, "imbot.dialog.get", pilot)));
      assert.equal(
        (await postForJson(emulator, "imbot.dialog.get", { dialog_id: "chat30" }))["error"],
        100,
      );
      const cmd = {
        a: "imbot.dialog.get?DIALOG_ID=chat29",
        b: "imbot.dialog.get?DIALOG_ID=chat30",
      };
      const parts = asObject((await postForJson(emulator, "batch", { cmd }))["result"]);
      assert.deepEqual(Object.keys(asObject(parts["result"])), ["a"]);
      assert.equal(asObject(asObject(parts["result_error"])["b"])["error"], 100);
    });

    it("at a whole batch for what happens outside of the portal", async () => {
      emulator.setFault({ name: "html503" }, { dialogId: "chat30" });
      const cmd = ["imbot.dialog.get?DIALOG_ID=chat30"];
      assert.equal((await post(emulator, "batch", { cmd })).status, 503);
      assert.equal((await post(emulator, "batch", { cmd: ["scope"] })).status, 200);
    });

    it("at the next calls only", async () => {
      emulator.setFault({ name: "error200" }, { method: "profile", calls: 1 });
      assert.ok("error" in (await postForJson(emulator, "profile")));
      assert.ok("result" in (await postForJson(emulator, "profile")));
    });
  });
});
