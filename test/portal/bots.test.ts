import assert from "node:assert/strict";
import { inspect } from "node:util";
import { failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

/** The second version of the bot API with the tokens of the demo's bots. */
describe("A bot's eyes", () => {
  const suite = portalSuite();
  const readAs = (dialogId: string, botId = 456, token = "demo-bot-token") =>
    suite.bench.readAsBot(dialogId, botId, token);
  const codeOf = (outcome: Awaited<ReturnType<typeof readAs>>): string => {
    const { error } = failureOf(outcome);
    return error.kind === "refused" ? error.code : error.kind;
  };

  it("see a chat that the webhook's owner may not see", async () => {
    assert.equal(failureOf(await suite.bench.read("chat405")).error.kind, "refused");
    const { dialog, viewer, answer } = valueOf(await readAs("chat405"));
    assert.equal(dialog.title, "Night shift (bots and dispatch)");
    assert.equal(dialog.chatId, 405);
    assert.deepEqual(viewer, { kind: "bot", botId: 456 });
    assert.equal(answer.exchange.method, "imbot.v2.Chat.get");
    // Beside the chat the reply brings the bot's own user record.
    assert.deepEqual(
      dialog.fields.filter(({ isDocumented }) => !isDocumented).map(({ path }) => path),
      ["result.users"],
    );
  });

  it("tell a chat that is not there from one that they may not see", async () => {
    assert.equal(codeOf(await readAs("chat404")), "CHAT_NOT_FOUND");
    assert.equal(codeOf(await readAs("chat29")), "ACCESS_DENIED");
  });

  for (const [what, botId, token, code] of [
    ["another token", 456, "wrong-token", "BOT_OWNERSHIP_ERROR"],
    ["a bot that is not there", 999, "demo-bot-token", "BOT_NOT_FOUND"],
  ] as const) {
    it(`are refused with ${what}`, async () => {
      assert.equal(codeOf(await readAs("chat405", botId, token)), code);
    });
  }

  it("are verified before they are stored, with the bot's name", async () => {
    assert.deepEqual(valueOf(await suite.bench.checkBot(456, "demo-bot-token")), {
      botId: 456,
      name: "Helper",
      isProven: true,
    });
    const unknown = failureOf(await suite.bench.checkBot(999, "demo-bot-token"));
    assert.ok(unknown.error.kind === "refused");
    assert.equal(unknown.error.code, "BOT_NOT_FOUND");
  });

  for (const [what, botId, token] of [
    ["a mistyped token", 456, "demo-bot-tokem"],
    ["the token of another bot", 39, "demo-bot-token"],
    ["a bot of another application", 460, "demo-bot-token"],
  ] as const) {
    it(`are not taken for verified because the portal answers ${what}`, async () => {
      const { error } = failureOf(await suite.bench.checkBot(botId, token));
      assert.deepEqual(error, { kind: "botTokenOfAnother", botId });
    });
  }

  it("are verified again when a token is used that was stored before the proof was asked for", async () => {
    const bots = [{ botId: 456, name: "Helper" }];
    valueOf(await suite.bench.readAsBot("chat405", 456, "demo-bot-token", { bots }));
    assert.deepEqual(suite.bench.proven, [{ botId: 456, name: "Helper", isProven: true }]);
    assert.deepEqual(
      suite.emulator.requests.map(({ method }) => method),
      ["imbot.v2.bot.get", "imbot.v2.chat.get"],
    );
    const wrong = await suite.bench.readAsBot("chat405", 456, "mistyped", { bots });
    assert.deepEqual(failureOf(wrong).error, { kind: "botTokenOfAnother", botId: 456 });
    assert.equal(suite.emulator.callsTo("imbot.v2.Chat.get").length, 1, "not with that token");
  });

  it("are not verified at every look", async () => {
    const bots = [{ botId: 456, name: "Helper", isProven: true }];
    valueOf(await suite.bench.readAsBot("chat405", 456, "demo-bot-token", { bots }));
    assert.deepEqual(suite.bench.proven, []);
    assert.equal(suite.emulator.callsTo("imbot.v2.Bot.get").length, 0);
  });

  it("do not exist on portals before the second version", async () => {
    suite.emulator.setPortalProfile("rev30");
    const { error } = failureOf(await suite.bench.checkBot(456, "demo-bot-token"));
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "ERROR_METHOD_NOT_FOUND");
  });

  for (const fault of [
    "html502",
    "truncate",
    "noResult",
    "nullResult",
    "notObject",
    "wrongTypes",
  ] as const) {
    it(`survive the fault ${fault}, and the token comes out of nothing`, async () => {
      suite.emulator.setFault({ name: fault }, { method: "imbot.v2.Chat.get" });
      const seen = inspect(await readAs("chat405"), { depth: 9, maxStringLength: null });
      assert.ok(!seen.includes("demo-bot-token"));
      assert.ok(seen.includes("ok: false"));
    });
  }
});
