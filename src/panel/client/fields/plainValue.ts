import "./plainValue.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { PlainValue } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { isHexColor } from "../base/contrast";
import { iconClass, isolated, spoken } from "../base/markup";
import { isTall } from "../base/scrollBox";
import type { PeopleLists } from "../people/peopleLists";
import { peopleValue } from "../people/peopleValue";
import { personLine } from "../people/person";
import { jsonValue } from "./json";

/** The value of a field, each kind in the form that shows most at a glance. */
export function plainValue(
  {
    key,
    label,
    value,
  }: { readonly key: string; readonly label: string; readonly value: PlainValue },
  lists: PeopleLists,
  context: PanelContext,
): TemplateResult {
  switch (value.type) {
    case "text":
      return textValue(value, label);
    case "unset":
      return line(html`<span class="unset">${value.text}</span>`, value.raw);
    case "notUnderstood":
      return line(flag("flag not-understood", "warning", value.text), value.raw);
    case "flag":
      return line(
        flag(value.isOn ? "flag on" : "flag", value.isOn ? "check" : "close", value.text),
        value.raw,
      );
    case "date":
      return dateValue(value, context);
    case "color":
      return line(swatch(value.hex));
    case "json":
      return jsonValue(value, label);
    case "people":
      return peopleValue(lists.of(key), label, context);
    case "person":
      return personLine(value.person, value.raw);
  }
}

function line(main: TemplateResult, raw?: string): TemplateResult {
  return html`<div class="value line">${main}${raw === undefined ? nothing : spelled(raw)}</div>`;
}

/** How the reply spelled it. */
function spelled(raw: string, title?: string): TemplateResult {
  return html`<code class="raw" title=${title ?? nothing}><bdi>${raw}</bdi></code>`;
}

function flag(className: string, codicon: string, text: string): TemplateResult {
  return html`<span class=${className}
    ><span class=${iconClass(codicon)} aria-hidden="true"></span><span>${text}</span></span
  >`;
}

/** Text as it was written: line breaks kept, long words broken, a direction of its own. */
function textValue(
  { text, raw, clipped, url }: Extract<PlainValue, { type: "text" }>,
  label: string,
): TemplateResult {
  const shown = isTall(text)
    ? // White space counts in it: nothing stands beside the text.
      // prettier-ignore
      html`<div class="text tall" tabindex="0" role="group" aria-label=${label}><bdi>${text}</bdi></div>`
    : url === undefined
      ? isolated(text, "text")
      : html`<a class="text" href=${url} title=${url}><bdi>${text}</bdi></a>`;
  return html`<div class="value line">
    ${shown}${raw === undefined ? nothing : spelled(raw)}${
      clipped === undefined ? nothing : html`<p class="clipped">${clipped}</p>`
    }
  </div>`;
}

function dateValue(
  { iso, raw = iso, isOurs = false }: Extract<PlainValue, { type: "date" }>,
  { words, dates }: PanelContext,
): TemplateResult {
  const local = dates.local(iso);
  if (local === undefined) return line(flag("flag", "error", words.invalidDate), raw);
  return html`<div class="value line">
    <time datetime=${iso}>${local}</time>${
      isOurs ? nothing : spoken(`${words.originalDate}: `)
    }${spelled(raw, isOurs ? undefined : words.originalDate)}
  </div>`;
}

/** The page trusts a colour only after looking itself, and its policy allows no style in markup. */
function swatch(hex: string): TemplateResult {
  if (!isHexColor(hex)) return html`<code><bdi>${hex}</bdi></code>`;
  const paint = (element?: Element): void => {
    if (element instanceof HTMLElement) element.style.backgroundColor = hex;
  };
  return html`<span class="color"
    ><span class="swatch" aria-hidden="true" ${ref(paint)}></span><code>${hex}</code></span
  >`;
}
