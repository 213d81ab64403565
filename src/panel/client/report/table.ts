import "./table.css";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelCell, PanelTable, PanelTableRow } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated } from "../base/markup";
import { destination } from "../base/roving";

/**
 * A table under its heading. In a narrow panel a row becomes a block and the style sheet takes the parts of a
 * table out of the table layout: the roles keep them a table for screen readers. Its buttons are one stop of the Tab
 * key.
 */
export function reportTable(
  { caption, columns, rows }: PanelTable,
  context: PanelContext,
): TemplateResult {
  const stop = context.roving.stopOf(
    "table",
    rows.map(({ key }) => key),
  );
  return html`<section class="table-section" aria-labelledby="table-heading">
    <h2 class="table-heading" id="table-heading">${isolated(caption)}</h2>
    <table class="table" role="table" aria-labelledby="table-heading">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((label) => html`<th role="columnheader" scope="col">${isolated(label)}</th>`)}
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        @focusin=${(event: FocusEvent) => {
          const row = (event.target as HTMLElement).closest("tr");
          context.roving.moveTo("table", row?.dataset["key"] ?? "");
        }}
        @keydown=${moveAlong}
      >
        ${rows.map((row) => tableRow(row, row.key === stop ? 0 : -1, context))}
      </tbody>
    </table>
  </section>`;
}

function moveAlong(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".tool")];
  const from = buttons.findIndex((button) => button === event.target);
  const to = destination(event.key, ["ArrowUp", "ArrowDown"], from, buttons.length);
  if (from < 0 || to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function tableRow(
  { key, cells }: PanelTableRow,
  tabindex: 0 | -1,
  context: PanelContext,
): TemplateResult {
  const [first, ...rest] = cells;
  const content = (cell: PanelCell): TemplateResult => {
    const action = "action" in cell ? cell.action : undefined;
    return action === undefined
      ? cellContent(cell)
      : html`${cellContent(cell)}${actionButton({ ...action, text: "" }, `row/${key}`, context, {
          className: "tool",
          tabindex,
        })}`;
  };
  return html`<tr role="row" data-key=${key}>
    ${first === undefined ? nothing : html`<th role="rowheader" scope="row">${content(first)}</th>`}
    ${rest.map((cell) => html`<td role="cell" class=${`cell-${cell.type}`}>${content(cell)}</td>`)}
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
