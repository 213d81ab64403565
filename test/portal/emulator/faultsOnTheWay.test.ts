import assert from "node:assert/strict";
import { request } from "node:http";
import { Emulator } from "../../emulator/emulator";
import type { Fault } from "../../emulator/faults";
import { eventually, post, postForJson } from "./support/overSocket";
import { asObject, noon } from "./support/portalCalls";

const pilot = { DIALOG_ID: "chat29" };

describe("Faults between client and portal", () => {
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

  describe("on the connection", () => {
    it("latency answers late and counts as operating time", async () => {
      emulator.setFault({ name: "latency", ms: 150 });
      const startMs = performance.now();
      const { time } = await postForJson(emulator, "server.time");
      assert.ok(performance.now() - startMs > 140);
      assert.equal(asObject(time)["operating"], 0.15);
    });

    it("latency joins any other fault", async () => {
      emulator.setFault({ name: "latency", ms: 40 });
      emulator.setFault({ name: "html502" });
      const startMs = performance.now();
      assert.equal((await post(emulator, "profile")).status, 502);
      assert.ok(performance.now() - startMs > 35);
    });

    it("hang never answers, and the journal sees the client give up", async () => {
      emulator.setFault({ name: "hang" });
      const patience = new AbortController();
      const asked = post(emulator, "profile", {}, patience.signal);
      await eventually(() => {
        assert.equal(emulator.callsTo("profile").length, 1);
      });
      assert.equal(emulator.callsTo("profile")[0]?.status, undefined);
      patience.abort();
      await assert.rejects(asked, { name: "AbortError" });
      await eventually(() => {
        assert.equal(emulator.callsTo("profile")[0]?.wasAborted, true);
      });
    });

    it("a client that leaves during the latency is noticed too", async () => {
      emulator.setFault({ name: "latency", ms: 60_000 });
      const patience = new AbortController();
      const asked = post(emulator, "profile", {}, patience.signal);
      await eventually(() => {
        assert.equal(emulator.journal.length, 1);
      });
      patience.abort();
      await assert.rejects(asked);
      await eventually(() => {
        assert.equal(emulator.journal[0]?.wasAborted, true);
      });
    });

    it("reset drops the connection without a status", async () => {
      emulator.setFault({ name: "reset" });
      await assert.rejects(post(emulator, "profile"), TypeError);
      assert.equal(emulator.callsTo("profile")[0]?.status, undefined);
    });

    it("truncate cuts the body below its announced length", async () => {
      emulator.setFault({ name: "truncate" });
      const reply = await post(emulator, "imbot.dialog.get", pilot);
      assert.equal(reply.status, 200);
      await assert.rejects(reply.text());
    });

    it("truncate can also cut the JSON of a complete reply", async () => {
      emulator.setFault({ name: "truncate", cut: "json" });
      const reply = await post(emulator, "imbot.dialog.get", pilot);
      const text = await reply.text();
      assert.equal(text.length, Number(reply.headers.get("content-length")));
      assert.throws(() => JSON.parse(text) as unknown, SyntaxError);
    });

    it("slowDrip sends byte after byte", async () => {
      emulator.setFault({ name: "slowDrip", intervalMs: 1 });
      const pieces = await readInPieces(`${emulator.webhook()}server.time`);
      assert.ok(pieces.length > 20);
      const parsed = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      assert.equal(parsed["result"], "2026-03-17T12:00:00+02:00");
    });

    it("utf8Broken puts bytes into the text that no character has", async () => {
      emulator.setFault({ name: "utf8Broken" });
      const bytes = await (await post(emulator, "server.time")).arrayBuffer();
      assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes), TypeError);
      assert.doesNotThrow(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown);
    });
  });

  describe("in front of the portal", () => {
    for (const [name, status] of [
      ["html502", 502],
      ["html503", 503],
      ["html200", 200],
    ] as const) {
      it(`${name} answers with a page`, async () => {
        emulator.setFault({ name });
        const reply = await post(emulator, "profile");
        assert.equal(reply.status, status);
        assert.match(reply.headers.get("content-type") ?? "", /html/);
        assert.match(await reply.text(), /^<html>/);
      });
    }

    it("empty200 answers with nothing", async () => {
      emulator.setFault({ name: "empty200" });
      const reply = await post(emulator, "profile");
      assert.deepEqual([reply.status, await reply.text()], [200, ""]);
    });

    it("notObject answers with JSON that is no object", async () => {
      for (const body of ["[]", "null", '"ok"'] as const) {
        emulator.clearFaults();
        emulator.setFault({ name: "notObject", body });
        assert.equal(await (await post(emulator, "profile")).text(), body);
      }
    });

    it("noResult leaves the result out", async () => {
      emulator.setFault({ name: "noResult" });
      assert.deepEqual(Object.keys(await postForJson(emulator, "profile")), ["time"]);
    });

    it("rate refuses so many requests and then lets through", async () => {
      emulator.setFault({ name: "rate", times: 2 });
      const statuses = [];
      for (let request = 0; request < 3; request++) {
        const reply = await post(emulator, "profile");
        statuses.push(reply.status);
        await reply.text();
      }
      assert.deepEqual(statuses, [503, 503, 200]);
    });

    it("redirects keep the path and change the place", async () => {
      const path = new URL(`${emulator.webhook()}profile`).pathname;
      const places: readonly [Fault, string][] = [
        [
          { name: "redirectRename", to: "https://renamed.bitrix24.example" },
          `https://renamed.bitrix24.example${path}`,
        ],
        [{ name: "redirectLoop" }, `${emulator.origin}${path}`],
        [{ name: "redirectHttp" }, `http://portal.bitrix24.example${path}`],
        [{ name: "redirectForeign" }, `https://portal.evil.example${path}`],
      ];
      for (const [fault, location] of places) {
        emulator.clearFaults();
        emulator.setFault(fault);
        const reply = await post(emulator, "profile");
        assert.equal(reply.status, 302);
        assert.equal(reply.headers.get("location"), location);
      }
    });

    it("a renamed portal goes on at the second emulator", async () => {
      const renamed = await Emulator.start({ clock: () => noon });
      try {
        emulator.setFault({ name: "redirectRename", to: renamed.origin });
        const location = (await post(emulator, "imbot.dialog.get")).headers.get("location") ?? "";
        const reply = await fetch(location, { method: "POST", body: "DIALOG_ID=chat29" });
        assert.equal(reply.status, 200);
        await reply.text();
        assert.equal(renamed.callsTo("imbot.dialog.get").length, 1);
      } finally {
        await renamed.stop();
      }
    });
  });
});

/** The body in the pieces in which it arrived. */
async function readInPieces(url: string): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    request(url, (reply) => {
      const pieces: Buffer[] = [];
      reply.on("data", (piece: Buffer) => pieces.push(piece));
      reply.on("end", () => {
        resolve(pieces);
      });
    })
      .on("error", reject)
      .end();
  });
}
