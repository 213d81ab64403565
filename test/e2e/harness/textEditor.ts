import type { Locator } from "playwright-core";
import { Clipboard } from "./clipboard";
import { e2e } from "./e2eRun";
import { eventually } from "./eventually";

/** A text editor that has the keyboard. */
export class TextEditor {
  /** Waits for the editor of a file or document. */
  static async of(name: string): Promise<TextEditor> {
    const { page } = e2e().vscode;
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    return TextEditor.in(page.locator(".editor-group-container.active"));
  }

  /** The editor inside a part of the window. */
  static async in(part: Locator): Promise<TextEditor> {
    await part.locator(".monaco-editor").first().click();
    return new TextEditor();
  }

  /** All of it: an editor draws only the lines on screen. */
  async text(): Promise<string> {
    const { page } = e2e().vscode;
    const clipboard = new Clipboard(page);
    await clipboard.write("");
    return eventually(
      async () => {
        await page.keyboard.press("Control+KeyA");
        await page.keyboard.press("Control+KeyC");
        const text = await clipboard.read();
        return text === "" ? undefined : text;
      },
      { what: "the text of the editor" },
    );
  }

  /** Puts a text in place of all that is there. */
  async replace(text: string): Promise<void> {
    const { page } = e2e().vscode;
    await new Clipboard(page).write(text);
    await page.keyboard.press("Control+KeyA");
    await page.keyboard.press("Control+KeyV");
    await eventually(async () => ((await this.text()) === text ? true : undefined), {
      what: "the new text in the editor",
    });
  }

  async type(text: string): Promise<void> {
    await e2e().vscode.page.keyboard.type(text);
  }
}
