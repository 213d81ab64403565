import type { PanelPerson, PanelValue } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { element, isolated } from "../draw/element";
import type { DrawnValue } from "../values/drawnValue";
import { drawRaw } from "../values/value";

/** A row of a list: name, id, marks; at the edge the date. */
export function drawListed(person: PanelPerson, { dates, words }: PanelContext): HTMLElement {
  const { dateIso } = person;
  return element(
    "li",
    { class: "person" },
    element(
      "span",
      { class: "person-who" },
      drawName(person, "person-name"),
      element("code", { class: "raw" }, person.userId),
      ...drawMarks(person),
    ),
    dateIso === undefined
      ? undefined
      : element(
          "time",
          { class: "person-date", datetime: dateIso, title: dateIso },
          dates.local(dateIso) ?? `${words.invalidDate} ${dateIso}`,
        ),
  );
}

/** Somebody alone in a field, beside what the reply spelled. */
export function drawPersonLine({
  person,
  raw,
}: Extract<PanelValue, { type: "person" }>): DrawnValue {
  return {
    root: element(
      "div",
      { class: "value line" },
      element(
        "span",
        { class: "person-who" },
        drawName(person, "text"),
        drawRaw(raw),
        ...drawMarks(person),
      ),
    ),
    text: [person.name, raw, ...(person.marks ?? [])].join("\n"),
  };
}

function drawName({ name, url }: PanelPerson, className: string): HTMLElement {
  return url === undefined
    ? isolated(name, { class: className })
    : element("a", { class: `${className} link`, href: url, title: url }, isolated(name));
}

function drawMarks({ marks = [] }: PanelPerson): HTMLElement[] {
  return marks.map((mark) => element("span", { class: "mark" }, mark));
}
