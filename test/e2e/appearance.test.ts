import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { repository } from "../host/paths";
import { themes, type Theme } from "../panel/fixtures/themes";
import type { ColorTheme } from "./harness/colorThemes";
import type { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import { addDemoPortal, inspect, startAnew } from "./harness/steps";

/** What the tests of the page take for VS Code's themes. */
const taken: Readonly<Record<ColorTheme, Theme>> = {
  "Default Dark Modern": themes.dark,
  "Default Light Modern": themes.light,
  "Default High Contrast": themes.contrastDark,
  "Default High Contrast Light": themes.contrastLight,
};

/** Colours that the page's styles name, and VS Code's own style of every webview. */
async function namesOfColours(): Promise<readonly string[]> {
  const styles = await readFile(path.join(repository, "dist", "panel.css"), "utf8");
  const names = [...styles.matchAll(/var\(--vscode-([\w-]+)/g)].map(([, name = ""]) => name);
  const all = [...names, "editor-foreground", "textPreformat-foreground"];
  return [...new Set(all)].filter((name) => !name.includes("font")).sort();
}

/** What VS Code gives the page for each; those that the theme does not have are left out. */
function coloursIn(names: readonly string[]): string {
  return `Object.fromEntries(${JSON.stringify(names)}
    .map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue("--vscode-" + name).trim()])
    .filter(([, value]) => value !== ""))`;
}

describe("In VS Code's own themes", () => {
  let panel: DialogPanel;

  before(async () => {
    await startAnew();
    await addDemoPortal();
    panel = await (await inspect("chat29")).read();
  });

  for (const theme of Object.keys(taken) as readonly ColorTheme[]) {
    it(`the page has the colours that its tests have, and can be read by everybody: ${theme}`, async () => {
      const { vscode } = e2e();
      await vscode.setColorTheme(theme);
      const { bodyClass, variables } = taken[theme];
      const [first = ""] = bodyClass.split(" ");
      await panel.frame.locator(`body.${first}`).waitFor();
      const names = await namesOfColours();
      assert.ok(names.length > 30);
      const given = await panel.frame.evaluate<Record<string, string>>(coloursIn(names));
      const expected = names.flatMap((name) => {
        const value = variables[name];
        return value === undefined ? [] : [[name, value] as const];
      });
      assert.deepEqual(given, Object.fromEntries(expected));
      assert.deepEqual(await vscode.axe(panel.frame), []);
      await vscode.picture(`facts-${theme.toLowerCase().replaceAll(" ", "-")}`);
    });
  }
});
