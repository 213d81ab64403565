import { readFile } from "node:fs/promises";
import path from "node:path";
import { e2e } from "./e2eRun";
import { eventually } from "./eventually";
import { TextEditor } from "./textEditor";

/**
 * Changes settings.json in an editor, as a user does: this VS Code does not notice when the file itself changes.
 * @param changes by the names of the settings; undefined takes one out
 */
export async function changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void> {
  const { vscode } = e2e();
  const file = path.join(vscode.userData, "User", "settings.json");
  const before = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  const after = JSON.stringify({ ...before, ...changes }, undefined, 2);
  await eventually(
    async () => {
      // A window that has just begun does not know its keys yet.
      await vscode.press("openSettings");
      await vscode.modalEditor.waitFor({ timeout: 3_000 });
      return true;
    },
    { what: "the settings in an editor" },
  );
  const editor = await TextEditor.in(vscode.modalEditor);
  await editor.replace(after);
  await vscode.page.keyboard.press("Control+KeyS");
  await eventually(async () => ((await readFile(file, "utf8")) === after ? true : undefined), {
    what: "the settings in their file",
  });
  await vscode.closeModalEditor();
}
