import type { PanelValue } from "../../protocol/panelView";
import { element, isolated } from "../draw/element";
import type { DrawnValue } from "./drawnValue";
import { drawScrolling, isTall } from "./text";

/** A name with its colon, a string, a number, a word. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** More than this is drawn in one colour: thousands of small elements make scrolling slow. */
const coloredLength = 20_000;

export function drawJson(value: Extract<PanelValue, { type: "json" }>, label: string): DrawnValue {
  const block = element("pre", { class: "json" });
  if (value.text.length > coloredLength) block.textContent = value.text;
  else block.append(...colored(value.text));
  const root = element(
    "div",
    { class: "value" },
    isTall(value.text) ? drawScrolling(block, label) : block,
    value.clipped === undefined ? undefined : element("p", { class: "clipped" }, value.clipped),
  );
  return { root, text: value.text };
}

function colored(json: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    const [text, quoted, colon] = match;
    parts.push(json.slice(end, match.index));
    end = match.index + text.length;
    if (quoted === undefined) parts.push(element("span", { class: kindOf(text) }, text));
    else if (colon === undefined) parts.push(drawQuoted(quoted, "json-string"));
    else parts.push(drawQuoted(quoted, "json-name"), colon);
  }
  parts.push(json.slice(end));
  return parts;
}

/** The quotes stay outside: a direction mark in the string must not move them. */
function drawQuoted(quoted: string, className: string): HTMLElement {
  return element("span", { class: className }, '"', isolated(quoted.slice(1, -1)), '"');
}

function kindOf(literal: string): string {
  return /^[-\d]/.test(literal) ? "json-number" : "json-word";
}
