import assert from "node:assert/strict";
import { inspect } from "node:util";
import { BatchingCaller } from "../../../../src/core/portal/batching";
import { BotToken } from "../../../../src/core/portal/botToken";
import { clientBench, never, reply } from "../../support/clientBench";
import { PendingCalls } from "../../support/pendingCalls";
import { sentinel, webhookIn } from "../../support/webhooks";

const botSentinel = "b0tSentinel4242";

function tokenIn(text: string): BotToken {
  const token = BotToken.parse(text);
  assert.ok(token !== undefined, "a token was expected");
  return token;
}

describe("A bot's token", () => {
  for (const [pasted, wire] of [
    ["demo-bot-token", "demo-bot-token"],
    ["  demo-bot-token\n", "demo-bot-token"],
    ['"demo-bot-token"', "demo-bot-token"],
    ["'x'", "x"],
    ["a".repeat(255), "a".repeat(255)],
  ] as const) {
    it(`is read from ${pasted.slice(0, 20).trim()}`, () => {
      assert.equal(tokenIn(pasted).toWire(), wire);
    });
  }

  for (const text of ["", "  ", "two words", "a".repeat(256)]) {
    it(`is not “${text.slice(0, 20)}” of ${text.length} characters`, () => {
      assert.equal(BotToken.parse(text), undefined);
    });
  }

  for (const [text, problem] of [
    ["", "notOneWord"],
    ["two words", "notOneWord"],
    ["two words ".repeat(40), "notOneWord"],
    [`"${"a".repeat(255)}"`, undefined],
    ["a".repeat(256), "tooLong"],
  ] as const) {
    it(`of ${text.length} characters is called ${problem ?? "fine"}`, () => {
      assert.equal(BotToken.problemOf(text), problem);
    });
  }

  const token = tokenIn(botSentinel);
  const prints: readonly [name: string, print: () => string][] = [
    ["String()", () => `***${String(token)}`],
    ["util.inspect", () => inspect({ token }, { showHidden: true, depth: 9 })],
    ["JSON", () => JSON.stringify({ token })],
    ["its own properties", () => JSON.stringify(Object.getOwnPropertyDescriptors(token))],
    ["an error that carries it", () => inspect(new Error("failed", { cause: token }))],
  ];
  for (const [name, print] of prints) {
    it(`is not in ${name}`, () => {
      const shown = print();
      assert.ok(shown.length > 0 && !shown.includes(botSentinel), shown);
    });
  }

  it("is removed from a text, a short one only where it is a whole string", () => {
    assert.equal(token.filter.redact(`a ${botSentinel} b`), "a *** b");
    assert.equal(
      tokenIn("bot").filter.redact('{"type":"bot","x":"robot"}'),
      '{"type":"***","x":"robot"}',
    );
  });

  it("travels in the body of its call and comes out of nothing", async () => {
    const echo = reply(`{"result":{"echo":"${botSentinel}"},"time":{}}`);
    const { client, transport, notes } = clientBench(echo);
    const params = { botId: 456, botToken: token, dialogId: "chat29" };
    const outcome = await client.call(webhookIn(), "imbot.v2.Chat.get", params, never);
    assert.deepEqual(JSON.parse(transport.sent[0]?.body ?? ""), {
      botId: 456,
      botToken: botSentinel,
      dialogId: "chat29",
    });
    const seen = inspect([outcome, notes], { depth: 9 });
    assert.ok(seen.includes("***"));
    assert.ok(!seen.includes(botSentinel) && !seen.includes(sentinel));
  });

  it("never travels in a batch, whose text could not be told from it", () => {
    const direct = new PendingCalls();
    const caller = new BatchingCaller(direct, () => assert.fail("nothing was to be collected"));
    const params = { botId: 456, botToken: token };
    void caller.call(webhookIn(), "imbot.v2.Bot.get", params, never);
    assert.equal(direct.at(0).method, "imbot.v2.Bot.get");
    assert.equal(direct.at(0).params, params);
  });
});
