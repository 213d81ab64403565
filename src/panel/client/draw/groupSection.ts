import type { PanelWords } from "../../protocol/panelView";
import { element, icon, isolated } from "./element";
import type { FieldRow } from "./fieldRow";
import { place } from "./place";

/** A group of facts under a heading that opens and closes it. */
export class GroupSection {
  readonly root: HTMLElement;
  private readonly heading: HTMLButtonElement;
  private readonly label = element("span", { class: "group-label" });
  private readonly count = element("span", { class: "group-count" });
  private readonly list: HTMLElement;
  private rows: readonly FieldRow[] = [];
  private fieldsLeft = "";

  constructor(
    readonly id: string,
    onToggle: () => void,
  ) {
    const listId = `group-${id}`;
    const headingId = `heading-${id}`;
    this.list = element("dl", { class: "fields", id: listId });
    this.heading = element(
      "button",
      {
        type: "button",
        class: "group-toggle",
        id: headingId,
        "aria-controls": listId,
        "data-focus": `group/${id}`,
      },
      icon("chevron-down", "chevron"),
      this.label,
      this.count,
    );
    this.heading.addEventListener("click", onToggle);
    this.root = element(
      "section",
      { class: "group", "aria-labelledby": headingId, "data-group": id },
      element("h2", { class: "group-heading" }, this.heading),
      this.list,
    );
  }

  draw(label: string, rows: readonly FieldRow[], { fieldsLeft }: PanelWords): void {
    this.fieldsLeft = fieldsLeft;
    this.label.replaceChildren(isolated(label));
    this.rows = rows;
    place(
      this.list,
      rows.map((row) => row.root),
    );
  }

  setOpen(isOpen: boolean): void {
    this.heading.setAttribute("aria-expanded", String(isOpen));
    this.list.hidden = !isOpen;
  }

  /** @returns how many fields are left */
  filter(query: string): number {
    const shown = this.rows.filter((row) => row.filter(query)).length;
    const all = this.rows.length;
    // A bare number beside "People" would be read as so many people.
    this.count.textContent =
      shown === all
        ? ""
        : this.fieldsLeft.replace("{0}", String(shown)).replace("{1}", String(all));
    this.root.hidden = shown === 0;
    return shown;
  }
}
