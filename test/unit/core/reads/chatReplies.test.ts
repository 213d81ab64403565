import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeLineChats, decodeOwnChat } from "../../../../src/core/reads/chatReplies";

describe("The Open Channel chats of a CRM object", () => {
  const telegram = { CHAT_ID: "210", CONNECTOR_ID: "telegrambot", CONNECTOR_TITLE: "Telegram" };
  for (const [what, result, expected] of [
    ["as documented", [telegram], [{ chatId: 210, connector: "Telegram" }]],
    [
      "with ids as numbers",
      [{ ...telegram, CHAT_ID: 210 }],
      [{ chatId: 210, connector: "Telegram" }],
    ],
    ["in a map", { "3": telegram }, [{ chatId: 210, connector: "Telegram" }]],
    [
      "without a title",
      [{ CHAT_ID: "5", CONNECTOR_ID: "viber" }],
      [{ chatId: 5, connector: "viber" }],
    ],
    ["without any name", [{ CHAT_ID: "5", CONNECTOR_TITLE: 7 }], [{ chatId: 5, connector: "" }]],
    [
      "among damaged rows",
      [null, 5, "x", [], {}, { CHAT_ID: "0" }, { CHAT_ID: "x" }, { CHAT_ID: -1 }, telegram],
      [{ chatId: 210, connector: "Telegram" }],
    ],
    ["where there are none", [], []],
    ["where there are none, in a map", {}, []],
    ["where there is null", null, []],
    ["where there is nothing", "", []],
    ["where there is false", false, []],
  ] as const) {
    it(`are read ${what}`, () => {
      assert.deepEqual(decodeLineChats(result), { ok: true, value: expected });
    });
  }

  for (const result of ["text", 5, true, [null], [{ CHAT_ID: null }], { a: 1 }]) {
    it(`are not read in ${JSON.stringify(result)}`, () => {
      assert.equal(decodeLineChats(result).ok, false);
    });
  }
});

describe("The chat of a CRM card", () => {
  for (const [result, expected] of [
    [{ ID: 77 }, 77],
    [{ ID: "77" }, 77],
    [{ id: 77, name: "Deal #88", entity_type: "CRM" }, 77],
    [{ ID: 77, id: 5 }, 77],
    [null, undefined],
    [[], undefined],
    [{}, undefined],
    [false, undefined],
    ["", undefined],
    [{ ID: null }, undefined],
    [{ ID: 0 }, undefined],
    [{ ID: "0" }, undefined],
  ] as const) {
    it(`is read in ${JSON.stringify(result)}`, () => {
      assert.deepEqual(decodeOwnChat(result), { ok: true, value: expected });
    });
  }

  for (const result of [
    "77",
    77,
    true,
    [77],
    { ID: "x" },
    { ID: -3 },
    { ID: [1] },
    { CHAT_ID: 5 },
  ]) {
    it(`is not read in ${JSON.stringify(result)}`, () => {
      assert.equal(decodeOwnChat(result).ok, false);
    });
  }
});

describe("Any reply about the chats of a CRM object", () => {
  it("is read without an error, and gives no id that is none", () => {
    const rows = fc.array(fc.record({ CHAT_ID: fc.jsonValue(), CONNECTOR_TITLE: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), rows), (result) => {
        const lines = decodeLineChats(result);
        const own = decodeOwnChat(result);
        const ids = [
          ...(lines.ok ? lines.value.map(({ chatId }) => chatId) : []),
          ...(own.ok && own.value !== undefined ? [own.value] : []),
        ];
        assert.ok(ids.every((id) => Number.isSafeInteger(id) && id > 0));
      }),
      { seed: 29, numRuns: 1_000 },
    );
  });
});
