import type { PanelValue } from "../../protocol/panelView";
import { element, isolated } from "../draw/element";
import type { DrawnValue } from "./drawnValue";
import { drawRaw } from "./value";

const tallTextLength = 1200;
const tallTextLines = 14;

/** Text as it was written: line breaks kept, long words broken, a direction of its own. */
export function drawText(value: Extract<PanelValue, { type: "text" }>, label: string): DrawnValue {
  const text = isTall(value.text)
    ? drawScrolling(element("div", { class: "text" }, isolated(value.text)), label)
    : value.url === undefined
      ? isolated(value.text, { class: "text" })
      : element("a", { class: "text", href: value.url, title: value.url }, isolated(value.text));
  const root = element(
    "div",
    { class: "value line" },
    text,
    value.raw === undefined ? undefined : drawRaw(value.raw),
    value.clipped === undefined ? undefined : element("p", { class: "clipped" }, value.clipped),
  );
  return { root, text: [value.text, value.raw ?? ""].join("\n") };
}

/** Whether a text is long enough to scroll in a box of its own. */
export function isTall(text: string): boolean {
  return text.length > tallTextLength || text.split("\n", tallTextLines + 1).length > tallTextLines;
}

/** A box that scrolls can be reached, and so scrolled, with the keyboard. */
export function drawScrolling(content: HTMLElement, label: string): HTMLElement {
  content.classList.add("tall");
  content.tabIndex = 0;
  content.setAttribute("role", "group");
  content.setAttribute("aria-label", label);
  return content;
}
