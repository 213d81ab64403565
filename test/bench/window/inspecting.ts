import { commandIds } from "../../../src/ids";
import { figure, median, table, within } from "../table";
import { withPortal, type BenchWindow } from "./benchWindow";
import { nextDialogId } from "./paint";

/** It draws a message that it gets, as little as there can be of it. */
const emptyPage = `<!doctype html><html lang="en"><body><main data-bench="empty">Empty</main><script>
addEventListener("message", ({ data }) => {
  if (data === "told") document.querySelector("main").dataset.bench = data;
});
</script></body></html>`;

export interface Subject {
  readonly name: string;
  readonly dialogId: string;
  /** Its reply takes a portal longer than a panel: another budget holds. */
  readonly isLong?: boolean;
}

interface Round {
  readonly drawnMs: number;
  /** From the first picture of the page to the whole one. */
  readonly blankMs: number;
  /** From the command to the next dialog in the same panel. */
  readonly nextMs: number;
  /** From a message to what a webview that is open draws of it, at least. */
  readonly toldMs: number;
  readonly requestMs: number;
  readonly emptyMs: number;
  readonly freezeMs: number;
  readonly emptyFreezeMs: number;
}

/**
 * From the command to the panel on screen, beside what it cannot go below: the bare request, and a webview of VS
 * Code with one word in it; each from a window at rest. Both happen at the same time, so what is ours is what remains beyond the longer one.
 */
export async function inspectingTable(
  webhook: string,
  subjects: readonly Subject[],
  rounds: number,
): Promise<string> {
  const first = [];
  const next = [];
  for (const { name, dialogId, isLong = false } of subjects) {
    const measured = await withPortal(webhook, async (window) => {
      const results: Round[] = [];
      for (let round = 0; round <= rounds; round++)
        results.push(await measure(window, webhook, dialogId));
      // The first round warms up and does not count.
      return results.slice(1);
    });
    const of = (key: keyof Round): number => median(measured.map((round) => round[key]));
    const beyond = median(
      measured.map(({ drawnMs, requestMs, emptyMs }) => drawnMs - Math.max(requestMs, emptyMs)),
    );
    first.push([
      name,
      ...["drawnMs", "requestMs", "emptyMs"].map((key) => figure(of(key as keyof Round))),
      ...within(beyond, isLong ? 200 : 30),
      figure(of("blankMs")),
      figure(of("freezeMs")),
      figure(of("emptyFreezeMs")),
    ]);
    next.push([
      name,
      figure(of("nextMs")),
      figure(of("toldMs")),
      ...within(of("nextMs") - of("requestMs"), isLong ? undefined : 30),
    ]);
  }
  const opened = table(
    [
      `inspect, ${rounds} rounds`,
      "command to drawn, ms",
      "bare request, ms",
      "empty webview, ms",
      "beyond both, ms",
      "budget ms",
      "blank, ms",
      "blocked, ms",
      "by an empty webview, ms",
    ],
    first,
  );
  const reused = table(
    [
      "another dialog in the open panel of",
      "command to drawn, ms",
      "a message to an empty webview, ms",
      "beyond the bare request, ms",
      "budget ms",
    ],
    next,
  );
  return `${opened}\n\n${reused}`;
}

async function measure(window: BenchWindow, webhook: string, dialogId: string): Promise<Round> {
  const post = await window.ask({
    do: "post",
    url: `${webhook}imbot.dialog.get`,
    body: JSON.stringify({ DIALOG_ID: dialogId }),
  });
  await window.rest();
  let emptyMs = NaN;
  const emptyFreezeMs = await window.longestFreezeDuring(async () => {
    const painted = window.paints.next("empty");
    const opened = await window.ask({ do: "openEmptyPanel", html: emptyPage });
    emptyMs = (await painted) - opened.startedMs;
  });
  await window.rest();
  const told = window.paints.next("told");
  const posted = await window.ask({ do: "postToEmptyPanel" });
  const toldMs = (await told) - posted.startedMs;
  await window.closeEditors();
  await window.rest();
  let drawnMs = NaN;
  let blankMs = NaN;
  const freezeMs = await window.longestFreezeDuring(async () => {
    const [appeared, painted] = [window.paints.next("page"), window.paints.next("panel")];
    const inspected = await window.run(commandIds.inspectDialog, { dialogId });
    const paintedAt = await painted;
    drawnMs = paintedAt - inspected.startedMs;
    blankMs = Math.max(0, paintedAt - (await appeared));
  });
  await window.rest();
  const next = window.paints.next("next");
  const inspected = await window.run(commandIds.inspectDialog, { dialogId: nextDialogId });
  const nextMs = (await next) - inspected.startedMs;
  await window.closeEditors();
  const requestMs = post.endedMs - post.startedMs;
  return { drawnMs, blankMs, nextMs, toldMs, requestMs, emptyMs, freezeMs, emptyFreezeMs };
}
