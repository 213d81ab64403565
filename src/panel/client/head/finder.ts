import "./finder.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { PanelWords } from "../../protocol/panelView";
import { icon } from "../base/markup";
import { queryField } from "../base/queryField";

export interface FinderParts {
  readonly words: PanelWords;
  readonly query: string;
  readonly isAnyOpen: boolean;
  /** How many fields are empty, and whether they are shown. */
  readonly empty: { readonly count: number; readonly text: string; readonly areShown: boolean };
  readonly onFilter: (query: string) => void;
  readonly onShowEmpty: (shows: boolean) => void;
  readonly onToggleAll: () => void;
}

/** The filter and the button that closes and opens all groups. */
export function finder(parts: FinderParts): TemplateResult {
  const { words, query, isAnyOpen, empty, onFilter, onShowEmpty, onToggleAll } = parts;
  const label = isAnyOpen ? words.collapseAll : words.expandAll;
  return html`<div class="finder">
    <search class="filter">
      ${queryField({
        focusKey: "filter",
        codicon: "filter",
        label: words.filterPlaceholder,
        clear: words.clearFilter,
        query,
        onChange: onFilter,
      })}
    </search>
    ${
      empty.count === 0
        ? nothing
        : html`<label class="empty-switch"
            ><input
              type="checkbox"
              data-focus="show-empty"
              .checked=${live(empty.areShown)}
              @change=${(event: Event) => {
                onShowEmpty((event.currentTarget as HTMLInputElement).checked);
              }}
            />${words.showEmpty.replace("{0}", empty.text)}</label
          >`
    }
    <button
      type="button"
      class="tool icon-only"
      data-focus="toggle-all"
      title=${label}
      aria-label=${label}
      @click=${onToggleAll}
    >
      ${icon(isAnyOpen ? "collapse-all" : "expand-all")}
    </button>
  </div>`;
}
