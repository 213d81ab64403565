import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { goToEndOfChats, loadMoreChats } from "./harness/endOfChats";
import { eventually } from "./harness/eventually";
import { focusedRow } from "./harness/treeFocus";
import {
  addEmulatorPortal,
  dismissMessages,
  emulatorName,
  inspect,
  panelOf,
  pinsAre,
  startAnew,
  addPortal,
} from "./harness/steps";

/** Labels of the rows that are drawn, from the top. */
async function labels(): Promise<readonly string[]> {
  return (await e2e().vscode.sideBar.rows()).map(({ label }) => label);
}

async function showsRow(label: string): Promise<void> {
  await eventually(async () => ((await labels()).includes(label) ? true : undefined), {
    what: `the row "${label}"`,
  });
}

describe("The sidebar", () => {
  before(startAnew);

  it("welcomes who has no portal, and leads to the demo portal", async () => {
    const { vscode } = e2e();
    await vscode.sideBar.open("Bitrix24");
    const welcome = await vscode.sideBar.welcome();
    for (const text of ["Add Portal", "Try the Demo Portal", "How to create a webhook"]) {
      assert.ok(welcome.includes(text), welcome);
    }
    await vscode.page
      .locator(".welcome-view-content .monaco-button")
      .getByText("Try the Demo Portal")
      .click();
    await showsRow("Northwind Couriers (demo)");
    await dismissMessages();
    assert.deepEqual((await labels()).slice(1), ["Chats", "Open Channels", "Bots"]);
  });

  it("lists chats with their kind, and loads more of them twice", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.expand(/^Chats$/);
    await showsRow("Delivery bot pilot");
    const pilot = (await sideBar.rows()).find(({ label }) => label === "Delivery bot pilot");
    assert.equal(pilot?.description, "chat29");
    await sideBar.showsBadge("Delivery bot pilot", "2");
    const loaded = [
      await goToEndOfChats(),
      await loadMoreChats("click"),
      await loadMoreChats("click"),
    ].map((end) => end.loaded ?? 0);
    // Pages of 50 dialogs, of which some belong to Open Channels.
    loaded.forEach((count, index) => {
      const most = 50 * (index + 1);
      assert.ok(count > most - 10 && count <= most, loaded.join());
    });
  });

  it("filters what is loaded, says so, and is cleared by one button", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Filter Dialogs", "Filter the dialogs in the sidebar");
    await vscode.quickInput.submit("pilot");
    await eventually(
      async () => ((await labels()).some((label) => label.startsWith("Route")) ? undefined : true),
      { what: "the routes to be hidden" },
    );
    await showsRow("Delivery bot pilot");
    const message = vscode.page.locator(".part.sidebar .message");
    await message.getByText("Only what matches “pilot”").first().waitFor();
    await (await vscode.sideBar.row("Delivery bot pilot")).click();
    await (await panelOf("chat29")).read();
    await vscode.palette("Bitrix24: Clear Filter");
    await vscode.sideBar.goToStart();
    await showsRow("All hands");
    await message.getByText("Only what matches").first().waitFor({ state: "hidden" });
  });

  it("says what it filters by each time, from the menu of the view too", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Filter Dialogs", "Filter the dialogs in the sidebar");
    await vscode.quickInput.submit("pilot");
    const message = vscode.page.locator(".part.sidebar .message");
    await message.getByText("Only what matches “pilot”").first().waitFor();
    await vscode.page.locator(".part.sidebar .composite.title").hover();
    await vscode.page
      .locator('.part.sidebar .composite.title [aria-label^="Views and More Actions"]')
      .click();
    await vscode.page
      .locator(".context-view .action-menu-item")
      .getByText("Filter Dialogs", { exact: true })
      .hover();
    await vscode.page.keyboard.press("Enter");
    await vscode.quickInput.shown("Filter the dialogs in the sidebar");
    await vscode.quickInput.submit("hands");
    await message.getByText("Only what matches “hands”").first().waitFor();
    await vscode.palette("Bitrix24: Clear Filter");
    await message.getByText("Only what matches").first().waitFor({ state: "hidden" });
  });

  it("pins a dialog", async () => {
    const { vscode } = e2e();
    await vscode.sideBar.goToStart();
    await vscode.sideBar.pressInline("Delivery bot pilot", "Pin");
    await pinsAre("Delivery bot pilot");
  });

  it("shows key facts and members of a dialog, loaded when it is opened", async () => {
    const { sideBar } = e2e().vscode;
    // One of its members has a chat there, too.
    await sideBar.collapse(/^Chats$/);
    await sideBar.expand("Delivery bot pilot");
    await showsRow("Chat id");
    const rows = await sideBar.rows();
    assert.equal(rows.find(({ label }) => label === "Chat id")?.description, "29");
    await sideBar.expand(/^Members$/);
    await showsRow("Delivery & Co bot");
    const bot = (await sideBar.rows()).find(({ label }) => label === "Delivery & Co bot");
    assert.equal(bot?.description, "39 · bot");
    await sideBar.goToStart();
    const owner = (await sideBar.rows()).find(({ label }) => label === "Owner");
    assert.match(owner?.description ?? "", /^\p{L}.+ · \d+$/u, "named as in the members");
  });

  it("says in key facts what the strings of an Open Channel chat mean", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.goToStart();
    await sideBar.expand(/^Open Channels$/);
    await sideBar.expand(/^Ana via/);
    await showsRow("Connector");
    const rows = await sideBar.rows();
    assert.equal(rows.find(({ label }) => label === "Connector")?.description, "Telegram");
    assert.ok(rows.every(({ label }) => label !== "Entity id"));
  });

  it("finds chats at the portal by their title", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Search Chats", "Search the chats of Northwind Couriers (demo)");
    await vscode.quickInput.type("fix van");
    await vscode.quickInput.choose("Task: fix van");
    await (await panelOf("chat230")).read();
  });

  it("draws “$(…)” of a title as it is", async () => {
    const { vscode } = e2e();
    await vscode.ask("Bitrix24: Search Chats", "Search the chats of Northwind Couriers (demo)");
    await vscode.quickInput.type("onerror");
    const [row] = await vscode.quickInput.rowsWhere(
      ([first]) => first?.label.includes("onerror") === true,
    );
    assert.match(row?.label.replaceAll("\u200b", "") ?? "", /\$\(rm\)$/);
    await vscode.quickInput.close();
  });

  it("searches again with Enter after the search failed", async () => {
    const { vscode, emulator } = e2e();
    await addEmulatorPortal();
    await vscode.ask("Bitrix24: Search Chats", `Search the chats of ${emulatorName}`);
    emulator.setFault({ name: "html502" }, { method: "im.search.chat.list" });
    await vscode.quickInput.type("fix van");
    await vscode.quickInput.row("The portal is busy or down. Click to try again", 20_000);
    emulator.reset();
    await vscode.quickInput.press("Enter");
    await vscode.quickInput.row("Task: fix van");
    await vscode.quickInput.close();
  });
});

