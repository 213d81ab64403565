import { readEvents } from "../../src/core/dialog/events/eventReading";
import { readText } from "../../src/core/dialog/mentions/readText";
import { parsePastedWebhook } from "../../src/core/portal/pastedWebhook";
import { medianMs, table, within } from "./table";

const budgetMs = 10;

/** What each reader looks at longest. */
const readers: readonly (readonly [
  reader: string,
  read: (text: string) => unknown,
  pieces: readonly string[],
])[] = [
  [
    "ids",
    readText,
    [
      "'",
      "\u200b",
      "\u001b[31m",
      "imol|a|1|",
      "%7C1",
      "chat29, ",
      "IM_DIALOG=5&",
      "ONIM domain=a.",
      "chat",
      "DIALOG_ID => ",
      'dialog_id":["',
      "http://a.b/?",
      "|1",
      "/crm/deal/details/1/",
      "entity_data_1 => 'Y|",
      "sg1",
      "сессия ",
    ],
  ],
  [
    "webhooks",
    (text) => parsePastedWebhook(text),
    [
      "\\",
      "https://",
      "https:\\/\\/",
      "a.a.",
      "rest/1/a1b2c3d4e5 ",
      "token=a1b2c3d4e5 ",
      "host=a.",
    ],
  ],
  [
    "events",
    readEvents,
    [
      "{",
      "Array\n(\n",
      '{"a":"\\n',
      '{\\"a\\":',
      "data[PARAMS][",
      "&data[PARAMS][]=1",
      '{"event":"ONIMBOTDELETE","data":{}}\n',
    ],
  ],
];

/** 1 MB of one piece, over and over, where something is pasted or selected: the piece that takes longest. */
export function pasteTable(rounds: number): string {
  const rows = readers.map(([reader, read, pieces]) => {
    const slowest = pieces
      .map((piece) => {
        const text = `event=ONIMBOTMESSAGEADD ${piece.repeat(1_000_000 / piece.length)}`;
        return { piece, ms: medianMs(() => read(text), rounds) };
      })
      .reduce((one, other) => (other.ms > one.ms ? other : one));
    const shown = JSON.stringify(slowest.piece).replaceAll("|", "\\|");
    return [
      `${reader}: ${pieces.length} hostile texts`,
      `\`${shown}\``,
      ...within(slowest.ms, budgetMs),
    ];
  });
  return table(["1 MB pasted", "the slowest, over and over", "median ms", "budget ms"], rows);
}
