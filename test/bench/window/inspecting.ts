import { commandIds } from "../../../src/ids";
import { figure, median, table } from "../table";
import type { BenchWindow } from "./benchWindow";
import { nextDialogId } from "./paint";

const emptyPage =
  '<!doctype html><html lang="en"><body><main data-bench="empty">Empty</main></body></html>';

export interface Subject {
  readonly name: string;
  readonly dialogId: string;
}

interface Round {
  readonly drawnMs: number;
  /** From the first picture of the page to the whole one. */
  readonly blankMs: number;
  /** From the command to the next dialog in the same panel. */
  readonly nextMs: number;
  readonly requestMs: number;
  readonly emptyMs: number;
  readonly freezeMs: number;
  readonly emptyFreezeMs: number;
}

/**
 * From the command to the panel on screen, beside what it cannot go below: the bare request, and a webview of VS
 * Code with one word in it. Both happen at the same time, so what is ours is what remains beyond the longer one.
 */
export async function inspectingTable(
  window: BenchWindow,
  webhook: string,
  subjects: readonly Subject[],
  rounds: number,
): Promise<string> {
  const rows = [];
  for (const { name, dialogId } of subjects) {
    const measured: Round[] = [];
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) {
      const result = await measure(window, webhook, dialogId);
      if (round > 0) measured.push(result);
    }
    const of = (key: keyof Round): number => median(measured.map((round) => round[key]));
    rows.push([
      name,
      figure(of("drawnMs")),
      figure(of("requestMs")),
      figure(of("emptyMs")),
      figure(
        median(
          measured.map(({ drawnMs, requestMs, emptyMs }) => drawnMs - Math.max(requestMs, emptyMs)),
        ),
      ),
      figure(of("blankMs")),
      figure(of("nextMs")),
      figure(of("nextMs") - of("requestMs")),
      figure(of("freezeMs")),
      figure(of("emptyFreezeMs")),
    ]);
  }
  return table(
    [
      `inspect, ${rounds} rounds`,
      "command to drawn, median ms",
      "bare request",
      "empty webview",
      "ours, budget 30",
      "blank or incomplete",
      "the next dialog in the open panel",
      "beyond the bare request, budget 30",
      "longest freeze of the host, median",
      "with an empty webview",
    ],
    rows,
  );
}

async function measure(window: BenchWindow, webhook: string, dialogId: string): Promise<Round> {
  const post = await window.ask({
    do: "post",
    url: `${webhook}imbot.dialog.get`,
    body: JSON.stringify({ DIALOG_ID: dialogId }),
  });
  let emptyMs = NaN;
  const emptyFreezeMs = await window.longestFreezeDuring(async () => {
    const painted = window.paints.next("empty");
    const opened = await window.ask({ do: "openEmptyPanel", html: emptyPage });
    emptyMs = (await painted) - opened.startedMs;
  });
  await window.closeEditors();
  let drawnMs = NaN;
  let blankMs = NaN;
  const freezeMs = await window.longestFreezeDuring(async () => {
    const [appeared, painted] = [window.paints.next("page"), window.paints.next("panel")];
    const inspected = await window.run(commandIds.inspectDialog, { dialogId });
    const paintedAt = await painted;
    drawnMs = paintedAt - inspected.startedMs;
    blankMs = Math.max(0, paintedAt - (await appeared));
  });
  const next = window.paints.next("next");
  const inspected = await window.run(commandIds.inspectDialog, { dialogId: nextDialogId });
  const nextMs = (await next) - inspected.startedMs;
  await window.closeEditors();
  const requestMs = post.endedMs - post.startedMs;
  return { drawnMs, blankMs, nextMs, requestMs, emptyMs, freezeMs, emptyFreezeMs };
}
