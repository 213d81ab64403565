import assert from "node:assert/strict";
import { subjectKey } from "../../../../../src/core/dialog/mentions/mention";
import { readAround } from "../../../../../src/core/dialog/mentions/readAround";
import { fc } from "../../../support/generated";

/** What is offered for a text with its caret, `‸`, or a selection between two of them. */
function offered(marked: string): readonly string[] {
  const [before = "", middle, after] = marked.split("‸");
  const text = [before, middle, after].join("");
  const to = after === undefined ? before.length : before.length + (middle ?? "").length;
  return readAround(text, before.length, to).map(
    ({ nearness, subject }) => `${nearness} ${subjectKey(subject)}`,
  );
}

describe("At the cursor", () => {
  for (const [marked, first] of [
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
    ["'data[PARAMS][DIALOG_ID]': ['‸13'],", "13"],
    ['    "DIALOG_ID": "‸27",', "27"],
    ['["DIALOG_ID"]=> string(1) "‸5"', "5"],
    ["DIALOG_ID: chat‸7", "chat7"],
    ["bitbot:a1b2c3:55:chat‸7", "chat7"],
    ["CHAT_ID: ‸29", "chat29"],
    ['{\\"DIALOG_ID\\":\\"5‸\\"} chat29', "5"],
    ["data%5BPARAMS%5D%5BDIALOG_ID%5D=‸5&x=chat29", "5"],
    ["The bot left DIALOG_ID: 5‸.", "5"],
    ["The bot left chat29‸.", "chat29"],
    ["path/chat29‸/x", "chat29"],
    ["чат chat29‸", "chat29"],
    ["😀 chat29‸ chat30", "chat29"],
    [
      "from https://h.example/online/?IM_COLLAB=chat‸90 to https://h.example/online/?IM_DIALOG=chat91",
      "chat90",
    ],
  ] as const) {
    it(`${marked} is ${first}`, () => {
      assert.equal(offered(marked)[0], `here ${first}`);
    });
  }

  for (const marked of [
    "‸",
    "const prefix = 'IM_DIALOG=ch‸at';",
    "?IM_DIALOG=U1‸7",
    "‸29",
    "dialogId: ‸id",
  ]) {
    it(`${marked} is nothing`, () => {
      assert.deepEqual(offered(marked), []);
    });
  }

  it("one of several in a line is open while the cursor is on none", () => {
    assert.deepEqual(offered("‸assert route('chat5') != route('chat7')"), [
      "line chat5",
      "line chat7",
    ]);
  });

  it("come the rest of the line and then of the file, the nearest first", () => {
    assert.deepEqual(offered("chat1\nchat2\nsee chat‸3, chat4\nchat5\n\nchat6"), [
      "here chat3",
      "line chat4",
      "file chat5",
      "file chat2",
      "file chat6",
      "file chat1",
    ]);
  });
});

describe("A selection", () => {
  it("of several ids is several, each with its own line, then those of the line and the file", () => {
    const text = "chat9\nmove chat29 to\nchat30 or chat31\n";
    const from = text.indexOf("move");
    const found = readAround(text, from, text.indexOf(" or"));
    assert.deepEqual(
      found.map(({ nearness, subject, line, lineText }) => [
        nearness,
        subjectKey(subject),
        line,
        lineText,
      ]),
      [
        ["here", "chat29", 1, "move chat29 to"],
        ["here", "chat30", 2, "chat30 or chat31"],
        ["line", "chat31", 2, "chat30 or chat31"],
        ["file", "chat9", 0, "chat9"],
      ],
    );
  });

  it("of a bare number is that number", () => {
    assert.deepEqual(offered("limit = ‸29‸"), ["here 29", "here chat29"]);
  });
});

describe("The line of an id", () => {
  const secret = "a1b2c3d4e5f6a7b8";
  for (const [text, shown] of [
    [
      `hook("https://portal.acme.de/rest/1/${secret}/im.dialog.get?DIALOG_ID=chat29")`,
      'hook("***im.dialog.get?DIALOG_ID=chat29")',
    ],
    [`{ botToken: "${secret}", dialogId: "chat29" }`, '{ botToken: "***", dialogId: "chat29" }'],
    [
      `botToken("chat29", token: "x", botToken: "${secret}") // not a secret`,
      'botToken("chat29", token: "x", botToken: "***") // not a secret',
    ],
  ] as const) {
    it(`is shown without the secrets in it: ${shown}`, () => {
      assert.equal(readAround(text, 0, 0)[0]?.lineText, shown);
    });
  }

  it("is shown without a secret where a long line is cut", () => {
    for (let gap = 0; gap < 160; gap += 1) {
      const text = `chat29 ${"x".repeat(gap)} https://portal.acme.de/rest/1/${secret}/ ${"y".repeat(300)}`;
      assert.doesNotMatch(readAround(text, 0, 0)[0]?.lineText ?? "", /a1b2/);
    }
  });
});

describe("What a document names", () => {
  it("is never an exception, whatever the text and the place", () => {
    const piece = fc.constantFrom("chat", "29", "crm|", "%7C", "DIALOG_ID", "=", "'", "\n", ".");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (document, from, length) => {
        const start = Math.min(from, document.length);
        readAround(document, start, Math.min(start + length, document.length));
      }),
      { numRuns: 500 },
    );
  });
});
