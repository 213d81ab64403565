import * as l10n from "@vscode/l10n";
import type { DialogField } from "../../core/dialog/dialog";
import type { FieldGroup } from "../../core/dialog/fieldCatalog";
import { labelOfGroup } from "../../text/fieldLabels";
import { numberText, plural } from "../../text/language";
import type { PanelField, PanelGroup, PanelSummaryLine } from "../protocol/panelView";

/** Fields of the reply in the groups that are shown, in the order of use. */
const order = [
  { id: "permissions", of: ["permissions"] },
  { id: "activity", of: ["counters", "reading"] },
  { id: "identity", of: ["identity"] },
  { id: "entity", of: ["entity"] },
  { id: "other", of: ["other"] },
] as const satisfies readonly { readonly id: string; readonly of: readonly FieldGroup[] }[];

export type FieldGroupId = (typeof order)[number]["id"] | "people";

/** Where a field of the reply stands. */
export function groupIdOf(group: FieldGroup): FieldGroupId {
  return order.find(({ of }) => (of as readonly FieldGroup[]).includes(group))?.id ?? "people";
}

/** The groups behind those of people, each with a digest. */
export function fieldGroupsOf(
  fields: readonly DialogField[],
  draw: (field: DialogField) => PanelField,
  startsOpen: boolean,
): readonly PanelGroup[] {
  return order.flatMap(({ id, of }) => {
    const own = fields.filter(({ group }) => (of as readonly FieldGroup[]).includes(group));
    if (own.length === 0) return [];
    const sorted =
      id === "permissions" ? [...own.filter(isDenied), ...own.filter((f) => !isDenied(f))] : own;
    const digest = digestOf(id, own);
    return [
      {
        id,
        label: id === "activity" ? l10n.t("Activity and reading") : labelOfGroup(of[0]),
        startsOpen,
        fields: sorted.map(draw),
        ...(digest === "" ? {} : { digest }),
      },
    ];
  });
}

function isDenied({ value, path }: DialogField): boolean {
  return path.startsWith("restrictions.") && value.type === "flag" && !value.isOn;
}

function digestOf(id: FieldGroupId, fields: readonly DialogField[]): string {
  switch (id) {
    case "permissions":
      return digestOfPermissions(fields);
    case "activity":
      return activityOf(fields).join(" · ");
    case "entity":
    case "other":
      return fieldCount(fields.length);
    case "identity":
    case "people":
      return "";
  }
}

function digestOfPermissions(fields: readonly DialogField[]): string {
  const denied = fields.filter(isDenied).length;
  const flags = fields.filter(
    ({ path, value }) => path.startsWith("restrictions.") && value.type === "flag",
  );
  if (flags.length === 0) return "";
  return denied === 0
    ? l10n.t("all allowed")
    : l10n.t("{0} of {1} not allowed", numberText(denied), numberText(flags.length));
}

function fieldCount(count: number): string {
  const number = numberText(count);
  return plural(count, {
    one: l10n.t("{0} field", number),
    few: l10n.t({ message: "{0} fields", args: [number], comment: ["few"] }),
    many: l10n.t("{0} fields", number),
  });
}

/** What goes on in a chat: messages, unread ones, readers. */
export function activityOf(fields: readonly DialogField[]): readonly string[] {
  const numberOf = (name: string): number | undefined => {
    const value = fields.find((field) => field.name === name)?.value;
    return value?.type === "number" ? value.value : undefined;
  };
  const messages = numberOf("message_count");
  const unread = numberOf("counter");
  const readers = fields.find(({ name }) => name === "readed_list")?.value;
  return [
    messages === undefined ? "" : messagesText(messages),
    unread === undefined || unread === 0 ? "" : l10n.t("{0} unread", numberText(unread)),
    readers?.type === "receipts" && readers.receipts.length > 0
      ? l10n.t("read by {0}", numberText(readers.receipts.length))
      : "",
  ].filter((text) => text !== "");
}

export function messagesText(count: number): string {
  const number = numberText(count);
  return plural(count, {
    one: l10n.t("{0} message", number),
    few: l10n.t({ message: "{0} messages", args: [number], comment: ["few"] }),
    many: l10n.t("{0} messages", number),
  });
}

/** A line of the summary, as a group says it while it is closed. */
export function digestOfLine(line: PanelSummaryLine | undefined): string | undefined {
  const text = line?.parts.map((part) => part.text).join(" · ") ?? "";
  return text === "" ? undefined : text;
}
