import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { changeSettings } from "./harness/changeSettings";
import { addEmulatorPortal, emulatorName, inspect, panelOf, startAnew } from "./harness/steps";

describe("The latest messages", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  after(async () => {
    await changeSettings({ "bitrix24.messages": undefined });
  });

  it("are asked for by a click, and by nothing before", async () => {
    const { emulator } = e2e();
    const panel = await (await inspect("chat29", emulatorName)).read();
    const group = panel.frame.locator("[data-group='messages']");
    await group.getByRole("button", { name: "Latest messages" }).click();
    const read = group.getByRole("button", { name: "Read the latest messages" });
    await read.waitFor();
    assert.equal(emulator.callsTo("im.dialog.messages.get").length, 0);
    await read.click();
    await group.locator(".talk-item").nth(19).waitFor();
    const [call, ...more] = emulator.callsTo("im.dialog.messages.get");
    assert.equal(call?.parameters["LAST_ID"], 0);
    assert.deepEqual(more, []);
    assert.deepEqual(emulator.effects, []);
  });

  it("go from an open panel when the setting is turned off, and come in no other", async () => {
    await changeSettings({ "bitrix24.messages": "off" });
    const open = await panelOf("chat29");
    await open.frame.locator("[data-group='messages']").waitFor({ state: "detached" });
    const panel = await (await inspect("chat210", emulatorName)).read();
    assert.ok(!(await panel.groups()).includes("Latest messages"));
  });
});