describe("A sidebar of 300 pixels", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
    await e2e().vscode.sideBar.open("Bitrix24");
    await e2e().vscode.sideBar.setWidth(300);
  });

  for (const branch of [/^Chats$/, /^Open Channels$/, /^Bots$/]) {
    it(`cuts no id under ${branch.source}`, async () => {
      const { sideBar } = e2e().vscode;
      await sideBar.expand(branch);
      await eventually(
        async () => {
          const rows = await sideBar.rows();
          return rows.some(({ description }) => /^(chat)?\d+$/.test(description))
            ? true
            : undefined;
        },
        { what: "rows with an id" },
      );
      if (branch.source === "^Chats$") await sideBar.showsBadge("All hands", "99");
      await sideBar.leave();
      assert.deepEqual(await sideBar.cutRows(), []);
      await e2e().vscode.picture(`sidebar-300-${branch.source.replaceAll(/\W/g, "")}`);
      await sideBar.collapse(branch);
    });
  }

  it("says which portal is active with a mark that the longest name does not cut", async () => {
    const { vscode } = e2e();
    const { sideBar } = vscode;
    const name = "Northwind Couriers, the portal of the long-distance department";
    await vscode.palette("Bitrix24: Rename Portal");
    await vscode.quickInput.shown(`Rename “${emulatorName}”`);
    await vscode.quickInput.submit(name);
    await sideBar.showsBadge(name, "●");
    const row = await (await sideBar.row(name)).boundingBox();
    const label = await (await sideBar.row(name)).locator(".monaco-icon-label").boundingBox();
    assert.ok(row !== null && label !== null && label.x + label.width <= row.x + row.width);
    const [portal] = await sideBar.rows();
    assert.equal(portal?.description, "user 1");
    await vscode.palette("Bitrix24: Rename Portal");
    await vscode.quickInput.shown(`Rename “${name}”`);
    await vscode.quickInput.submit(emulatorName);
    await sideBar.showsBadge(emulatorName, "●");
  });

  it("names the owner of a dialog at once", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.expand(/^Chats$/);
    await sideBar.expand("Deal #88");
    await eventually(
      async () => {
        const owner = (await sideBar.rows()).find(({ label }) => label === "Owner");
        return /^\p{L}.+ · \d+$/u.test(owner?.description ?? "") ? true : undefined;
      },
      { what: "the owner's name" },
    );
    await sideBar.collapse("Deal #88");
  });

  it("keeps the keyboard at a click, and goes in at a double click", async () => {
    const { vscode } = e2e();
    const row = await vscode.sideBar.row("Road reports");
    await row.click();
    await (await panelOf("chat261")).read();
    assert.equal((await focusedRow())?.label, "Road reports");
    await row.dblclick();
    await eventually(async () => ((await focusedRow()) === undefined ? true : undefined), {
      what: "the keyboard in the panel",
    });
    await row.click();
  });

  it("shows where a dialog stands that was inspected from elsewhere", async () => {
    const { vscode } = e2e();
    await (await inspect("chat230", emulatorName)).read();
    await vscode.page
      .locator('.part.sidebar .monaco-list-row.selected[aria-label^="Task: fix van"]')
      .waitFor();
  });

  it("keeps a refused dialog in the history, and marks it", async () => {
    const { vscode } = e2e();
    await (await inspect("chat405", emulatorName)).noticeWith("No access, or no such chat");
    await vscode.sideBar.collapse(/^Chats$/);
    await vscode.sideBar.expand("Recently inspected");
    await vscode.page
      .locator('.part.sidebar .monaco-list-row[aria-label*="did not let it be read"] .codicon-lock')
      .waitFor();
    await vscode.picture("sidebar-300-history");
  });

  it("has the chats in the order that is chosen, or those alone that are unread", async () => {
    const { vscode } = e2e();
    await vscode.sideBar.expand(/^Chats$/);
    const sort = async (by: string): Promise<void> => {
      await vscode.ask("Bitrix24: Sort Dialogs", "Sort chats and Open Channels");
      await vscode.quickInput.choose(by);
    };
    const firstChat = async (label: RegExp): Promise<void> => {
      await eventually(
        async () => {
          const all = await labels();
          return label.test(all[all.indexOf("Chats") + 1] ?? "") ? true : undefined;
        },
        { what: `${label.source} as the first chat` },
      );
    };
    await sort("By title");
    await firstChat(/^AI assistant/);
    await sort("Unread only");
    await firstChat(/^All hands/);
    await vscode.page
      .locator(".part.sidebar")
      .getByText("Only chats with unread messages")
      .waitFor();
    await vscode.picture("sidebar-300-unread");
    await sort("Unread only");
    await sort("By activity, as in Bitrix24");
    await firstChat(/^Delivery bot pilot/);
  });

  it("opens what a filter matches, and counts it", async () => {
    const { vscode } = e2e();
    await vscode.sideBar.collapse(/^Chats$/);
    await vscode.ask("Bitrix24: Filter Dialogs", "Filter the dialogs in the sidebar");
    await vscode.quickInput.submit("hands");
    await showsRow("All hands");
    const chats = (await vscode.sideBar.rows()).find(({ label }) => label === "Chats");
    assert.match(chats?.description ?? "", /^1 of \d+$/);
    assert.ok(!(await labels()).includes("Recently inspected"));
    await vscode.picture("sidebar-300-filter");
    await vscode.palette("Bitrix24: Clear Filter");
    await showsRow("Recently inspected");
  });
});

