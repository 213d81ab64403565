import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { E2eRun, e2e, setCurrentRun } from "./harness/e2eRun";
import { goTo } from "./harness/goTo";
import { hoverOf } from "./harness/pointAt";
import { addDemoPortal, addEmulatorPortal, demoName, emulatorName, panelOf } from "./harness/steps";

/** The folder names the demo portal as its own, and turns the leak guard off. */
const settings = { "bitrix24.portal": "northwind.bitrix24.example", "bitrix24.leakGuard": false };

describe("A workspace that nobody trusts", () => {
  let trusted: E2eRun;

  before(async function () {
    this.timeout(300_000);
    trusted = e2e();
    setCurrentRun(await E2eRun.start(true));
    const { vscode, emulator } = e2e();
    const { workspace } = vscode;
    await mkdir(path.join(workspace, ".git"));
    await mkdir(path.join(workspace, ".vscode"));
    await writeFile(path.join(workspace, ".vscode/settings.json"), JSON.stringify(settings));
    const code = `<?php\n$hook = '${emulator.webhook()}';\ncall('chat210');\n`;
    await writeFile(path.join(workspace, "bots/hook.php"), code);
    await vscode.reload();
    await vscode.page.getByText("Restricted Mode").first().waitFor();
    await addDemoPortal();
    await addEmulatorPortal();
    emulator.reset();
  });

  after(async () => {
    const run = e2e();
    setCurrentRun(trusted);
    await run.stop();
  });

  it("has its webhooks underlined, whatever its settings say", async () => {
    const { vscode, emulator } = e2e();
    await vscode.openFile("bots/hook.php");
    await vscode.page.locator(".squiggly-warning").first().waitFor();
    assert.deepEqual(emulator.requests, []);
  });

  it("does not say which portal its ids are looked up in, and nobody is asked", async () => {
    const { vscode, emulator } = e2e();
    const { quickInput } = vscode;
    await goTo("3:1");
    const hover = await hoverOf("chat210", emulatorName);
    assert.ok(!(await hover.innerText()).includes(demoName));
    assert.deepEqual(emulator.requests, []);
    await hover.getByText("Inspect", { exact: true }).first().click();
    await panelOf("chat210");
    assert.ok(emulator.journal.some(({ method }) => method.endsWith("dialog.get")));
    assert.equal(await quickInput.input.isVisible(), false);
  });
});
