import "./fieldRow.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { classMap } from "lit-html/directives/class-map.js";
import type { PanelField } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { menuContext, type Part } from "../base/markup";
import type { PeopleLists } from "../people/peopleLists";
import { fieldValue } from "./fieldValue";

export interface FieldRowState {
  readonly isHidden: boolean;
  readonly isCopied: boolean;
  /** Without a value, and not asked for. */
  readonly isQuiet: boolean;
}

/** One fact: label, wire name, value, and the button that copies it. */
export function fieldRow(
  field: PanelField,
  { isHidden, isCopied, isQuiet }: FieldRowState,
  lists: PeopleLists,
  context: PanelContext,
): TemplateResult {
  const { key, label, wireName, note, canCopy } = field;
  return html`<div
    class=${classMap({
      row: true,
      quiet: isQuiet,
      wide: field.value.type === "people",
      changed: context.changes?.has(key) === true,
    })}
    data-key=${key}
    data-vscode-context=${menuContext({ row: key, name: wireName ?? label })}
    ?hidden=${isHidden}
  >
    <dt class="name">
      ${label === wireName ? nothing : html`<span class="label"><bdi>${label}</bdi></span>`}
      ${wireName === undefined ? nothing : html`<code class="wire"><bdi>${wireName}</bdi></code>`}
    </dt>
    <dd class="fact">
      <div class="fact-body">
        ${fieldValue(field, lists, context)}
        ${note === undefined ? nothing : html`<p class="note"><bdi>${note}</bdi></p>`}
      </div>
      ${canCopy ? copyButton(field, isCopied, context) : nothing}
    </dd>
  </div>`;
}

function copyButton({ key, label }: PanelField, isCopied: boolean, context: PanelContext): Part {
  const { words } = context;
  return html`<button
    type="button"
    class=${isCopied ? "copy copied" : "copy"}
    title=${isCopied ? words.copied : words.copyValue}
    aria-label=${`${words.copyValue}: ${label}`}
    data-focus=${`copy/${key}`}
    @click=${() => {
      context.copy(key);
    }}
  >
    <span class="codicon codicon-copy" aria-hidden="true"></span
    ><span class="codicon codicon-check" aria-hidden="true"></span>
  </button>`;
}
