import * as l10n from "@vscode/l10n";
import type { Dialog, DialogField } from "../../core/dialog/dialog";
import type { DialogReading } from "../../core/reads/dialogReader";
import { fieldUrl } from "../../core/dialog/entity/factLinks";
import { scantReply } from "../../core/dialog/scantReply";
import type { FieldValue } from "../../core/dialog/fieldValue";
import { clip, nameIn, visibleText } from "../../core/base/visibleText";
import type { PanelField, PanelGroup, PanelSummaryLine, PlainValue } from "../protocol/panelView";
import { entityGroup, withUrl } from "./entityView";
import { digestOfLine, fieldGroupsOf } from "./groupsView";
import { labelOfCode } from "../../text/codeLabels";
import { numberText } from "../../text/language";
import { labelOfField, labelOfGroup, noteOfField } from "../../text/fieldLabels";
import { membersField } from "./membersView";
import type { PeopleView } from "./peopleView";

/**
 * Every field of a reply in groups, in the order of use; a group without fields is left out. What a developer would
 * otherwise take apart by hand comes first.
 */
export function factGroups(
  reading: DialogReading,
  people: PeopleView,
  summary: readonly PanelSummaryLine[],
): readonly PanelGroup[] {
  const { dialog } = reading;
  const digestOf = (id: string): Pick<PanelGroup, "digest"> => {
    const digest = digestOfLine(summary.find((line) => line.id === id));
    return digest === undefined ? {} : { digest };
  };
  const isScant = scantReply(dialog) !== undefined;
  const bound = entityGroup(dialog, people);
  const draw = (field: DialogField): PanelField => fieldView(field, people);
  const listed = dialog.fields.filter(({ group }) => group === "people").map(draw);
  const peopleGroup: PanelGroup = {
    id: "people",
    label: labelOfGroup("people"),
    startsOpen: true,
    ...digestOf("people"),
    fields: [membersField(people), ...listed],
  };
  return [
    ...(bound === undefined ? [] : [{ ...bound, ...digestOf("bound") }]),
    peopleGroup,
    ...fieldGroupsOf(dialog.fields, draw, isScant).map((group) =>
      group.id === "other" ? { ...group, fields: [...group.fields, ...unlisted(dialog)] } : group,
    ),
  ];
}

/** A reply of a hundred thousand fields is no page: the rest is counted. */
function unlisted({ unlistedFields }: Dialog): readonly PanelField[] {
  if (unlistedFields === 0) return [];
  const text = l10n.t("{0} more fields. The raw JSON has them.", numberText(unlistedFields));
  return [
    { key: "unlisted", label: l10n.t("Not listed"), value: { type: "text", text }, canCopy: false },
  ];
}

export function fieldView(field: DialogField, people: PeopleView): PanelField {
  const note = noteOfValue(field) ?? noteOfField(field.name);
  // Names of undocumented fields are the portal's too: they are drawn, so they are made visible.
  const path = visibleText(clip(field.path, 200));
  return {
    key: field.key,
    label: field.isDocumented ? labelOfField(field.name) : path,
    wireName: path,
    value: plainValue(field, people),
    canCopy: field.value.type !== "unset",
    ...(note === undefined ? {} : { note }),
  };
}

/** Where what is drawn is not letter by letter what came, or not what stands elsewhere on the page. */
function noteOfValue({ name, value, wire }: DialogField): string | undefined {
  if (value.type === "jsonText")
    return l10n.t("Text that holds JSON, laid out; copied as it came.");
  const isTitle = (name === "name" || name === "title") && typeof wire === "string";
  const start = isTitle ? clip(wire, 1_000) : "";
  return nameIn(start) !== start
    ? l10n.t("As it came. In the title above, its HTML entities are decoded.")
    : undefined;
}

/** The value of one field as one reader was told it. */
export function plainValue(field: DialogField, people: PeopleView): PlainValue {
  const { name, wire } = field;
  const view = valueView(field, people);
  const url = people.links === undefined ? undefined : fieldUrl(name, wire, people.links);
  return view.type === "text" ? withUrl(view, url) : view;
}

function valueView({ name, key, value }: DialogField, people: PeopleView): PlainValue {
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
        : { type: "person", person: people.person(value, "owner"), raw: value.spelled };
    case "userIds":
    case "receipts":
      return { type: "people", ...people.page(key, "", 0) };
    case "json":
      return value.isWhole
        ? { type: "json", text: visibleText(value.text) }
        : {
            type: "json",
            text: visibleText(value.text),
            clipped: l10n.t("Only the beginning. Copy, or open the raw JSON, to get the whole."),
          };
    case "jsonText":
      return { type: "json", ...clippedText(value, value.shownLength) };
    default:
      // The page draws the other forms as the core has read them.
      return value;
  }
}

function textValue(value: Extract<FieldValue, { type: "text" }>): PlainValue {
  return { type: "text", ...clippedText(value, value.text.length) };
}

function clippedText(
  value: { readonly text: string; readonly length: number },
  shownLength: number,
): { readonly text: string; readonly clipped?: string } {
  const text = visibleText(value.text);
  if (shownLength === value.length) return { text };
  const shown = numberText(shownLength);
  return {
    text,
    clipped: l10n.t(
      "The first {0} of {1} characters. Copy, or open the raw JSON, to get the whole.",
      shown,
      numberText(value.length),
    ),
  };
}

/** A number that the portal wrote as text keeps its quotes beside it: bots compare with `===`. */
function numberValue(value: number | undefined, spelled: string): PlainValue {
  const text = value === undefined ? spelled : String(value);
  return spelled === text ? { type: "text", text } : { type: "text", text, raw: spelled };
}
