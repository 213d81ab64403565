import { env, l10n } from "vscode";
import type { DialogField } from "../../core/dialog/dialog";
import type { DialogReading } from "../../core/dialog/dialogReader";
import { fieldGroups, type FieldGroup } from "../../core/dialog/fieldCatalog";
import type { FieldValue, Reader } from "../../core/dialog/fieldValue";
import { fieldUrl } from "../../core/dialog/entity/factLinks";
import type { LinkContext } from "../../core/dialog/objectLinks";
import { clip, visibleText } from "../../core/visibleText";
import type { PanelField, PanelGroup, PlainValue } from "../../protocol/panelView";
import { entityGroup, withUrl } from "./entityView";
import { labelOfCode } from "./codeLabels";
import { labelOfField, labelOfGroup, noteOfField } from "./fieldLabels";

/**
 * Every field of a reply, in groups; a group without fields is left out.
 * @param links where pages of the portal are; absent: there are none to open
 */
export function factGroups(
  reading: DialogReading,
  links: LinkContext | undefined,
): readonly PanelGroup[] {
  const bound = entityGroup(reading.dialog, links);
  const groups = fieldGroups.flatMap((group) => {
    const fields = reading.dialog.fields.filter((field) => field.group === group);
    return fields.length === 0 ? [] : [groupView(group, fields, links)];
  });
  // What a developer would otherwise take apart by hand comes first.
  return bound === undefined ? groups : [bound, ...groups];
}

function groupView(
  group: FieldGroup,
  fields: readonly DialogField[],
  links: LinkContext | undefined,
): PanelGroup {
  return {
    id: group,
    label: labelOfGroup(group),
    fields: fields.map((field) => fieldView(field, links)),
  };
}

export function fieldView(field: DialogField, links: LinkContext | undefined): PanelField {
  const note = noteOfField(field.name);
  // Names of undocumented fields are the portal's too: they are drawn, so they are made visible.
  const path = visibleText(clip(field.path, 200));
  return {
    key: field.path,
    label: field.isDocumented ? labelOfField(field.name) : path,
    wireName: path,
    value: plainValue(field, links),
    canCopy: field.value.type !== "unset",
    ...(note === undefined ? {} : { note }),
  };
}

/** The value of one field as one reader was told it. */
export function plainValue(field: DialogField, links: LinkContext | undefined): PlainValue {
  const { name, value, wire } = field;
  const view = valueView(name, value);
  const url = links === undefined ? undefined : fieldUrl(name, wire, links);
  return view.type === "text" ? withUrl(view, url) : view;
}

function valueView(name: string, value: FieldValue): PlainValue {
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
      const label = labelOfCode(name, value.code);
      const code = visibleText(value.code);
      return label === undefined
        ? { type: "text", text: code }
        : { type: "text", text: label, raw: code };
    }
    case "userId":
      return value.userId === 0
        ? { type: "unset", text: l10n.t("none"), raw: value.spelled }
        : { type: "text", text: l10n.t("User {0}", value.userId), raw: value.spelled };
    case "userIds":
      return {
        type: "people",
        people: value.userIds.map((userId) => person(userId, "", undefined)),
        summary: summaryOf(value.userIds.length, value.total),
      };
    case "readers":
      return {
        type: "people",
        people: value.readers.map(({ userId, name, date }: Reader) => person(userId, name, date)),
        summary: summaryOf(value.readers.length, value.total),
      };
    case "json":
      return { type: "json", ...clippedText(value) };
  }
}

function textValue(value: Extract<FieldValue, { type: "text" }>): PlainValue {
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
function numberValue(value: number, spelled: string): PlainValue {
  const text = String(value);
  return spelled === text ? { type: "text", text } : { type: "text", text, raw: spelled };
}

function person(
  userId: number,
  name: string,
  dateIso: string | undefined,
): { readonly name: string; readonly userId: string; readonly dateIso?: string } {
  return {
    userId: String(userId),
    name: name === "" ? l10n.t("User {0}", userId) : visibleText(name),
    ...(dateIso === undefined ? {} : { dateIso }),
  };
}

function summaryOf(shown: number, total: number): string {
  if (shown < total) {
    return l10n.t(
      "{0} of {1} people shown; the raw JSON has them all.",
      shown.toLocaleString(env.language),
      total.toLocaleString(env.language),
    );
  }
  return total === 1
    ? l10n.t("1 person")
    : l10n.t("{0} people", total.toLocaleString(env.language));
}
