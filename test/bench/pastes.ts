import { readEvents } from "../../src/core/dialog/events/eventReading";
import { readText } from "../../src/core/dialog/mentions/readText";
import { Webhook } from "../../src/core/portal/webhook";
import { figure, medianMs, table } from "./table";

/** What each reader looks at longest; the budget is 10 ms for 1 MB of any of them. */
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
    ],
  ],
  [
    "webhooks",
    (text) => Webhook.parse(text),
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

/** 1 MB of one piece, over and over, where something is pasted or selected. */
export function pasteTable(rounds: number): string {
  const rows = readers.flatMap(([reader, read, pieces]) =>
    pieces.map((piece) => {
      const text = `event=ONIMBOTMESSAGEADD ${piece.repeat(1_000_000 / piece.length)}`;
      const shown = JSON.stringify(piece).replaceAll("|", "\\|");
      return [`${reader}: \`${shown}\``, "10", figure(medianMs(() => read(text), rounds))];
    }),
  );
  return table(["1 MB pasted", "budget ms", "median ms"], rows);
}
