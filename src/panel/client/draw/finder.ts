import type { PanelWords } from "../../protocol/panelView";
import { QueryField } from "../filter/queryField";
import { element, icon } from "./element";

/** The filter and the button that closes and opens all groups. */
export class Finder {
  readonly root: HTMLElement;
  readonly field: QueryField;
  private readonly toggleAll = element("button", {
    type: "button",
    class: "tool icon-only",
    "data-focus": "toggle-all",
  });
  private words: PanelWords | undefined;

  constructor(onFilter: (query: string) => void, onToggleAll: () => void) {
    this.field = new QueryField(
      "filter",
      "filter",
      element("search", { class: "filter" }),
      onFilter,
    );
    this.toggleAll.addEventListener("click", onToggleAll);
    this.root = element("div", { class: "finder" }, this.field.root, this.toggleAll);
  }

  draw(words: PanelWords): void {
    this.words = words;
    this.field.draw(words.filterPlaceholder, words.clearFilter);
  }

  /** @param isAnyOpen whether the button closes or opens */
  showToggle(isAnyOpen: boolean): void {
    if (this.words === undefined) return;
    const label = isAnyOpen ? this.words.collapseAll : this.words.expandAll;
    this.toggleAll.replaceChildren(icon(isAnyOpen ? "collapse-all" : "expand-all"));
    this.toggleAll.title = label;
    this.toggleAll.setAttribute("aria-label", label);
  }
}
