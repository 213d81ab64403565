import type { PanelBody, PanelGroup, PlainValue } from "../protocol/panelView";

/**
 * What is copied for a field that a page shows; `undefined`: there is no such field, or nothing to copy.
 * @param wholeOf the field of a reply by its key, whole; of two readers each has its own
 */
export function copyTextIn(
  body: PanelBody,
  key: string,
  wholeOf: (key: string) => string | undefined = () => undefined,
): string | undefined {
  const value = groupsOf(body)
    .flatMap(({ fields }) => fields)
    .find((field) => field.key === key)?.value;
  if (value?.type === "sides") {
    return value.sides
      .map((side) => `${side.label}: ${wholeOf(side.key) ?? copyTextOfValue(side.value) ?? ""}`)
      .join("\n");
  }
  return wholeOf(key) ?? (value === undefined ? undefined : copyTextOfValue(value));
}

function groupsOf(body: PanelBody): readonly PanelGroup[] {
  switch (body.type) {
    case "loading":
      return [];
    case "notice":
      return body.details;
    case "facts":
    case "report":
      return body.groups;
  }
}

/** A value that is no field of the reply is copied as the portal spelled it, where it did. */
function copyTextOfValue(value: PlainValue): string | undefined {
  switch (value.type) {
    case "date":
      return value.raw ?? value.iso;
    case "person":
      return value.raw;
    case "color":
      return value.hex;
    case "json":
      return value.text;
    case "unset":
    case "people":
      return undefined;
    default:
      return value.raw ?? value.text;
  }
}
