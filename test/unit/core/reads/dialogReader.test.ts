import assert from "node:assert/strict";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { DialogReader } from "../../../../src/core/reads/dialogReader";
import { storedSecrets } from "../../support/webhookSources";
import { webhookIn } from "../../support/webhooks";
import { FakePortal, refused } from "../sidebar/support/fakePortal";

describe("A dialog is read with the method that the webhook may call", () => {
  const all = ["imbot", "im", "imopenlines"] as const;

  async function methodsTried(stored: readonly string[], granted: string): Promise<string> {
    const reply = (scope: string) => (): unknown => {
      if (scope !== granted) throw refused("insufficient_scope");
      return { id: 210, name: "Ana" };
    };
    const portal = new FakePortal(
      Object.fromEntries(all.map((scope) => [`${scope}.dialog.get`, reply(scope)])),
    );
    const ref = parseExactDialogId("chat210");
    assert.ok(ref !== undefined);
    const record = {
      id: "id1",
      name: "Portal",
      origin: "https://portal.example",
      userId: "1",
      readsWithoutAsking: false,
      scopes: stored,
    };
    const reader = new DialogReader(portal, storedSecrets(webhookIn()));
    const reading = await reader.read(record, ref, new AbortController().signal);
    return `${portal.calls.map(({ method }) => method).join(", ")}: ${reading.ok ? "read" : "refused"}`;
  }

  for (const [stored, granted, expected] of [
    [["imbot"], "imbot", "imbot.dialog.get: read"],
    [["im"], "im", "im.dialog.get: read"],
    [["imbot"], "im", "imbot.dialog.get, im.dialog.get: read"],
    [["imopenlines"], "imopenlines", "imopenlines.dialog.get: read"],
    [["imopenlines"], "im", "imopenlines.dialog.get, imbot.dialog.get, im.dialog.get: read"],
    [[], "imopenlines", "imbot.dialog.get, im.dialog.get: refused"],
  ] as const) {
    it(`with ${stored.join() || "no scope"} stored and ${granted} granted: ${expected}`, async () => {
      assert.equal(await methodsTried(stored, granted), expected);
    });
  }
});
