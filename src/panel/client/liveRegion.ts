import { element } from "./draw/element";

/** Says to screen readers what has changed elsewhere on the page. */
export class LiveRegion {
  readonly root = element("div", { class: "spoken", role: "status", "aria-live": "polite" });

  say(text: string): void {
    // A new node is spoken even when it says the same as the last one.
    this.root.replaceChildren(element("span", {}, text));
  }
}
