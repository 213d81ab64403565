import "./finder.css";
import { html, type TemplateResult } from "lit";
import type { PanelWords } from "../../protocol/panelView";
import { icon } from "../base/markup";
import { queryField } from "../base/queryField";

export interface FinderParts {
  readonly words: PanelWords;
  readonly query: string;
  readonly isAnyOpen: boolean;
  readonly onFilter: (query: string) => void;
  readonly onToggleAll: () => void;
}

/** The filter and the button that closes and opens all groups. */
export function finder({
  words,
  query,
  isAnyOpen,
  onFilter,
  onToggleAll,
}: FinderParts): TemplateResult {
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
