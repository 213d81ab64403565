import { e2e } from "./e2eRun";
import { eventually } from "./eventually";
import { focusedRow, focusMovesTo, type FocusedRow } from "./treeFocus";

/** Where the branch of chats ends; Open Channels and Bots stand closed below it. */
export interface EndOfChats {
  /** The last chat. */
  readonly last: string | undefined;
  /** How many are loaded, as "Load more" says; absent: all. */
  readonly loaded: number | undefined;
}

/** Scrolls there. VS Code may be busy with the row that was shown last: then it is done once more. */
export async function goToEndOfChats(): Promise<EndOfChats> {
  const { sideBar } = e2e().vscode;
  const rows = await eventually(
    async () => {
      await sideBar.goToEnd();
      return (await focusedRow())?.label === "Bots" ? sideBar.rows() : undefined;
    },
    { what: "the end of the tree" },
  );
  // What sticks to the top is drawn last.
  const chats = rows.slice(
    0,
    rows.findIndex(({ label }) => label === "Open Channels"),
  );
  const more = chats.at(-1)?.label === "Load more" ? chats.pop() : undefined;
  const loaded = more === undefined ? undefined : Number.parseInt(more.description, 10);
  return { last: chats.at(-1)?.label, loaded };
}

/** Goes with the keys to the row that loads more chats. */
export async function focusLoadMore(): Promise<FocusedRow> {
  return eventually(
    async () => {
      await goToEndOfChats();
      for (let ups = 0; ups < 3; ups++) {
        await e2e().vscode.page.keyboard.press("ArrowUp");
        const row = await focusedRow();
        if (row?.label === "Load more") return row;
      }
      return undefined;
    },
    { what: "the row that loads more" },
  );
}

/** Loads more chats; the keyboard goes on at the first one that came. */
export async function loadMoreChats(by: "key" | "click"): Promise<EndOfChats> {
  const { page, sideBar } = e2e().vscode;
  const before = await goToEndOfChats();
  await focusLoadMore();
  if (by === "key") await page.keyboard.press("Enter");
  else await (await sideBar.row("Load more")).click();
  await focusMovesTo(
    ({ label, above }) => above === before.last && label !== "Load more" && label !== "Loading…",
  );
  return goToEndOfChats();
}
