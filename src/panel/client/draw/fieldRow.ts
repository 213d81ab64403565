import type { PanelField } from "../../protocol/panelView";
import type { PanelContext, PeopleAnswer } from "../context";
import type { DrawnValue } from "../values/drawnValue";
import { drawValue } from "../values/value";
import { element, icon, isolated } from "./element";

const copiedShownMs = 1600;

/** One fact: label, wire name, value, and the button that copies it. */
export class FieldRow {
  readonly root: HTMLElement;
  private readonly value: DrawnValue;
  private readonly copyButton: HTMLButtonElement | undefined;
  private searched = "";
  private copiedTimer: number | undefined;

  constructor(
    private readonly field: PanelField,
    private readonly context: PanelContext,
  ) {
    this.value = drawValue(field, context);
    this.copyButton = field.canCopy ? this.drawCopyButton() : undefined;
    this.root = this.drawRow();
    this.update(field);
  }

  /** What of a field must be the same for its row to stay: a list lives on with other people in it. */
  static lasting(field: PanelField): unknown {
    return field.value.type === "people" ? { ...field, value: field.value.type } : field;
  }

  update({ label, wireName = "", value, note = "" }: PanelField): void {
    this.value.update?.(value);
    this.searched = [label, wireName, this.value.text, note].join("\n").toLowerCase();
  }

  answer(answer: PeopleAnswer): void {
    this.value.answer?.(answer);
  }

  get isFiltering(): boolean {
    return this.value.isFiltering ?? false;
  }

  get key(): string {
    return this.field.key;
  }

  /** @param query lower case; "" shows everything */
  filter(query: string): boolean {
    const isInValue = this.value.filter?.(query) ?? false;
    const isShown = isInValue || this.searched.includes(query);
    this.root.hidden = !isShown;
    return isShown;
  }

  showCopied(): void {
    window.clearTimeout(this.copiedTimer);
    this.markCopied(true);
    this.copiedTimer = window.setTimeout(() => {
      this.markCopied(false);
    }, copiedShownMs);
  }

  dispose(): void {
    window.clearTimeout(this.copiedTimer);
    this.value.dispose?.();
  }

  private drawRow(): HTMLElement {
    const { field } = this;
    return element(
      "div",
      { class: "row", "data-key": field.key },
      element(
        "dt",
        { class: "name" },
        element("span", { class: "label" }, isolated(field.label)),
        field.wireName === undefined
          ? undefined
          : element("code", { class: "wire" }, isolated(field.wireName)),
      ),
      element(
        "dd",
        { class: "fact" },
        element(
          "div",
          { class: "fact-body" },
          this.value.root,
          field.note === undefined
            ? undefined
            : element("p", { class: "note" }, isolated(field.note)),
        ),
        this.copyButton,
      ),
    );
  }

  private drawCopyButton(): HTMLButtonElement {
    const { words } = this.context;
    const button = element(
      "button",
      {
        type: "button",
        class: "copy",
        title: words.copyValue,
        "aria-label": `${words.copyValue}: ${this.field.label}`,
        "data-focus": `copy/${this.field.key}`,
      },
      icon("copy"),
      icon("check"),
    );
    button.addEventListener("click", () => {
      this.context.copy(this.field.key);
    });
    return button;
  }

  private markCopied(isCopied: boolean): void {
    this.copyButton?.classList.toggle("copied", isCopied);
    if (this.copyButton !== undefined) {
      this.copyButton.title = isCopied ? this.context.words.copied : this.context.words.copyValue;
    }
  }
}
