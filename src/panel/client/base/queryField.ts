import "./queryField.css";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import type { VscodeTextfield } from "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
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
  return html`<vscode-textfield
    data-focus=${focusKey}
    .label=${label}
    .placeholder=${label}
    .maxLength=${maxQueryLength}
    .value=${live(query)}
    @input=${(event: Event) => {
      onChange((event.currentTarget as VscodeTextfield).value);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Escape" && query !== "") onChange("");
    }}
    ><span class="field-icon" slot="content-before">${icon(codicon)}</span
    ><button
      type="button"
      class=${query === "" ? "field-button unused" : "field-button"}
      slot="content-after"
      title=${clear}
      aria-label=${clear}
      data-focus=${`${focusKey}-clear`}
      @click=${(event: Event) => {
        focusField((event.currentTarget as HTMLElement).closest("vscode-textfield"));
        onChange("");
      }}
    >
      ${icon("close")}
    </button></vscode-textfield
  >`;
}

/** The element itself would not take the focus from the button inside it. */
export function focusField(field: Element | null): void {
  (field as VscodeTextfield | null)?.wrappedElement.focus({ preventScroll: true });
}

/** Whether a key press, `/`, is the reader asking for the filter and not typing a slash somewhere. */
export function asksForFilter(event: KeyboardEvent): boolean {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  return !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}
