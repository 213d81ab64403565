import { TreeNodes, type SectionNode } from "../../../src/core/sidebar/treeNode";
import { commandIds, treeCommandIds } from "../../../src/ids";
import { median, table, within } from "../table";
import { withPortal, type BenchWindow } from "./benchWindow";
import type { Painted } from "./paint";

const chats = /^Chats$/;
const firstRange = /^1 to 500$/;

interface Opening {
  readonly drawnMs: number;
  readonly freezeMs: number;
}

/**
 * Opens a branch whose chats are all loaded, then its first range: from the click to the rows on screen.
 * @param count of chats that the portal has beside its own
 */
export async function longTreeTable(
  webhook: string,
  count: number,
  rounds: number,
): Promise<string> {
  return withPortal(webhook, (window, portalId) => measure(window, portalId, count, rounds));
}

async function measure(
  window: BenchWindow,
  portalId: string,
  count: number,
  rounds: number,
): Promise<string> {
  const nodes = new TreeNodes();
  const section = nodes.section(portalId, "chats");
  await window.run(treeCommandIds.refreshNode, section);
  const page: Opening[] = [];
  // The first pages have 50, the others 200.
  for (let load = 0; load < count / 200 + 4; load++) page.push(await loadMore(window, section));
  // Loading more has shown what came.
  await window.sideBar.open("Bitrix24");
  await window.sideBar.goToStart();
  await window.sideBar.collapse(chats);
  const branch: Opening[] = [];
  const range: Opening[] = [];
  for (let round = 0; round <= rounds; round++) {
    // All is drawn anew: VS Code must not show what it still knows of the branch.
    await window.run(commandIds.clearFilter);
    const openedBranch = await open(window, chats, "branch");
    // It may have come open.
    await window.sideBar.collapse(firstRange);
    const openedRange = await open(window, firstRange, "range");
    await window.sideBar.collapse(firstRange);
    await window.sideBar.collapse(chats);
    // The first round warms up.
    if (round === 0) continue;
    branch.push(openedBranch);
    range.push(openedRange);
  }
  const row = (what: string, openings: readonly Opening[], budgetMs: number) => [
    what,
    ...within(median(openings.map(({ drawnMs }) => drawnMs)), budgetMs),
    ...within(median(openings.map(({ freezeMs }) => freezeMs)), 50),
  ];
  return table(
    [
      `a tree with ${count.toLocaleString("en")} chats`,
      "click to rows, ms",
      "budget ms",
      "blocked, ms",
      "budget ms",
    ],
    [
      row("a branch opened", branch, 200),
      row("a range of 500 opened", range, 200),
      row(`a page more (${page.length} of them)`, page, 300),
    ],
  );
}

async function open(window: BenchWindow, label: RegExp, shows: Painted): Promise<Opening> {
  let drawnMs = NaN;
  const freezeMs = await window.longestFreezeDuring(async () => {
    const painted = window.paints.next(shows);
    await window.sideBar.expand(label);
    drawnMs = (await painted) - (await window.paints.clickedMs());
  });
  return { drawnMs, freezeMs };
}

async function loadMore(window: BenchWindow, section: SectionNode): Promise<Opening> {
  const more = new TreeNodes().loadMore(section);
  let drawnMs = NaN;
  const freezeMs = await window.longestFreezeDuring(async () => {
    const { startedMs, endedMs } = await window.run(treeCommandIds.loadMore, more);
    drawnMs = endedMs - startedMs;
  });
  return { drawnMs, freezeMs };
}
