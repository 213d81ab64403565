import { e2e } from "./e2eRun";
import { eventually } from "./eventually";
import type { PageElement } from "./pageElement";

/** A row that has the keyboard: its place in the tree and its label. */
export interface FocusedRow {
  readonly index: number;
  readonly label: string;
  /** The label of the row above it; "" when that is not drawn. */
  readonly above: string;
}

const rowOfTree = ".part.sidebar .monaco-list:focus-within .monaco-list-row";

export async function focusedRow(): Promise<FocusedRow | undefined> {
  const rows = await e2e()
    .vscode.page.locator(rowOfTree)
    .evaluateAll((found: PageElement[]) =>
      found.map((element) => ({
        index: Number(element.getAttribute("data-index")),
        label: element.querySelector(".label-name")?.textContent ?? "",
        isFocused: element.classList.contains("focused"),
      })),
    );
  // While VS Code draws a row, it has no label yet.
  const row = rows.find(({ isFocused, label }) => isFocused && label !== "");
  if (row === undefined) return undefined;
  const above = rows.find(({ index }) => index === row.index - 1)?.label ?? "";
  return { index: row.index, label: row.label, above };
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
