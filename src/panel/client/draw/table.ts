import type { PanelCell, PanelTable, PanelTableRow } from "../../protocol/panelView";
import { element, icon, isolated } from "./element";

/**
 * A table under its heading. In a narrow panel a row becomes a block and the style sheet takes the parts of a
 * table out of the table layout: the roles keep them a table for screen readers.
 */
export function drawTable({ caption, columns, rows }: PanelTable): HTMLElement {
  const headings = columns.map((label) =>
    element("th", { role: "columnheader", scope: "col" }, isolated(label)),
  );
  return element(
    "section",
    { class: "table-section", "aria-labelledby": "table-heading" },
    element("h2", { class: "table-heading", id: "table-heading" }, isolated(caption)),
    element(
      "table",
      { class: "table", role: "table", "aria-labelledby": "table-heading" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...headings)),
      element("tbody", { role: "rowgroup" }, ...rows.map(drawRow)),
    ),
  );
}

function drawRow({ key, cells }: PanelTableRow): HTMLElement {
  const [first, ...rest] = cells;
  return element(
    "tr",
    { role: "row", "data-key": key },
    first === undefined
      ? undefined
      : element("th", { role: "rowheader", scope: "row" }, ...drawCell(first)),
    ...rest.map((cell) =>
      element("td", { role: "cell", class: `cell-${cell.type}` }, ...drawCell(cell)),
    ),
  );
}

function drawCell(cell: PanelCell): readonly (Node | undefined)[] {
  switch (cell.type) {
    case "text":
      return [isolated(cell.text)];
    case "code":
      return [element("code", {}, isolated(cell.text))];
    case "state":
      return [
        element(
          "span",
          { class: `state ${cell.tone}` },
          icon(cell.codicon),
          element("span", { class: "state-text" }, isolated(cell.text)),
        ),
        cell.note === undefined
          ? undefined
          : element("span", { class: "state-note" }, isolated(cell.note)),
      ];
  }
}
