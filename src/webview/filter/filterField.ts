import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import type { PanelWords } from "../../protocol/panelView";
import { element, icon } from "../draw/element";

/** As long as the host keeps. */
const maxQueryLength = 200;

/** Where the reader types what to look for: `/` jumps here, Escape clears. */
export class FilterField {
  readonly root: HTMLElement;
  private readonly field = element("vscode-textfield", { "data-focus": "filter" });
  private readonly clearButton = element(
    "button",
    { type: "button", class: "field-button", slot: "content-after", "data-focus": "filter-clear" },
    icon("close"),
  );

  constructor(private readonly onChange: (query: string) => void) {
    this.field.maxLength = maxQueryLength;
    this.field.append(
      element("span", { class: "field-icon", slot: "content-before" }, icon("filter")),
    );
    this.field.append(this.clearButton);
    this.root = element("search", { class: "filter" }, this.field);
    this.field.addEventListener("input", () => {
      this.changed();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.clear();
    });
    this.clearButton.addEventListener("click", () => {
      this.focus();
      this.clear();
    });
    this.showClearButton();
  }

  get query(): string {
    return this.field.value;
  }

  set query(query: string) {
    this.field.value = query;
    this.showClearButton();
  }

  draw(words: PanelWords): void {
    this.field.label = words.filterPlaceholder;
    this.field.placeholder = words.filterPlaceholder;
    this.clearButton.title = words.clearFilter;
    this.clearButton.setAttribute("aria-label", words.clearFilter);
  }

  focus(): void {
    // The element itself would not take the focus from the button inside it.
    this.field.wrappedElement.focus({ preventScroll: true });
  }

  clear(): void {
    if (this.query === "") return;
    this.query = "";
    this.changed();
  }

  private changed(): void {
    this.showClearButton();
    this.onChange(this.query);
  }

  private showClearButton(): void {
    this.clearButton.classList.toggle("unused", this.query === "");
  }
}

/** Whether a key press is the reader asking for the filter, not typing a slash somewhere. */
export function asksForFilter(event: KeyboardEvent): boolean {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  return !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}
