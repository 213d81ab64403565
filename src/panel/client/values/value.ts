import type { PanelField, PanelValue } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { isHexColor } from "../draw/contrast";
import { element, icon, isolated, spoken } from "../draw/element";
import type { DrawnValue } from "./drawnValue";
import { drawJson } from "./json";
import { PeopleList } from "../people/peopleList";
import { drawPersonLine } from "../people/person";
import { drawSides } from "./sides";
import { drawText } from "./text";

/** The value of a field, each kind in the form that shows most at a glance. */
export function drawValue(
  { key, label, value }: Pick<PanelField, "key" | "label" | "value">,
  context: PanelContext,
): DrawnValue {
  switch (value.type) {
    case "text":
      return drawText(value, label);
    case "unset":
      return line(element("span", { class: "unset" }, value.text), value.text, value.raw);
    case "notUnderstood":
      return line(drawNotUnderstood(value.text), value.text, value.raw);
    case "flag":
      return line(drawFlag(value), value.text, value.raw);
    case "date":
      return drawDate(value, context);
    case "color":
      return line(drawSwatch(value.hex), value.hex);
    case "json":
      return drawJson(value, label);
    case "people":
      return new PeopleList(key, label, value, context);
    case "person":
      return drawPersonLine(value);
    case "sides":
      return drawSides(value, label, context);
  }
}

function line(main: HTMLElement, text: string, raw?: string): DrawnValue {
  return {
    root: element(
      "div",
      { class: "value line" },
      main,
      raw === undefined ? undefined : drawRaw(raw),
    ),
    text: raw === undefined ? text : `${text}\n${raw}`,
  };
}

/** How the reply spelled it. */
export function drawRaw(raw: string, title?: string): HTMLElement {
  return element("code", { class: "raw", title }, isolated(raw));
}

function drawFlag(value: Extract<PanelValue, { type: "flag" }>): HTMLElement {
  return element(
    "span",
    { class: value.isOn ? "flag on" : "flag" },
    icon(value.isOn ? "check" : "close"),
    element("span", {}, value.text),
  );
}

function drawNotUnderstood(text: string): HTMLElement {
  return element(
    "span",
    { class: "flag not-understood" },
    icon("warning"),
    element("span", {}, text),
  );
}

function drawDate(
  { iso, raw = iso, isOurs = false }: Extract<PanelValue, { type: "date" }>,
  context: PanelContext,
): DrawnValue {
  const local = context.dates.local(iso);
  if (local === undefined) {
    const words = element("span", {}, context.words.invalidDate);
    return line(element("span", { class: "flag" }, icon("error"), words), raw, raw);
  }
  return {
    root: element(
      "div",
      { class: "value line" },
      element("time", { datetime: iso }, local),
      isOurs ? undefined : spoken(`${context.words.originalDate}: `),
      drawRaw(raw, isOurs ? undefined : context.words.originalDate),
    ),
    text: `${local}\n${raw}`,
  };
}

function drawSwatch(hex: string): HTMLElement {
  const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
  if (!isHexColor(hex)) return element("code", {}, isolated(hex));
  swatch.style.backgroundColor = hex;
  return element("span", { class: "color" }, swatch, element("code", {}, hex));
}
