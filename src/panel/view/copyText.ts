import { visibleLine } from "../../core/base/visibleText";
import { copyTextOf } from "../../core/dialog/dialog";
import { groupsOf, type PanelBody, type PlainValue } from "../protocol/panelView";
import { readingOf, type PanelSubject } from "./panelSubject";
import { panelView } from "./panelView";
import { membersKey } from "./peopleView";
import { pathOfSecond } from "./secondKeys";
import { talkCopyText } from "./talkView";
import { dialogOfSecond } from "./viewersView";

/** What is copied for anything that the panel of a dialog shows: people, messages, fields. */
export function copyTextOfDialog(subject: PanelSubject, key: string): string | undefined {
  const [, userId] = /^person\/(\d+)$/.exec(key) ?? [];
  if (userId !== undefined) return userId;
  if (key === membersKey) {
    const { items } = subject.people.state.members;
    return items.map(({ userId: id, name }) => `${id} ${visibleLine(name)}`.trim()).join("\n");
  }
  const { body } = panelView(subject);
  return (
    talkCopyText(subject.messages, key) ?? copyTextIn(body, key, (one) => wholeOf(subject, one))
  );
}

/** A field of a reply, whole; of two readers each has its own. */
function wholeOf({ state }: PanelSubject, key: string): string | undefined {
  const reading = readingOf(state);
  const keyInSecond = pathOfSecond(key);
  const dialog = keyInSecond === undefined ? reading?.dialog : dialogOfSecond(reading);
  const field = dialog?.fields.find((one) => one.key === (keyInSecond ?? key));
  return field === undefined ? undefined : copyTextOf(field);
}

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