describe("The sidebar of a webhook with the scope imbot alone", () => {
  before(startAnew);

  it("says why chats cannot be listed, and lists bots", async () => {
    const { vscode, emulator } = e2e();
    await addPortal(emulator.webhook(5), "Bots only");
    const { sideBar } = vscode;
    await sideBar.open("Bitrix24");
    await showsRow("Bots only");
    await sideBar.expand(/^Chats$/);
    await showsRow("Grant “im” to list chats");
    assert.equal(emulator.callsTo("im.recent.list").length, 0);
    await sideBar.expand(/^Bots$/);
    await showsRow("Delivery & Co bot");
  });

  it("says so too where chats are searched, with the same help", async () => {
    const { vscode, emulator } = e2e();
    await vscode.ask("Bitrix24: Search Chats", "Search the chats of Bots only");
    await vscode.quickInput.row("Scope “im” is not granted: chats cannot be searched");
    await vscode.quickInput.type("pilot");
    await vscode.quickInput.choose("Scope “im” is not granted: chats cannot be searched");
    await vscode.dialog.shown("The webhook may not list this");
    assert.ok((await vscode.dialog.buttons()).includes("Check Access"));
    await vscode.dialog.press("Cancel");
    assert.equal(emulator.callsTo("im.search.chat.list").length, 0);
  });
});
