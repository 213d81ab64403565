import "./queryField.css";
import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { icon } from "./markup";

/** As long as the host keeps. */
const maxQueryLength = 200;

export interface QueryFieldParts {
  /** Makes the field findable after a redraw. */
  readonly focusKey: string;
  /** What it does with the text. */
  readonly codicon: string;
  readonly label: string;
  /** The label of the button that clears it. */
  readonly clear: string;
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** Where the reader types what to look for; Escape clears. */
export function queryField(parts: QueryFieldParts): TemplateResult {
  const { focusKey, codicon, label, clear, query, onChange } = parts;
  return html`<div class="field">
    <span class="field-icon">${icon(codicon)}</span
    ><input
      type="text"
      class="field-input"
      aria-label=${label}
      placeholder=${label}
      maxlength=${maxQueryLength}
      data-focus=${focusKey}
      .value=${live(query)}
      @input=${(event: Event) => {
        onChange((event.currentTarget as HTMLInputElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Escape" && query !== "") onChange("");
      }}
    /><button
      type="button"
      class=${query === "" ? "field-button unused" : "field-button"}
      title=${clear}
      aria-label=${clear}
      data-focus=${`${focusKey}-clear`}
      @click=${(event: Event) => {
        focusField((event.currentTarget as HTMLElement).parentElement);
        onChange("");
      }}
    >
      ${icon("close")}
    </button>
  </div>`;
}

/** @param around the field, or what it stands in */
export function focusField(around: Element | null): void {
  around?.querySelector<HTMLElement>(".field-input")?.focus({ preventScroll: true });
}

/** Whether a key press, `/`, is the reader asking for the filter and not typing a slash somewhere. */
export function asksForFilter(event: KeyboardEvent): boolean {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  return !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}
