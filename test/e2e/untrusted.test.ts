import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { changeSettings } from "./harness/changeSettings";
import { e2e } from "./harness/e2eRun";
import { goTo } from "./harness/goTo";
import { hoverOf } from "./harness/pointAt";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  panelOf,
  startAnew,
} from "./harness/steps";

/** The folder names the demo portal as its own, and turns the leak guard off. */
const settings = { "bitrix24.portal": "northwind.bitrix24.example", "bitrix24.leakGuard": false };

describe("A workspace that nobody trusts", () => {
  async function write(file: string, content: string): Promise<void> {
    const place = path.join(e2e().vscode.workspace, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  }

  before(async () => {
    await startAnew();
    await addDemoPortal();
    await addEmulatorPortal();
    const { vscode, emulator } = e2e();
    await write(".git/HEAD", "ref: refs/heads/main\n");
    await write(".vscode/settings.json", JSON.stringify(settings));
    await write("bots/hook.php", `<?php\n$hook = '${emulator.webhook()}';\ncall('chat210');\n`);
    await changeSettings({ "security.workspace.trust.enabled": true });
    await vscode.reload();
    await vscode.page.getByText("Restricted Mode").first().waitFor();
    emulator.reset();
  });

  after(async () => {
    const { vscode } = e2e();
    for (const place of [".git", ".vscode", "bots/hook.php"])
      await rm(path.join(vscode.workspace, place), { recursive: true });
    await changeSettings({ "security.workspace.trust.enabled": false });
    await vscode.reload();
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
