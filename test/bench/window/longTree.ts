import { TreeNodes } from "../../../src/core/browse/treeNode";
import { treeCommandIds } from "../../../src/ui/ids";
import { figure, median, table } from "../table";
import type { BenchWindow } from "./benchWindow";

const chats = /^Chats$/;

const pinnedTitle = "Delivery bot pilot";
const noPins = "Pin a dialog to keep it here";

/**
 * Opens a branch whose chats are all loaded: from the click to the rows on screen.
 * @param pages of 50 that are loaded before
 */
export async function longTreeTable(
  window: BenchWindow,
  portalId: string,
  pages: number,
  rounds: number,
): Promise<string> {
  const nodes = new TreeNodes();
  const more = nodes.loadMore(nodes.section(portalId, "chats"));
  const loadingFreezeMs = await window.longestFreezeDuring(async () => {
    for (let page = 0; page < pages; page++) await window.run(treeCommandIds.loadMore, more);
  });
  await window.sideBar.open("Bitrix24");
  const measured: { drawnMs: number; freezeMs: number }[] = [];
  const dialog = nodes.dialog(portalId, "chats", "chat29");
  for (let round = 0; round <= rounds; round++) {
    // A pin draws the whole tree anew: VS Code must not show what it still knows of the branch.
    const isPinned = round % 2 === 1;
    await window.run(isPinned ? treeCommandIds.unpinDialog : treeCommandIds.pinDialog, dialog);
    await window.sideBar.row(isPinned ? noPins : pinnedTitle);
    let drawnMs = NaN;
    const freezeMs = await window.longestFreezeDuring(async () => {
      const painted = window.paints.next("tree");
      await window.sideBar.expand(chats);
      drawnMs = (await painted) - (await window.paints.clickedMs());
    });
    await window.sideBar.collapse(chats);
    if (round > 0) measured.push({ drawnMs, freezeMs });
  }
  return table(
    [
      `a tree with ${(pages * 50).toLocaleString("en")} chats, ${rounds} rounds`,
      "click to first paint, median ms",
      "longest freeze of the host, median",
      "longest freeze while loading",
    ],
    [
      [
        "ours",
        figure(median(measured.map(({ drawnMs }) => drawnMs))),
        figure(median(measured.map(({ freezeMs }) => freezeMs))),
        figure(loadingFreezeMs),
      ],
    ],
  );
}
