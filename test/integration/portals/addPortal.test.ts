import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { Emulator } from "../../emulator/emulator";
import {
  addPortal,
  addedPortal,
  inspect,
  inspectInOwnTab,
  requestPortal,
} from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { agreeing, modalQuestion } from "../support/questions";
import { withRequestTimeout } from "../support/settings";
import { showsTabs } from "../support/tabs";

describe("Adding a portal", () => {
  const known = usePortal();
  let other: Emulator;

  before(async () => {
    other = await Emulator.start();
  });
  beforeEach(() => {
    other.reset();
  });
  after(() => other.stop());

  /** The portal in use is still the one from before, and the other one was asked for no dialog. */
  async function addsNothing(): Promise<void> {
    await inspect("chat29");
    assert.deepEqual(known.dialogsRead, ["chat29"]);
    assert.deepEqual(other.callsTo("imbot.dialog.get"), []);
  }

  it("asks the portal once whose webhook it is and what it may do", async () => {
    await addedPortal(other.webhook(5));
    assert.deepEqual(
      other.requests.map(({ method }) => method),
      ["profile", "scope"],
    );
  });

  it("makes the new portal the one that look-ups use", async () => {
    const id = await addedPortal(other.webhook(9));
    await inspect("chat404");
    assert.equal(other.callsTo("imbot.dialog.get").length, 1);
    assert.notEqual(id, known.id);
  });

  it("puts the same webhook behind the same portal", async () => {
    const first = await addedPortal(other.webhook());
    assert.equal(await addedPortal(other.webhook()), first);
    assert.equal(await addedPortal(`curl -X POST '${other.webhook()}profile.json?x=1'`), first);
  });

  it("adds one portal when it is asked for the same one twice at once", async () => {
    const fresh = await Emulator.start();
    try {
      const webhook = fresh.webhook();
      const [first, second] = await agreeing("Add Portal", () =>
        Promise.all([requestPortal({ webhook }), requestPortal({ webhook })]),
      );
      assert.ok(typeof first === "string");
      assert.equal(first, second);
    } finally {
      await fresh.stop();
    }
  });

  it("keeps webhooks of two owners of one portal apart", async () => {
    const owner = await addedPortal(other.webhook());
    const colleague = await addedPortal(other.webhook(5));
    assert.notEqual(owner, colleague);
    await inspectInOwnTab("chat29", owner);
    await inspect({ dialogId: "chat29", portalId: colleague });
    assert.deepEqual(
      other.callsTo("imbot.dialog.get").map(({ user }) => user),
      ["1", "5"],
    );
    await showsTabs("Delivery bot pilot", "Delivery bot pilot");
  });

  for (const { name, shown } of [
    { name: " Couriers \n of the\u202e north ", shown: "Couriers of the[U+202E] north" },
    { name: " ", shown: undefined },
    { name: "", shown: undefined },
  ]) {
    it(`calls the portal ${JSON.stringify(name)} as one would expect`, async () => {
      const fresh = await Emulator.start();
      try {
        const portalId = await addPortal({ webhook: fresh.webhook(), name });
        const question = await modalQuestion(
          vscode.commands.executeCommand(commandIds.removePortal, { portalId }),
        );
        assert.equal(question, `Remove “${shown ?? new URL(fresh.origin).host}”?`);
      } finally {
        await fresh.stop();
      }
    });
  }

  for (const [what, webhook] of [
    ["nothing", ""],
    ["no address", "hello there"],
    ["a bare secret", "abcdefgh12345678"],
    ["the portal's own address", "https://portal.example/"],
    ["an address without a secret", "https://portal.example/rest/1/"],
    ["plain http to another machine", "http://portal.example/rest/1/abcdefgh12345678/"],
    ["an address with a password", "https://me:word@portal.example/rest/1/abcdefgh12345678/"],
  ] as const) {
    it(`refuses ${what} without asking any portal`, async () => {
      assert.equal(await requestPortal({ webhook }), undefined);
      await addsNothing();
    });
  }

  it("adds nothing when the portal rejects the secret", async () => {
    const webhook = `${other.origin}/rest/1/wrong0secret0wrong/`;
    assert.equal(await addPortal({ webhook }), undefined);
    assert.equal(other.callsTo("profile")[0]?.status, 401);
    await addsNothing();
  });

  it("adds nothing when the portal redirects, and asks nobody else", async () => {
    const elsewhere = await Emulator.start();
    try {
      other.setFault({ name: "redirectRename", to: elsewhere.origin });
      const question = await modalQuestion(addPortal({ webhook: other.webhook() }));
      assert.equal(question, "The webhook could not be checked");
      assert.deepEqual(elsewhere.journal, []);
      await addsNothing();
    } finally {
      await elsewhere.stop();
    }
  });

  it("asks before it saves a webhook that the portal did not answer for", async () => {
    other.setFault({ name: "hang" });
    await withRequestTimeout(1, async () => {
      const question = await modalQuestion(addPortal({ webhook: other.webhook() }));
      assert.equal(question, "The webhook could not be checked");
    });
    await addsNothing();
  });
});
