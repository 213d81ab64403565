import assert from "node:assert/strict";
import { chat } from "../../src/demo/seed/chat";
import { Emulator } from "../emulator/emulator";
import { Clipboard } from "./harness/clipboard";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { goToEndOfChats, loadMoreChats } from "./harness/endOfChats";
import { addPortal, startAnew } from "./harness/steps";

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

  it("folds its first rows into a range, and goes on at the first chat that came", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.row(/^Delivery bot/);
    let { loaded } = await goToEndOfChats();
    // What came last stays in the open: a range is folded once a page more than it is there.
    while (loaded !== undefined && loaded < 700) ({ loaded } = await loadMoreChats("key"));
    assert.ok(loaded !== undefined && loaded >= 700);
    await sideBar.goToStart();
    const range = await sideBar.row("1 to 500");
    assert.match((await range.getAttribute("aria-label")) ?? "", /^1 to 500, .*unread.*20\d\d/);
  });

  it("leaves a range closed while more is loaded, and opens it by itself", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.goToStart();
    await sideBar.collapse("1 to 500");
    await loadMoreChats("key");
    await sideBar.goToStart();
    assert.equal(await (await sideBar.row("1 to 500")).getAttribute("aria-expanded"), "false");
    await sideBar.expand("1 to 500");
    await sideBar.row(/^Delivery bot/);
  });

  it("copies the ids of a range, alone or selected with dialogs", async () => {
    const { page, sideBar } = e2e().vscode;
    const status = page.locator(".statusbar");
    await sideBar.goToStart();
    await sideBar.chooseFromMenu("1 to 500", "Copy DIALOG_ID");
    await status.getByText("Copied 500 dialog ids").first().waitFor();
    const ids = (await new Clipboard(page).read()).split("\n");
    assert.equal(ids[0], "chat29");
    assert.equal(new Set(ids).size, 500);
    await (await sideBar.row("Workgroup Fleet")).click();
    // The first dialog that is inspected brings a branch of its own, and moves the rows below it.
    await sideBar.row("Recently inspected");
    await (await sideBar.row("1 to 500")).click({ modifiers: ["Control"] });
    await sideBar.chooseFromMenu("Workgroup Fleet", "Copy DIALOG_ID");
    await eventually(
      async () => {
        const copied = (await new Clipboard(page).read()).split("\n");
        // The chat is in the range, too.
        return copied[0] === "chat240" && copied.length === 500 ? true : undefined;
      },
      { what: "the ids of both" },
    );
  });
});
