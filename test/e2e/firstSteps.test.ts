import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { panelOf, portalInStatusBar, startAnew, tabsAre } from "./harness/steps";

describe("The first steps", () => {
  before(startAnew);

  it("lead from the palette over the demo portal to a dialog", async () => {
    const { vscode } = e2e();
    await vscode.palette("Bitrix24: Inspect Dialog");
    const offer = await vscode.notification("There is no portal yet.");
    assert.deepEqual(await offer.buttons(), ["Add Portal", "Try the Demo Portal"]);
    await offer.press("Try the Demo Portal");

    await vscode.quickInput.shown("Inspect a dialog of Northwind Couriers (demo)");
    assert.equal((await portalInStatusBar().innerText()).trim(), "Northwind Couriers (demo)");
    await vscode.quickInput.type("chat29");
    await vscode.quickInput.choose("chat29");

    const panel = await (await panelOf("chat29")).read();
    assert.equal(await panel.title.innerText(), "Delivery bot pilot");
    assert.equal(
      (await panel.meta.innerText()).replaceAll("\n", " | "),
      "Group chat | chat29 | Northwind Couriers (demo) | northwind.bitrix24.example",
    );
    await tabsAre("chat29 Delivery bot pilot");
  });

  it("show what the portal says, in groups, with the names on the wire", async () => {
    const panel = await panelOf("chat29");
    assert.deepEqual(await panel.groups(), [
      "Latest messages",
      "People",
      "Permissions",
      "Activity and reading",
      "Identity",
      "Raw entity strings",
      "How this was read",
    ]);
    const fact = async (key: string): Promise<string> => {
      const { label, wireName, value } = await panel.fact(key);
      return `${label} (${wireName}): ${value}`;
    };
    assert.equal(await fact("id"), "Chat id (id): 29");
    assert.equal(await fact("type"), "Kind (type): Group chatchat");
    assert.equal(await fact("role"), "Role of the reader (role): Ownerowner");
    assert.equal(await fact("message_count"), "Messages (message_count): 118");
    assert.equal(
      await fact("date_create"),
      "Created (date_create): Feb 24, 2026, 11:19:39 AM UTCAs the portal wrote it: 2026-02-24T13:19:39+02:00",
    );
    await panel.factReads("manager_list", "2 peopleIvy Stone1ownerDelivery & Co bot39bot");
    assert.equal(await fact("restrictions.send"), "Sending allowed (restrictions.send): yestrue");
    assert.equal(await fact("entity_type"), 'Entity type (entity_type): not set""');
  });

  it("tell how the answer was got", async () => {
    const panel = await panelOf("chat29");
    assert.equal((await panel.fact("answer.method")).value, "imbot.dialog.get");
    assert.equal((await panel.fact("answer.actsAs")).value, "User 1, owner of the webhook");
    assert.equal((await panel.fact("answer.status")).value, "200");
    assert.match((await panel.fact("answer.duration")).value, /^[\d.,]+ ms$/);
  });

  it("never say that the portal needed more of the time than there was", async () => {
    // Portals of today count from the last whole second.
    const facts = await (await panelOf("chat29")).facts();
    const ms = (key: string): number =>
      Number.parseFloat(facts.find((fact) => fact.key === key)?.value.replace(",", "") ?? "0");
    assert.ok(ms("answer.serverTime") <= ms("answer.duration"));
  });

  it("leave a message that leads to the next dialog", async () => {
    const { vscode } = e2e();
    const ready = await vscode.notification("The demo portal is ready.");
    assert.deepEqual(await ready.buttons(), ["Inspect Dialog"]);
    // A page that gets the keyboard back late would close the box.
    await vscode.page.locator(".tabs-container .tab").first().click({ button: "middle" });
    await tabsAre();
    await ready.press("Inspect Dialog");
    await vscode.quickInput.shown("Inspect a dialog of Northwind Couriers (demo)");
    await vscode.quickInput.close();
  });

  it("offer both ways again as long as none was taken", async () => {
    const { vscode } = e2e();
    await startAnew();
    await vscode.palette("Bitrix24: Inspect Dialog");
    await (await vscode.notification("There is no portal yet.")).press("Add Portal");
    await vscode.quickInput.shown("Add a Bitrix24 portal");
    await vscode.quickInput.close();
  });

  it("log nothing wrong in the panel", () => {
    assert.deepEqual(e2e().vscode.console.errors, []);
  });
});
