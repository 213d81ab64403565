import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Emulator } from "../../emulator/emulator";
import type { Fault } from "../../emulator/faults";
import { inspect } from "../support/commands";
import { logShows } from "../support/outputChannels";
import { usePortal } from "../support/portalUnderTest";
import { withRequestTimeout, withSetting } from "../support/settings";
import { showsTabs } from "../support/tabs";

/** What the log says of a call, behind method and host. */
interface FailureCase {
  readonly what: string;
  readonly fault: Fault;
  readonly logged: string;
}

const failures: readonly FailureCase[] = [
  {
    what: "a webhook that was rotated",
    fault: { name: "secretRotated" },
    logged: "INVALID_CREDENTIALS, HTTP 401",
  },
  { what: "a gateway's page", fault: { name: "html502" }, logged: "notJson, HTTP 502" },
  { what: "a captive portal's page", fault: { name: "html200" }, logged: "notJson, HTTP 200" },
  { what: "an empty reply", fault: { name: "empty200" }, logged: "notJson, HTTP 200" },
  {
    what: "a reply that is cut off",
    fault: { name: "truncate", cut: "connection" },
    logged: "interrupted, HTTP 200",
  },
  { what: "a connection that breaks", fault: { name: "reset" }, logged: "unreachable, no answer" },
  { what: "no result", fault: { name: "noResult" }, logged: "malformed, HTTP 200" },
  {
    what: "a long text with the secret in it",
    fault: { name: "longDescription" },
    logged: "ERROR_CORE, HTTP 400",
  },
  {
    what: "used up working time",
    fault: { name: "ban", seconds: 300 },
    logged: "OPERATION_TIME_LIMIT, HTTP 429",
  },
  {
    what: "a redirect to another domain",
    fault: { name: "redirectForeign" },
    logged: "redirected, HTTP 302",
  },
  {
    what: "a redirect to plain http",
    fault: { name: "redirectHttp" },
    logged: "redirected, HTTP 302",
  },
  {
    what: "a redirect in a circle",
    fault: { name: "redirectLoop" },
    logged: "redirected, HTTP 302",
  },
];

describe("Failures", () => {
  const portal = usePortal();

  /** The log says how the call for a dialog ended; other parameters and addresses are not in it. */
  async function logsCall(
    outcome: string,
    method = "imbot.dialog.get",
    dialog = / chat\d+/,
  ): Promise<void> {
    const level = outcome.startsWith("ok") ? "info" : "warning";
    const line = [`[${level}] ${method}`, ` at ${portal.host}: ${outcome}`];
    const [before = "", after = ""] = line.map((text) => text.replace(/[.|[\]]/g, "\\$&"));
    await logShows(new RegExp(before + dialog.source + after));
  }

  for (const { what, fault, logged } of failures) {
    it(`open the panel under a substitute title: ${what}`, async () => {
      portal.emulator.setFault(fault, { dialogId: "chat29" });
      await inspect("chat29");
      await showsTabs("Chat 29");
      await logsCall(logged);
    });
  }

  for (const dialogId of ["chat404", "chat405", "chat406"]) {
    it(`open the panel under a substitute title: ${dialogId} is refused`, async () => {
      await inspect(dialogId);
      await showsTabs(`Chat ${dialogId.slice(4)}`);
      assert.deepEqual(portal.dialogsRead, [dialogId]);
      await logsCall("ACCESS_ERROR, HTTP 40");
    });
  }

  it("open the panel when the portal never answers, and end in time", async () => {
    portal.emulator.setFault({ name: "hang" }, { dialogId: "chat29" });
    await withRequestTimeout(1, () => inspect("chat29"));
    await showsTabs("Chat 29");
    await logsCall("timedOut, no answer");
  });

  it("are logged without the dialog where the user wants it so", async () => {
    await withSetting("log.dialogIds", false, async () => {
      await inspect("chat30");
      await logsCall("ok, HTTP 200", "imbot.dialog.get", /(?:)/);
    });
  });

  it("of one scope are got around with the other", async () => {
    portal.emulator.setFault({ name: "scopeLost", scope: "imbot" });
    await inspect("chat30");
    await showsTabs("Lobby");
    await logsCall("insufficient_scope, HTTP 401");
    await logsCall("ok, HTTP 200", "im.dialog.get");
  });

  it("of both scopes open the panel", async () => {
    portal.emulator.setFault({ name: "scopeLost", scope: "imbot" });
    portal.emulator.setFault({ name: "scopeLost", scope: "im" });
    await inspect("chat29");
    await showsTabs("Chat 29");
    assert.equal(portal.emulator.callsTo("im.dialog.get").length, 1);
  });

  it("of a portal that moved send nothing to where it moved", async () => {
    const elsewhere = await Emulator.start();
    try {
      portal.emulator.setFault({ name: "redirectRename", to: elsewhere.origin });
      await inspect("chat29");
      await showsTabs("Chat 29");
      await logsCall("redirected, HTTP 302");
      assert.deepEqual(elsewhere.journal, []);
    } finally {
      await elsewhere.stop();
    }
  });

  it("are mended by the next look-up", async () => {
    portal.emulator.setFault({ name: "secretRotated" });
    await inspect("chat29");
    await showsTabs("Chat 29");
    portal.emulator.clearFaults();
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
  });
});

describe("Replies of unusual shape", () => {
  const portal = usePortal();

  for (const fault of [{ name: "huge" }, { name: "wrongTypes" }, { name: "extraKeys" }] as const) {
    it(`are shown: ${fault.name}`, async () => {
      portal.emulator.setFault(fault, { dialogId: "chat29" });
      await inspect("chat29");
      await showsTabs("Delivery bot pilot");
    });
  }

  it("are shown with nothing but an id in them", async () => {
    portal.emulator.setFault({ name: "missingKeys" }, { dialogId: "chat29" });
    await inspect("chat29");
    await showsTabs("Chat 29");
  });

  it("are shown with letters that are broken", async () => {
    portal.emulator.setFault({ name: "utf8Broken" }, { dialogId: "chat29" });
    await inspect("chat29");
    await showsTabs("\ufffd\ufffdDelivery bot pilot");
  });

  it("do not freeze the editor", async () => {
    portal.emulator.setFault({ name: "huge" }, { dialogId: "chat282" });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await inspect("chat282");
    await showsTabs("All hands");
    delay.disable();
    // The emulator writes those five megabytes in the same process; a second is for both of them.
    assert.ok(delay.max / 1e6 < 1_000, `${Math.round(delay.max / 1e6)} ms without a breath`);
  });
});
