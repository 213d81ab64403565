import assert from "node:assert/strict";
import { failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { until } from "./support/until";

const scopes = ["im", "imbot"];

describe("A private dialog", () => {
  const suite = portalSuite();

  it("is asked for by the number, together with the person", async () => {
    const { dialog, companion } = valueOf(await suite.bench.read("5", { scopes }));
    assert.equal(dialog.kind?.word, "private");
    assert.equal(dialog.dialogId, "5");
    assert.equal(companion?.name, "Omar Haddad");
    assert.equal(companion.isBot, false);
    assert.deepEqual(suite.emulator.callsTo("imbot.dialog.get")[0]?.parameters, { DIALOG_ID: "5" });
    assert.deepEqual(suite.emulator.callsTo("im.user.get")[0]?.parameters, { ID: 5 });
  });

  it("knows a bot and the owner's own notes", async () => {
    const bot = valueOf(await suite.bench.read("39", { scopes }));
    assert.equal(bot.companion?.isBot, true);
    assert.equal(bot.companion.name, "Delivery & Co bot");
    assert.equal(valueOf(await suite.bench.read("1", { scopes })).dialog.kind?.word, "notes");
  });

  for (const known of [undefined, ["imbot"]]) {
    it(`asks for no person when the scopes are ${known?.join() ?? "not known"}`, async () => {
      const options = known === undefined ? {} : { scopes: known };
      assert.equal(valueOf(await suite.bench.read("5", options)).companion, undefined);
      assert.deepEqual(suite.emulator.callsTo("im.user.get"), []);
    });
  }

  it("is shown without the person when that cannot be read", async () => {
    suite.emulator.setFault({ name: "html502" }, { method: "im.user.get" });
    const { dialog, companion } = valueOf(await suite.bench.read("5", { scopes }));
    assert.equal(dialog.chatId, 12);
    assert.equal(companion, undefined);
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
