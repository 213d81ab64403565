import { findLeaks } from "../../src/core/portal/leaks";
import { medianMs, table, within } from "./table";

const code =
  "  $reply = call('im.message.add', ['DIALOG_ID' => $chat, 'MESSAGE' => \"Parcel {$id}\"]);";
const webhook = "$hook = 'https://northwind.bitrix24.de/rest/1/k3x9p2m7v1c8z4q6/profile';";

/** What the leak guard needs for a file: it runs after typing has stopped, on documents that are visible. */
export function leakScanTable(rounds: number): string {
  const lines = Array.from({ length: 10_000 }, () => code);
  const texts = [
    ["10,000 lines of code", lines.join("\n")],
    [
      "the same with 100 webhooks",
      lines.map((line, at) => (at % 100 === 0 ? webhook : line)).join("\n"),
    ],
    ["1 MB that is nearly webhooks", "https://a.de/rest/1/ hook='1/ ".repeat(33_000)],
  ] as const;
  const rows = texts.map(([name, text]) => [
    name,
    ...within(
      medianMs(() => findLeaks(text), rounds),
      10,
    ),
  ]);
  return table(["finding secrets", "median ms", "budget ms"], rows);
}
