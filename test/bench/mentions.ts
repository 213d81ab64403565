import { findMentions } from "../../src/core/dialog/mentions/findMentions";
import { mayNameOne } from "../../src/core/dialog/mentions/mentionHint";
import { medianMs, table, within } from "./table";

const code =
  "  $reply = $this->call('im.message.add', ['MESSAGE' => \"Parcel {$id} of {$count}\"]);";
const named =
  "  $reply = call('imbot.message.add', ['DIALOG_ID' => 'chat210', 'MESSAGE' => $text]);";
const log =
  "2026-11-20T10:03:10+02:00 INFO event=ONIMBOTMESSAGEADD DIALOG_ID=chat210 FROM_USER_ID=744";
const print = "parcel NW-2041 of dialog chat210 was delivered, session closed; ";

/** What finding ids in a text takes. */
export function mentionTable(rounds: number): string {
  const minified = `${"a=b(c,'d');".repeat(45_000)}chat210${"a=b(c,'d');".repeat(45_000)}`;
  const dense = print.repeat(160).slice(0, 10_000);
  const rows: readonly (readonly [
    name: string,
    budget: number | undefined,
    work: () => unknown,
  ])[] = [
    ["10,000 lines of code", 10, whole(repeated(code, 10_000))],
    ["the same, 1,000 of them name a dialog", 10, whole(every(10, named, code, 10_000))],
    ["10,000 lines of a log that each name one", 10, whole(repeated(log, 10_000))],
    ["50,000 mentions in a log of 5 MB, pasted", undefined, pasted(repeated(log, 50_000))],
    ["hover in a line of code", 1, hover(named, named.indexOf("chat210") + 2)],
    ["hover in a line of 1 MB", 5, hover(minified, minified.indexOf("chat210") + 2)],
    ["1 MB in one line, pasted", 5, pasted(minified)],
    ["terminal: a line of 150,000 characters", 1, terminal(print.repeat(2_400))],
    ["terminal: a line of 10,000 that names 150", 1, terminal(dense)],
    [
      "terminal: a line of 10,000 that names none",
      1,
      terminal(repeated("a=b;", 2_000).replaceAll("\n", " ")),
    ],
  ];
  return table(
    ["finding ids", "median ms", "budget ms"],
    rows.map(([name, budget, work]) => [name, ...within(medianMs(work, rounds), budget)]),
  );
}

function whole(text: string): () => unknown {
  return () => findMentions(text);
}

function pasted(text: string): () => unknown {
  return () => findMentions(text, { isPaste: true });
}

function hover(line: string, around: number): () => unknown {
  return () => findMentions(line, { around });
}

/** As the terminal's links are made. */
function terminal(line: string): () => unknown {
  return () => (mayNameOne(line) ? findMentions(line) : []);
}

function repeated(line: string, times: number): string {
  return Array.from({ length: times }, () => line).join("\n");
}

function every(nth: number, line: string, other: string, times: number): string {
  return Array.from({ length: times }, (_, at) => (at % nth === 0 ? line : other)).join("\n");
}
