import { e2e } from "./e2eRun";
import { eventually } from "./eventually";
import type { PageElement } from "./pageElement";

/** A row that has the keyboard: its place in the tree and its label. */
export interface FocusedRow {
  readonly index: number;
  readonly label: string;
}

const tree = ".part.sidebar .monaco-list";

export async function focusedRow(): Promise<FocusedRow | undefined> {
  const rows = e2e().vscode.page.locator(`${tree}:focus-within .monaco-list-row.focused`);
  const [row] = await rows.evaluateAll((found: PageElement[]) =>
    found.map((element) => ({
      index: Number(element.getAttribute("data-index")),
      label: element.querySelector(".label-name")?.textContent ?? "",
    })),
  );
  // While VS Code draws a row, it has no label yet.
  return row?.label === "" ? undefined : row;
}

export async function focusMovesTo(isThere: (row: FocusedRow) => boolean): Promise<FocusedRow> {
  return eventually(
    async () => {
      const row = await focusedRow();
      return row !== undefined && isThere(row) ? row : undefined;
    },
    { what: "the keyboard at the expected row" },
  );
}

/** From where the keyboard is, a few rows up. */
export async function focusUpTo(label: string): Promise<FocusedRow> {
  for (let ups = 0; (await focusedRow())?.label !== label && ups < 10; ups++) {
    await e2e().vscode.page.keyboard.press("ArrowUp");
  }
  return focusMovesTo((row) => row.label === label);
}
