import { env, l10n } from "vscode";
import type { DialogField } from "../../core/dialog/dialog";
import type { DialogReading } from "../../core/dialog/dialogReader";
import { fieldGroups } from "../../core/dialog/fieldCatalog";
import type { FieldValue } from "../../core/dialog/fieldValue";
import { clip, visibleText } from "../../core/visibleText";
import type { PanelField, PanelGroup, PanelValue } from "../../protocol/panelView";
import { entityGroup } from "./entityView";
import { labelOfCode } from "./codeLabels";
import { labelOfField, labelOfGroup, noteOfField } from "./fieldLabels";
import { membersField } from "./membersView";
import type { PeopleView } from "./peopleView";

/** Every field of a reply, in groups, and the members; a group without fields is left out. */
export function factGroups(reading: DialogReading, people: PeopleView): readonly PanelGroup[] {
  const bound = entityGroup(reading.dialog.entity, people);
  const groups = fieldGroups.flatMap((group) => {
    const fields = reading.dialog.fields
      .filter((field) => field.group === group)
      .map((field) => fieldView(field, people));
    const all = group === "people" ? [...fields, membersField(people)] : fields;
    return all.length === 0 ? [] : [{ id: group, label: labelOfGroup(group), fields: all }];
  });
  // What a developer would otherwise take apart by hand comes first.
  return bound === undefined ? groups : [bound, ...groups];
}

function fieldView(field: DialogField, people: PeopleView): PanelField {
  const note = noteOfField(field.path);
  // Names of undocumented fields are the portal's too: they are drawn, so they are made visible.
  const name = visibleText(clip(field.path, 200));
  return {
    key: field.path,
    label: field.isDocumented ? labelOfField(field.path) : name,
    wireName: name,
    value: valueView(field.path, field.value, people),
    canCopy: field.value.type !== "unset",
    ...(note === undefined ? {} : { note }),
  };
}

function valueView(path: string, value: FieldValue, people: PeopleView): PanelValue {
  switch (value.type) {
    case "unset":
      return { type: "unset", text: l10n.t("not set"), raw: value.spelled };
    case "text":
      return textValue(value);
    case "number":
      return numberValue(value.value, value.spelled);
    case "flag":
      return {
        type: "flag",
        isOn: value.isOn,
        text: value.isOn ? l10n.t("yes") : l10n.t("no"),
        raw: value.spelled,
      };
    case "date":
      return { type: "date", iso: value.iso };
    case "color":
      return { type: "color", hex: value.hex };
    case "code": {
      const label = labelOfCode(path, value.code);
      const code = visibleText(value.code);
      return label === undefined
        ? { type: "text", text: code }
        : { type: "text", text: label, raw: code };
    }
    case "userId":
      return value.userId === 0
        ? { type: "unset", text: l10n.t("none"), raw: value.spelled }
        : { type: "person", person: people.person(value, "owner"), raw: value.spelled };
    case "userIds":
    case "readers":
      return { type: "people", ...people.page(path, "", 0) };
    case "json":
      return { type: "json", ...clippedText(value) };
  }
}

function textValue(value: Extract<FieldValue, { type: "text" }>): PanelValue {
  return { type: "text", ...clippedText(value) };
}

function clippedText(value: { readonly text: string; readonly length: number }): {
  readonly text: string;
  readonly clipped?: string;
} {
  const text = visibleText(value.text);
  if (value.text.length === value.length) return { text };
  const shown = value.text.length.toLocaleString(env.language);
  return {
    text,
    clipped: l10n.t(
      "The first {0} of {1} characters. Copy, or open the raw JSON, to get the whole.",
      shown,
      value.length.toLocaleString(env.language),
    ),
  };
}

/** A number that the portal wrote as text keeps its quotes beside it: bots compare with `===`. */
function numberValue(value: number, spelled: string): PanelValue {
  const text = String(value);
  return spelled === text ? { type: "text", text } : { type: "text", text, raw: spelled };
}
