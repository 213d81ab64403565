import "./table.css";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelCell, PanelTable, PanelTableRow } from "../../protocol/panelView";
import { icon, isolated } from "../base/markup";

/**
 * A table under its heading. In a narrow panel a row becomes a block and the style sheet takes the parts of a
 * table out of the table layout: the roles keep them a table for screen readers.
 */
export function reportTable({ caption, columns, rows }: PanelTable): TemplateResult {
  return html`<section class="table-section" aria-labelledby="table-heading">
    <h2 class="table-heading" id="table-heading">${isolated(caption)}</h2>
    <table class="table" role="table" aria-labelledby="table-heading">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((label) => html`<th role="columnheader" scope="col">${isolated(label)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(tableRow)}
      </tbody>
    </table>
  </section>`;
}

function tableRow({ key, cells }: PanelTableRow): TemplateResult {
  const [first, ...rest] = cells;
  return html`<tr role="row" data-key=${key}>
    ${first === undefined ? nothing : html`<th role="rowheader" scope="row">${cellContent(first)}</th>`}
    ${rest.map((cell) => html`<td role="cell" class=${`cell-${cell.type}`}>${cellContent(cell)}</td>`)}
  </tr>`;
}

function cellContent(cell: PanelCell): TemplateResult {
  switch (cell.type) {
    case "text":
      return isolated(cell.text);
    case "code":
      return html`<code>${isolated(cell.text)}</code>`;
    case "state":
      return html`<span class=${`state ${cell.tone}`}
          >${icon(cell.codicon)}<span class="state-text">${isolated(cell.text)}</span></span
        >${
          cell.note === undefined
            ? nothing
            : html`<span class="state-note">${isolated(cell.note)}</span>`
        }`;
  }
}
