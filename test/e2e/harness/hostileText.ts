import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { e2e } from "./e2eRun";
import { eventually } from "./eventually";

const secret = "demo0secret0demo";

/** Each part would be a link, a command, an icon or an element on one surface or another. */
export const hostile =
  "[x](command:workbench.action.quit) $(flame) <b id=evil>b</b> <img src=//evil.example/i.png> https://evil.example/?q";
/** What a portal is called by whoever wants it so. */
export const hostileName = `P ${hostile}`;

/** What hostile text would have made in the window or in a panel, if it were more than text. */
const traces = `[...document.querySelectorAll(
  "#evil, .codicon-flame, [src*='evil'], [href*='evil'], [data-href*='evil'], [data-href*='workbench.action.quit'], [href*='workbench.action.quit']"
)].map((element) => element.outerHTML.slice(0, 200))`;

/** Waits until the text is on a surface, and finds nothing there that it has made, and no secret. */
export async function isTextOn(surface: string, selector: string): Promise<void> {
  const { page } = e2e().vscode;
  await eventually(
    async () => {
      for (const text of await page.locator(selector).allInnerTexts())
        if (/command:|flame|evil/.test(text)) return true;
      return undefined;
    },
    { what: `hostile text on ${surface}` },
  );
  await leavesNoTrace(surface);
}

export async function leavesNoTrace(surface: string): Promise<void> {
  for (const frame of e2e().vscode.page.frames()) {
    // A preview that gives way to another takes its frame along.
    const gone = (error: unknown): undefined => {
      if (!frame.isDetached()) throw error;
    };
    const found = await frame.evaluate<string[]>(traces).catch(gone);
    assert.deepEqual(found ?? [], [], surface);
    const content = (await frame.content().catch(gone)) ?? "";
    assert.ok(!content.includes(secret), `the secret on ${surface}`);
  }
}

/** Also in what VS Code wrote down by itself. */
export async function leavesNoSecretInFiles(): Promise<void> {
  const folder = e2e().vscode.userData;
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  let read = 0;
  for (const entry of files.filter((file) => file.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    // VS Code's copies of files that were saved, some of them here with a webhook that somebody had pasted.
    if (file.includes(`${path.sep}User${path.sep}History${path.sep}`)) continue;
    const bytes = await readFile(file);
    assert.ok(!bytes.includes(secret), file);
    read += 1;
  }
  assert.ok(read > 10, `only ${read} files were found`);
}
