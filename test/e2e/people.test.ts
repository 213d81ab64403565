import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { listReads, peopleIn } from "./harness/peopleLists";
import { chooseFromContextMenu } from "./harness/sideBar";
import {
  addDemoPortal,
  addEmulatorPortal,
  emulatorName,
  inspect,
  startAnew,
} from "./harness/steps";

function summaryOf(panel: DialogPanel, key: string) {
  return panel.row(key).locator(".people-summary");
}

describe("People of the demo portal", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  it("in a crowd come by pages and are found by name", async () => {
    const panel = await (await inspect("chat282")).read();
    await summaryOf(panel, "people.members").getByText("50 of 10,000 people").waitFor();
    await panel
      .row("people.members")
      .getByRole("button", { name: "Show more", exact: true })
      .click();
    await summaryOf(panel, "people.members").getByText("100 of 10,000 people").waitFor();

    await panel.open("readed_list");
    await panel.row("readed_list").getByRole("textbox").fill("Horvat 9971");
    await listReads(panel, "readed_list", ["Ada Horvat 9971 · 10870"]);
    assert.equal(await summaryOf(panel, "readed_list").innerText(), "1 of 9,999 people match");

    await panel.filter.fill("Horvat 9972");
    await listReads(panel, "readed_list", ["Ben Horvat 9972 · 10871"]);
    assert.deepEqual(
      (await panel.facts()).map(({ key }) => key),
      ["readed_list"],
    );
    await panel.filter.press("Escape");
    await listReads(panel, "readed_list", ["Ada Horvat 9971 · 10870"]);
  });

  it("and values are copied from their menu, and a person's private dialog is asked about there", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat29")).read();
    // What an earlier copy left in the status bar says nothing of this one.
    const copies = async (row: Locator, item: string, expected: string): Promise<void> => {
      await chooseFromContextMenu(vscode.page, item, () => row.click({ button: "right" }));
      const isCopied = async (): Promise<true | undefined> => {
        return (await vscode.copied()) === expected ? true : undefined;
      };
      await eventually(isCopied, { what: `“${expected}” on the clipboard` });
    };
    await panel.open("message_count");
    const count = panel.row("message_count").locator(".text");
    await copies(count, "Copy Value", "118");
    await copies(count, "Copy Name", "message_count");
    await copies(count, "Copy Name and Value", "message_count: 118");
    const person = panel.row("people.members").getByText("Omar Haddad");
    await copies(person, "Copy Name and Value", "Omar Haddad: 5");
    const ofPerson = (): Promise<void> => person.click({ button: "right" });
    await chooseFromContextMenu(vscode.page, "Inspect Private Dialog", ofPerson);
    await vscode.dialog.shown(/Read the private dialog with .*5\)?\?/);
    await vscode.dialog.press("Cancel");
  });

  it("log nothing wrong", () => {
    assert.deepEqual(e2e().vscode.console.errors, []);
  });
});

describe("People of a portal", () => {
  beforeEach(startAnew);

  it("link to their pages, and are read again when they could not be", async () => {
    const { emulator } = e2e();
    await addEmulatorPortal();
    emulator.setFault({ name: "html502" }, { method: "im.dialog.users.list" });
    const panel = await (await inspect("chat29", emulatorName)).read();
    await panel.row("people.members").getByText("The members could not be read.").waitFor();
    assert.equal((await panel.fact("message_count")).value, "118");
    emulator.clearFaults();
    await panel.button("Try again").click();
    await eventually(
      async () => ((await peopleIn(panel, "people.members")).length === 4 ? true : undefined),
      { what: "the members" },
    );
    const link = panel.row("owner").getByRole("link", { name: "Ivy Stone" });
    assert.equal(await link.getAttribute("href"), `${emulator.origin}/company/personal/user/1/`);
  });
});
