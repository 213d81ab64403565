import "./json.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelValue } from "../../protocol/panelView";
import { isolated } from "../base/markup";
import { isTall } from "../base/scrollBox";

/** A name with its colon, a string, a number, a word. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** More than this is drawn in one colour: thousands of small elements make scrolling slow. */
const coloredLength = 20_000;

export function jsonValue(
  { text, clipped }: Extract<PanelValue, { type: "json" }>,
  label: string,
): TemplateResult {
  const content = text.length > coloredLength ? text : colored(text);
  const block = isTall(text)
    ? html`<pre class="json tall" tabindex="0" role="group" aria-label=${label}>${content}</pre>`
    : html`<pre class="json">${content}</pre>`;
  return html`<div class="value">
    ${block}${clipped === undefined ? nothing : html`<p class="clipped">${clipped}</p>`}
  </div>`;
}

function colored(json: string): (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    const [text, quoted, colon] = match;
    parts.push(json.slice(end, match.index));
    end = match.index + text.length;
    if (quoted === undefined) parts.push(html`<span class=${kindOf(text)}>${text}</span>`);
    else if (colon === undefined) parts.push(quotedText(quoted, "json-string"));
    else parts.push(quotedText(quoted, "json-name"), colon);
  }
  parts.push(json.slice(end));
  return parts;
}

/** The quotes stay outside: a direction mark in the string must not move them. */
function quotedText(quoted: string, className: string): TemplateResult {
  return html`<span class=${className}>"${isolated(quoted.slice(1, -1))}"</span>`;
}

function kindOf(literal: string): string {
  return /^[-\d]/.test(literal) ? "json-number" : "json-word";
}
