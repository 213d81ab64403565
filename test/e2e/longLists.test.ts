import assert from "node:assert/strict";
import { chat } from "../../src/demo/seed/chat";
import { Emulator } from "../emulator/emulator";
import { e2e } from "./harness/e2eRun";
import { addPortal, startAnew } from "./harness/steps";
import { focusMovesTo, focusUpTo } from "./harness/treeFocus";

describe("A long list in the sidebar", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start({
      moreChats: Array.from({ length: 700 }, (_, index) =>
        chat({ id: 100_001 + index, name: `Shift ${index + 1}` }),
      ),
    });
    await startAnew();
    const { sideBar } = e2e().vscode;
    await sideBar.open("Bitrix24");
    await addPortal(emulator.webhook(), "Shifts");
    await sideBar.expand(/^Chats$/);
  });

  after(async () => {
    await startAnew();
    await emulator.stop();
  });

  interface End {
    /** The last chat. */
    readonly last: string | undefined;
    /** How many are loaded, as "Load more" says; absent: all. */
    readonly loaded: number | undefined;
  }

  async function goToEndOfChats(): Promise<End> {
    const { sideBar } = e2e().vscode;
    await sideBar.goToEnd();
    await focusMovesTo(({ label }) => label === "Bots");
    const rows = await sideBar.rows();
    // Other sections stand below; what sticks to the top is drawn last.
    const above = rows.slice(
      0,
      rows.findIndex(({ label }) => label === "Open Channels"),
    );
    const more = above.at(-1)?.label === "Load more" ? above.pop() : undefined;
    const loaded = more === undefined ? undefined : Number.parseInt(more.description, 10);
    return { last: above.at(-1)?.label, loaded };
  }

  /** With the keyboard, which goes on at the first chat that came. */
  async function loadMore(): Promise<End> {
    const { page } = e2e().vscode;
    const before = await goToEndOfChats();
    await focusUpTo("Load more");
    await page.keyboard.press("Enter");
    await focusMovesTo(
      ({ label, above }) => above === before.last && label !== "Load more" && label !== "Loading…",
    );
    return goToEndOfChats();
  }

  it("folds its first rows into a range, and goes on at the first chat that came", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.row("Delivery bot pilot");
    let { loaded } = await goToEndOfChats();
    while (loaded !== undefined && loaded <= 500) ({ loaded } = await loadMore());
    assert.ok(loaded !== undefined && loaded > 500);
    await sideBar.goToStart();
    const range = await sideBar.row("1 to 500");
    assert.match((await range.getAttribute("aria-label")) ?? "", /^1 to 500, .*unread.*20\d\d/);
  });

  it("leaves a range closed while more is loaded, and opens it by itself", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.goToStart();
    await sideBar.collapse("1 to 500");
    await loadMore();
    await sideBar.goToStart();
    assert.equal(await (await sideBar.row("1 to 500")).getAttribute("aria-expanded"), "false");
    await sideBar.expand("1 to 500");
    await sideBar.row("Delivery bot pilot");
  });
});
