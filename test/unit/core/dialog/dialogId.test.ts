import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import {
  chatRef,
  effectOf,
  parseDialogId,
  parseExactDialogId,
  type DialogIdProblem,
  type DialogRef,
} from "../../../../src/core/dialog/dialogId";

/** The canonical spellings of every reading, the most likely first. */
function readingsOf(text: string): readonly string[] | DialogIdProblem {
  const parsed = parseDialogId(text);
  return parsed.ok ? parsed.value.map(({ dialogId }) => dialogId) : parsed.error;
}

describe("A DIALOG_ID as typed", () => {
  const typed: readonly [text: string, readings: readonly string[]][] = [
    ["chat29", ["chat29"]],
    ["CHAT29", ["chat29"]],
    ["Chat29", ["chat29"]],
    [" chat29 ", ["chat29"]],
    ["\tchat29\r\n", ["chat29"]],
    ["chat 29", ["chat29"]],
    ["chat029", ["chat29"]],
    ['"chat29"', ["chat29"]],
    ["'chat29',", ["chat29"]],
    ["`chat29`", ["chat29"]],
    ["<chat29>", ["chat29"]],
    ["[chat29]", ["chat29"]],
    ["(chat29).", ["chat29"]],
    ["chat9007199254740991", ["chat9007199254740991"]],
    ["5", ["5", "chat5"]],
    ["005", ["5", "chat5"]],
    ["'5'", ["5", "chat5"]],
    ["#29", ["chat29", "29"]],
    ["# 29", ["chat29", "29"]],
    ["sg12", ["sg12"]],
    ["SG 12", ["sg12"]],
    ["crm|DEAL|88", ["crm|DEAL|88"]],
    ["CRM|deal|088", ["crm|DEAL|88"]],
    ["crm|DYNAMIC_1038|5", ["crm|DYNAMIC_1038|5"]],
    ["чат29", ["chat29"]],
    ["chat_29", ["chat29"]],
  ];
  for (const [text, readings] of typed) {
    it(`${JSON.stringify(text)} means ${readings.join(" or ")}`, () => {
      assert.deepEqual(readingsOf(text), readings);
    });
  }
});

describe("What is no DIALOG_ID", () => {
  const bad: readonly [text: string, problem: DialogIdProblem][] = [
    ["", "empty"],
    ["  ", "empty"],
    ['""', "empty"],
    ["0", "zero"],
    ["000", "zero"],
    ["chat0", "zero"],
    ["sg0", "zero"],
    ["crm|DEAL|0", "zero"],
    ["-5", "negative"],
    ["1e3", "notPlainDigits"],
    ["12.5", "notPlainDigits"],
    ["1.5E-3", "notPlainDigits"],
    ["chat29x", "trailingText"],
    ["чат29x", "trailingText"],
    ["сhаt29x", "trailingText"],
    ["chat_29x", "trailingText"],
    ["№29x", "trailingText"],
    ["29abc", "trailingText"],
    ["chat29 and more", "trailingText"],
    ["chat12.5", "trailingText"],
    ["chat29%", "trailingText"],
    ["chat", "noNumber"],
    ["чат", "noNumber"],
    ["сhаt", "noNumber"],
    ["chat_", "noNumber"],
    ["SG", "noNumber"],
    ["crm", "noNumber"],
    ["9".repeat(30), "tooLarge"],
    [`chat${"9".repeat(30)}`, "tooLarge"],
    ["chat9007199254740993", "tooLarge"],
    ["abc", "unknownForm"],
    ["livechat29", "unknownForm"],
    ["chat-29", "unknownForm"],
    ["crm|DEAL", "unknownForm"],
    ["crm|DEAL|x", "unknownForm"],
    ["٢٩", "unknownForm"],
    ["😀", "unknownForm"],
    ["https://h.example/", "unknownForm"],
  ];
  for (const [text, problem] of bad) {
    it(`${JSON.stringify(text)}: ${problem}`, () => {
      assert.equal(readingsOf(text), problem);
    });
  }

  it("is never an exception, whatever is typed", () => {
    const piece = fc.constantFrom(
      ..."chat sg crm | # 29 0 - . DIALOG_ID = => : ' \" ] % %7C %zz \\ & é".split(" "),
    );
    const pasted = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), pasted), (text) => {
        const parsed = parseDialogId(text);
        if (!parsed.ok) return;
        for (const { dialogId } of parsed.value) {
          assert.match(dialogId, /^(?:(?:chat|sg)?[1-9]\d*|crm\|[A-Z][A-Z0-9_]*\|[1-9]\d*)$/);
          assert.equal(parseExactDialogId(dialogId)?.dialogId, dialogId);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is found out at once, even when it is very long", () => {
    for (const text of ['"'.repeat(200_000) + "x", `${"'".repeat(100_000)}x`.repeat(2)]) {
      assert.equal(readingsOf(text), "unknownForm");
    }
  }).timeout(1_000);
});

describe("An exact DIALOG_ID", () => {
  it("is the likeliest reading of a text or a number", () => {
    assert.deepEqual(parseExactDialogId("chat29"), chatRef(29));
    assert.deepEqual(parseExactDialogId(5), { form: "user", dialogId: "5", userId: 5 });
    assert.deepEqual(parseExactDialogId("#29"), chatRef(29));
  });

  it("is none for anything else", () => {
    for (const value of [undefined, null, true, {}, ["chat29"], 0, -5, 1.5, 1e21, NaN, "chat"]) {
      assert.equal(parseExactDialogId(value), undefined);
    }
  });
});

describe("What reading a DIALOG_ID may do to the portal", () => {
  const effects: readonly [DialogRef["dialogId"], ReturnType<typeof effectOf>][] = [
    ["chat29", "none"],
    ["5", "createsPrivateChat"],
    ["sg12", "createsWorkgroupChat"],
    ["crm|DEAL|88", "joinsCrmChat"],
  ];
  for (const [dialogId, effect] of effects) {
    it(`${dialogId}: ${effect}`, () => {
      const ref = parseExactDialogId(dialogId);
      assert.ok(ref !== undefined);
      assert.equal(effectOf(ref), effect);
    });
  }
});
