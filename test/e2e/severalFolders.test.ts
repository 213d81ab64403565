import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { e2e } from "./harness/e2eRun";
import { hoverOf } from "./harness/pointAt";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  portalInStatusBar,
  startAnew,
} from "./harness/steps";

describe("A workspace of several folders", () => {
  let root: string;

  before(async () => {
    await startAnew();
    await addDemoPortal();
    await addEmulatorPortal();
    const { vscode, emulator } = e2e();
    root = path.join(vscode.workspace, "..", "several");
    const hosts = { first: "northwind.bitrix24.example", second: new URL(emulator.origin).host };
    for (const [name, host] of Object.entries(hosts)) {
      const folder = path.join(root, name);
      await mkdir(path.join(folder, ".vscode"), { recursive: true });
      const settings = JSON.stringify({ "bitrix24.portal": host });
      await writeFile(path.join(folder, ".vscode/settings.json"), settings);
      await writeFile(path.join(folder, `${name}.log`), "INFO DIALOG_ID=chat210\n");
    }
    const folders = Object.keys(hosts).map((name) => ({ path: name }));
    const file = path.join(root, "bots.code-workspace");
    await writeFile(file, JSON.stringify({ folders }));
    await vscode.openWorkspace(file);
  });

  after(async () => {
    const { vscode } = e2e();
    await vscode.openWorkspace();
    // The next suite takes a window that shows no portal for one that has none.
    await vscode.sideBar.open("Bitrix24");
    await portalInStatusBar().waitFor();
    await rm(root, { recursive: true });
  });

  for (const [name, portal] of [
    ["first", demoName],
    ["second", emulatorName],
  ] as const) {
    it(`looks ids up in the portal of each: ${name}`, async () => {
      const { vscode, emulator } = e2e();
      emulator.reset();
      await vscode.openFile(`${name}.log`);
      await hoverOf("chat210", portal);
      assert.deepEqual(emulator.requests, []);
    });
  }
});
