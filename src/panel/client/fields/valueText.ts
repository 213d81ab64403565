import type { PanelField, PanelValue } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";

/** All that the filter can find in a row, in lower case, but for lists: they are searched by themselves. */
export function searchedText(field: PanelField, context: PanelContext): string {
  const { label, wireName = "", value, note = "" } = field;
  return [label, wireName, valueText(value, context), note].join("\n").toLowerCase();
}

function valueText(value: PanelValue, context: PanelContext): string {
  switch (value.type) {
    case "date":
      return [context.dates.local(value.iso) ?? "", value.raw ?? value.iso].join("\n");
    case "color":
      return value.hex;
    case "json":
      return value.text;
    case "people":
      return [value.summary, value.problem?.text ?? ""].join("\n");
    case "person":
      return [value.person.name, value.raw, ...(value.person.marks ?? [])].join("\n");
    case "sides":
      return value.sides
        .map((side) => `${side.label}\n${valueText(side.value, context)}`)
        .join("\n");
    default:
      return [value.text, value.raw ?? ""].join("\n");
  }
}
