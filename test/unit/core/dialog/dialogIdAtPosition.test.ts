import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import {
  dialogIdAtPosition,
  dialogIdInSnippet,
} from "../../../../src/core/dialog/dialogIdAtPosition";

/** The line without its caret, `‸`, and what is found there. */
function idAt(marked: string): string | undefined {
  const column = marked.indexOf("‸");
  assert.ok(column >= 0, "the caret is missing");
  return dialogIdAtPosition(marked.replace("‸", ""), column)?.dialogId;
}

describe("The DIALOG_ID at the cursor", () => {
  const found: readonly [marked: string, id: string][] = [
    ["‸chat29", "chat29"],
    ["ch‸at29", "chat29"],
    ["chat29‸", "chat29"],
    ["a chat29‸, chat30", "chat29"],
    ["chat29 ‸chat30", "chat30"],
    ["chat29,‸chat30", "chat30"],
    ["const id = ‸'chat29'; // an only one", "chat29"],
    ["see CHAT29 there‸", "chat29"],
    ["'chat29', 'sg1‸2', 'crm|DEAL|88'", "sg12"],
    ["'chat29', 'sg12', 'crm|DE‸AL|88'", "crm|DEAL|88"],
    ["?IM_DIALOG=crm%7CDEAL‸%7C88 chat1", "crm|DEAL|88"],
    ["'DIALOG_ID' => ‸5, // chat29", "5"],
    ["'DIA‸LOG_ID' => 5, // chat29", "5"],
    ["{ dialogId: 5‸, chat: 'chat29' }", "5"],
    ['{"dialog_id":"‸5","CHAT":"chat29"}', "5"],
    ["[DIALOG_ID] => 5‸", "5"],
    ['{\\"DIALOG_ID\\":\\"5‸\\"} chat29', "5"],
    ["data%5BPARAMS%5D%5BDIALOG_ID%5D=‸5&x=chat29", "5"],
    ["The bot left DIALOG_ID: 5‸.", "5"],
    ["The bot left chat29‸.", "chat29"],
    ["path/chat29‸/x", "chat29"],
    ["чат chat29‸", "chat29"],
    ["😀 chat29‸ chat30", "chat29"],
  ];
  for (const [marked, id] of found) {
    it(`${marked} is ${id}`, () => {
      assert.equal(idAt(marked), id);
    });
  }

  const nothing: readonly string[] = [
    "‸",
    "chat29 and ‸ chat30",
    "‸livechat29",
    "‸chat29x",
    "‸chat2.9",
    "‸chat",
    "‸chat0",
    "‸chat_29",
    "‸msg12",
    "‸29",
    "limit = ‸29",
    "USER_ID => ‸5",
    "CHAT_ID: ‸29",
    "dialogId = ‸0",
    "dialogId = ‸12.5",
    "dialogId = ‸5px",
    "dialogId: ‸id",
    `chat${"9".repeat(20)}‸`,
  ];
  for (const marked of nothing) {
    it(`${marked} is none`, () => {
      assert.equal(idAt(marked), undefined);
    });
  }

  it("is the only one of the line, wherever the cursor stands", () => {
    for (const column of [0, 5, 19, 1_000]) {
      assert.equal(dialogIdAtPosition("      'chat29'     ", column)?.dialogId, "chat29");
    }
  });

  it("is found far inside of a very long line", () => {
    const line = `${"x ".repeat(40_000)}chat29 ${"y ".repeat(40_000)}chat30`;
    assert.equal(dialogIdAtPosition(line, 80_003)?.dialogId, "chat29");
    assert.equal(dialogIdAtPosition(line, line.length)?.dialogId, "chat30");
  });

  it("is never one that the edge of the stretch that is looked at cut short", () => {
    for (let pad = 9_980; pad < 10_020; pad++) {
      const line = `${"-".repeat(pad)}chat123456 chat77${"-".repeat(30_000)}`;
      for (const column of [0, pad + 12, pad + 10_010, pad + 20_010]) {
        const id = dialogIdAtPosition(line, column)?.dialogId;
        assert.ok(id === undefined || id === "chat123456" || id === "chat77", `${pad}: ${id}`);
      }
    }
  });

  it("is never an exception, whatever the line and the column", () => {
    const piece = fc.constantFrom(
      "chat",
      "29",
      "crm|",
      "%7C",
      "DIALOG_ID",
      "=",
      ": ",
      "'",
      "]",
      ".",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: -5, max: 200 }), (line, column) => {
        const ref = dialogIdAtPosition(line, column);
        if (ref?.form === "chat") assert.ok(line.toLowerCase().includes("chat"));
      }),
      { numRuns: 500 },
    );
  });
});

describe("The DIALOG_ID of a selection or the clipboard", () => {
  const found: readonly [text: string, id: string][] = [
    ["chat29", "chat29"],
    [" 'chat29', ", "chat29"],
    ["5", "5"],
    ["https://h.example/online/?IM_DIALOG=chat29", "chat29"],
    ["send('chat29', text)", "chat29"],
    ["[DIALOG_ID] => 5\n[USER_ID] => 7", "5"],
  ];
  for (const [text, id] of found) {
    it(`${JSON.stringify(text)} is ${id}`, () => {
      assert.equal(dialogIdInSnippet(text)?.dialogId, id);
    });
  }

  it("is none in other texts, in texts with several, and in long ones", () => {
    for (const text of ["", "hello", "move chat29 to chat30", `${"x".repeat(500)} chat29`]) {
      assert.equal(dialogIdInSnippet(text), undefined, text.slice(0, 30));
    }
  });
});
