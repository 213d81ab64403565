import assert from "node:assert/strict";
import type { Companion } from "../../src/core/dialog/dialog";
import type { DialogReading } from "../../src/core/reads/dialogReader";
import { failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { until } from "./support/until";

const scopes = ["im", "imbot"];

/** Now, or when it has come. */
async function companionOf({
  companion,
  lateCompanion,
}: DialogReading): Promise<Companion | undefined> {
  return companion ?? (await lateCompanion?.coming);
}

describe("A private dialog", () => {
  const suite = portalSuite();

  it("is asked for by the number, together with the person", async () => {
    const reading = valueOf(await suite.bench.read("5", { scopes }));
    const { dialog } = reading;
    const companion = await companionOf(reading);
    assert.equal(dialog.kind?.word, "private");
    assert.equal(dialog.dialogId, "5");
    assert.equal(companion?.name, "Omar Haddad");
    assert.equal(companion.isBot, false);
    assert.deepEqual(suite.emulator.callsTo("imbot.dialog.get")[0]?.parameters, { DIALOG_ID: "5" });
    assert.deepEqual(suite.emulator.callsTo("im.user.get")[0]?.parameters, { ID: 5 });
  });

  it("knows a bot and the owner's own notes", async () => {
    const bot = valueOf(await suite.bench.read("39", { scopes }));
    const companion = await companionOf(bot);
    assert.equal(companion?.isBot, true);
    assert.equal(companion.name, "Delivery & Co bot");
    assert.equal(valueOf(await suite.bench.read("1", { scopes })).dialog.kind?.word, "notes");
  });

  for (const known of [undefined, ["imbot"]]) {
    it(`asks for no person when the scopes are ${known?.join() ?? "not known"}`, async () => {
      const options = known === undefined ? {} : { scopes: known };
      const reading = valueOf(await suite.bench.read("5", options));
      assert.equal(await companionOf(reading), undefined);
      assert.deepEqual(suite.emulator.callsTo("im.user.get"), []);
    });
  }

  it("is shown without the person when that cannot be read", async () => {
    suite.emulator.setFault({ name: "html502" }, { method: "im.user.get" });
    const reading = valueOf(await suite.bench.read("5", { scopes }));
    assert.equal(reading.dialog.chatId, 12);
    assert.equal(await companionOf(reading), undefined);
  });

  it("waits for no name that does not come; who has enough of it ends the request", async () => {
    suite.emulator.setFault({ name: "hang" }, { method: "im.user.get" });
    const { dialog, lateCompanion } = valueOf(await suite.bench.read("5", { scopes }));
    assert.equal(dialog.chatId, 12);
    lateCompanion?.cancel();
    assert.equal(await lateCompanion?.coming, undefined);
    await until(() => suite.emulator.callsTo("im.user.get")[0]?.wasAborted === true);
  });

  it("is refused at once, without waiting for the person", async () => {
    suite.emulator.setFault({ name: "hang" }, { method: "im.user.get" });
    suite.emulator.setFault({ name: "error200" }, { method: "imbot.dialog.get" });
    const { error } = failureOf(await suite.bench.read("5", { scopes }));
    assert.equal(error.kind, "refused");
    await until(() => suite.emulator.callsTo("im.user.get")[0]?.wasAborted === true);
  });

  it("is created by the portal when it was not there: that is why it is asked for first", async () => {
    valueOf(await suite.bench.read("77"));
    assert.deepEqual(
      suite.emulator.effects.map(({ kind }) => kind),
      ["privateChatCreated"],
    );
  });

  it("creates nothing when it is read by its chat", async () => {
    for (const dialogId of ["chat12", "chat29", "chat404"]) await suite.bench.read(dialogId);
    assert.deepEqual(suite.emulator.effects, []);
  });
});
