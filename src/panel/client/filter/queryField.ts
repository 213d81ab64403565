import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { element, icon } from "../draw/element";

/** As long as the host keeps. */
const maxQueryLength = 200;

/** Where the reader types what to look for; Escape clears. */
export class QueryField {
  readonly root: HTMLElement;
  private readonly field;
  private readonly clearButton;

  /**
   * @param focusKey makes the field findable after a redraw
   * @param codicon what it does with the text
   * @param root the element that becomes its box
   */
  constructor(
    focusKey: string,
    codicon: string,
    root: HTMLElement,
    private readonly onChange: (query: string) => void,
  ) {
    this.field = element("vscode-textfield", { "data-focus": focusKey });
    this.clearButton = element(
      "button",
      {
        type: "button",
        class: "field-button",
        slot: "content-after",
        "data-focus": `${focusKey}-clear`,
      },
      icon("close"),
    );
    this.field.maxLength = maxQueryLength;
    this.field.append(
      element("span", { class: "field-icon", slot: "content-before" }, icon(codicon)),
    );
    this.field.append(this.clearButton);
    this.root = root;
    this.root.append(this.field);
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

  /** @param clear the label of the button that clears it */
  draw(label: string, clear: string): void {
    this.field.label = label;
    this.field.placeholder = label;
    this.clearButton.title = clear;
    this.clearButton.setAttribute("aria-label", clear);
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

/** Whether a key press, `/`, is the reader asking for the filter and not typing a slash somewhere. */
export function asksForFilter(event: KeyboardEvent): boolean {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  return !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}
