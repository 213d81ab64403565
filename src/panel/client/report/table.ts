import "./table.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelCell, PanelTable, PanelTableRow } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated } from "../base/markup";
import { destination } from "../base/roving";

/**
 * A table under its heading. In a narrow panel a row becomes a block and the style sheet takes the parts of a
 * table out of the table layout: the roles keep them a table for screen readers. Of its rows one is in the reach of
 * the Tab key.
 */
export function reportTable(
  { id, caption, notes = [], columns, rows }: PanelTable,
  context: PanelContext,
): TemplateResult {
  const name = `table-${id}`;
  const stop = context.roving.stopOf(
    name,
    rows.map(({ key }) => key),
  );
  return html`<section class="table-section" aria-labelledby=${name}>
    <h2 class="table-heading" id=${name}>${isolated(caption)}</h2>
    ${notes.map((note) => html`<p class="table-note">${isolated(note)}</p>`)}
    ${
      rows.length === 0
        ? nothing
        : html`<table class="table" role="table" aria-labelledby=${name}>
            <thead role="rowgroup">
              <tr role="row">
                ${columns.map((label) => html`<th role="columnheader" scope="col">${isolated(label)}</th>`)}
              </tr>
            </thead>
            <tbody
              role="rowgroup"
              @focusin=${(event: FocusEvent) => {
                const row = (event.target as HTMLElement).closest("tr");
                context.roving.moveTo(name, row?.dataset["key"] ?? "");
              }}
              @keydown=${moveAlong}
            >
              ${repeat(
                rows,
                ({ key }) => key,
                (row) => tableRow(row, row.key === stop ? 0 : -1, context),
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function moveAlong(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
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
  const content = (cell: PanelCell): TemplateResult => cellContent(cell, key, tabindex, context);
  return html`<tr role="row" data-key=${key}>
    ${first === undefined ? nothing : html`<th role="rowheader" scope="row" class=${`cell-${first.type}`}>${content(first)}</th>`}
    ${rest.map((cell) => html`<td role="cell" class=${`cell-${cell.type}`}>${content(cell)}</td>`)}
  </tr>`;
}

function cellContent(
  cell: PanelCell,
  key: string,
  tabindex: 0 | -1,
  context: PanelContext,
): TemplateResult {
  switch (cell.type) {
    case "text":
    case "code": {
      const { action } = cell;
      const text = isolated(cell.text);
      return html`${cell.type === "code" ? html`<code>${text}</code>` : text}${
        action === undefined
          ? nothing
          : actionButton({ ...action, text: "" }, `row/${key}`, context, {
              className: "tool",
              tabindex,
            })
      }`;
    }
    case "date": {
      const shown = context.dates.time(cell.iso);
      return shown === undefined
        ? isolated(cell.iso)
        : html`<time datetime=${cell.iso} title=${context.dates.local(cell.iso) ?? ""}
            >${shown}</time
          >`;
    }
    case "action":
      return actionButton(cell.action, `row/${key}`, context, {
        className: "cell-button",
        tabindex,
      });
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
