import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import { visitorOf, type KeyFact } from "../../core/dialog/keyFacts";
import type { FactNode } from "../../core/sidebar/treeNode";
import { copyTextOf, type DialogField } from "../../core/dialog/dialog";
import type { EntityFactName } from "../../core/dialog/entity/entityFact";
import { instantText } from "../../core/base/instantText";
import { clip, visibleLine } from "../../core/base/visibleText";
import { labelOfCode } from "../../text/codeLabels";
import { entityField } from "../../panel/view/entityView";
import { labelOfField } from "../../text/fieldLabels";
import { numberText } from "../../text/language";
import { rowContext } from "./rowContext";

/** A key fact of a dialog on one line. */
export function factItem(browser: DialogBrowser, node: FactNode): vscode.TreeItem {
  const fact = browser.factOf(node);
  if (fact === undefined) return new vscode.TreeItem("");
  const nameOf = (userId: number): string | undefined => browser.nameOf(node, userId);
  const { label, text, source } = wordsOf(fact, nameOf);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.description = text;
  item.iconPath = new vscode.ThemeIcon(iconOf(fact));
  item.tooltip = `${label}: ${text}\n${source}`;
  item.contextValue = rowContext("fact");
  item.accessibilityInformation = { label: `${label}: ${text}` };
  return item;
}

/** The value as the portal wrote it. */
export function rawTextOf(fact: KeyFact): string {
  return fact.kind === "field" ? copyTextOf(fact.field) : (fact.fact.raw ?? "");
}

interface FactWords {
  readonly label: string;
  readonly text: string;
  /** Where it comes from, and what stands there. */
  readonly source: string;
}

type NameOf = (userId: number) => string | undefined;

function wordsOf(fact: KeyFact, nameOf: NameOf): FactWords {
  const raw = clip(visibleLine(rawTextOf(fact)), 200);
  if (fact.kind === "field") {
    const { path } = fact.field;
    return {
      // The panel's label is longer than a sidebar is wide.
      label: path === "role" ? vscode.l10n.t("Role") : labelOfField(path),
      text: fieldText(fact.field, nameOf),
      source: `${path}: ${raw}`,
    };
  }
  const { label, value, wireName = "" } = entityField(fact.fact, undefined, undefined);
  const shown = "text" in value ? clip(visibleLine(value.text), 200) : raw;
  const visitor = visitorOf(fact.fact);
  const name = visitor === undefined ? undefined : nameOf(visitor);
  const text = visitor === undefined || name === undefined ? shown : named(name, visitor);
  return { label, text, source: `${wireName}: ${raw}` };
}

function named(name: string, userId: number): string {
  return `${clip(visibleLine(name), 100)} · ${userId}`;
}

function fieldText(field: DialogField, nameOf: NameOf): string {
  const { name, value } = field;
  switch (value.type) {
    case "code":
      return labelOfCode(name, value.code) ?? visibleLine(value.code);
    case "userId": {
      const known = nameOf(value.userId);
      return known === undefined
        ? vscode.l10n.t("User {0}", value.userId)
        : named(known, value.userId);
    }
    case "flag":
      return value.isOn ? vscode.l10n.t("yes") : vscode.l10n.t("no");
    case "date":
      return instantText(value.iso, vscode.env.language);
    case "number":
      if (value.value === undefined) return clip(value.spelled, 200);
      // An id is a name, not an amount.
      return name === "id" ? String(value.value) : numberText(value.value);
    default:
      return clip(visibleLine(copyTextOf(field)), 200);
  }
}

function iconOf(fact: KeyFact): string {
  return fact.kind === "field"
    ? (fieldIcons.get(fact.path) ?? "link")
    : (boundIcons[fact.fact.name] ?? "link");
}

const fieldIcons: ReadonlyMap<string, string> = new Map([
  ["type", "tag"],
  ["id", "symbol-numeric"],
  ["role", "shield"],
  ["owner", "account"],
  ["user_counter", "organization"],
  ["counter", "bell-dot"],
  ["message_count", "comment"],
  ["date_create", "calendar"],
]);

const boundIcons: Readonly<Partial<Record<EntityFactName, string>>> = {
  connector: "globe",
  line: "inbox",
  connectorUser: "person",
  sessionId: "history",
  crmObject: "briefcase",
  crmBinding: "briefcase",
  task: "tasklist",
  workgroup: "project",
  calendarEvent: "calendar",
  mailMessage: "mail",
  call: "call-outgoing",
  conference: "device-camera-video",
};
