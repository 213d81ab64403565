import * as l10n from "@vscode/l10n";
import type { EntityFact, EntityFactName } from "../core/dialog/entity/entityFact";
import { visibleText } from "../core/base/visibleText";
import { readCrmType } from "../core/dialog/crmTypes";
import { wording } from "./language";

export function labelOfEntityFact({ name, value, raw }: EntityFact): string {
  if (name === "crmBinding") {
    const type = value.type === "object" ? value.objectType : (raw?.split("|")[0] ?? "");
    const known = crmTypeName(type);
    return known === undefined ? l10n.t("CRM binding") : l10n.t("CRM binding: {0}", known);
  }
  return labels(name);
}

const labels = wording<Exclude<EntityFactName, "crmBinding">>({
  connector: () => l10n.t("Connector"),
  line: () => l10n.t("Open Channel line"),
  connectorChat: () => l10n.t("Chat in the external system"),
  visitorChat: () => l10n.t("Visitor's live chat (chat id)"),
  connectorUser: () => l10n.t("Visitor, as a portal user"),
  crmEnabled: () => l10n.t("Saved in CRM"),
  crmType: () => l10n.t("Main CRM object type"),
  crmObject: () => l10n.t("CRM object"),
  pause: () => l10n.t("Kept by the operator"),
  waitAction: () => l10n.t("Waiting for the client"),
  sessionId: () => l10n.t("Session"),
  sessionStart: () => l10n.t("Session opened"),
  sessionLine: () => l10n.t("Line of the session"),
  blockDate: () => l10n.t("Sending blocked from"),
  blockReason: () => l10n.t("Reason of the block"),
  silentMode: () => l10n.t("Silent mode"),
  visitorRead: () => l10n.t("Read by the visitor"),
  visitorReadMessage: () => l10n.t("Visitor read up to message"),
  visitorReadTime: () => l10n.t("Visitor read at"),
  formShown: () => l10n.t("Form shown"),
  welcomeFormNeeded: () => l10n.t("Welcome form needed"),
  welcomeTextSent: () => l10n.t("Welcome text sent"),
  task: () => l10n.t("Task"),
  workgroup: () => l10n.t("Workgroup"),
  calendarEvent: () => l10n.t("Calendar event"),
  mailMessage: () => l10n.t("Mail message"),
  call: () => l10n.t("Call or phone number"),
  conference: () => l10n.t("Conference"),
  notesOwner: () => l10n.t("Owner of the notes"),
  unknownPart: () => l10n.t("Undocumented part"),
  cutParts: () => l10n.t("The rest"),
});

/** `Deal 88`, `Smart process 1038, item 5`; a type that nobody documented stays as the portal writes it. */
export function crmObjectName(type: string, id: number): string {
  const name = crmTypeName(type) ?? visibleText(type);
  return smartProcessOf(type) !== undefined ? l10n.t("{0}, item {1}", name, id) : `${name} ${id}`;
}

/** The name of an object's type; `undefined` for one that nobody documented. */
export function crmTypeName(type: string): string | undefined {
  const smartProcess = smartProcessOf(type);
  if (smartProcess !== undefined) return l10n.t("Smart process {0}", smartProcess);
  return crmTypes.get(readCrmType(type) ?? type)?.();
}

/** The number of a smart process without a name of its own: `DYNAMIC_31` is the portal's own type of invoices. */
function smartProcessOf(type: string): string | undefined {
  return crmTypes.has(readCrmType(type) ?? type) ? undefined : /^DYNAMIC_(\d+)$/.exec(type)?.[1];
}

const crmTypes: ReadonlyMap<string, () => string> = new Map([
  ["LEAD", () => l10n.t("Lead")],
  ["DEAL", () => l10n.t("Deal")],
  ["CONTACT", () => l10n.t("Contact")],
  ["COMPANY", () => l10n.t("Company")],
  ["QUOTE", () => l10n.t("Estimate")],
  ["SMART_INVOICE", () => l10n.t("Invoice")],
  ["INVOICE", () => l10n.t("Invoice (old)")],
  ["ORDER", () => l10n.t("Order")],
  ["USER", () => l10n.t("User")],
  ["TASK", () => l10n.t("Task")],
  ["SONET_GROUP", () => l10n.t("Workgroup")],
  ["CALENDAR", () => l10n.t("Event")],
]);

/** @see REST brief, entities.md section 4 */
export function connectorName(connector: string): string | undefined {
  const ofBotFramework = /^botframework\.(\w{1,20})$/.exec(connector)?.[1];
  return ofBotFramework === undefined
    ? connectors.get(connector)?.()
    : `Microsoft Bot Framework (${ofBotFramework})`;
}

const connectors: ReadonlyMap<string, () => string> = new Map([
  ["livechat", () => l10n.t("Live chat of a site")],
  ["telegrambot", () => "Telegram"],
  ["telegram", () => "Telegram"],
  ["whatsappbytwilio", () => "WhatsApp (Twilio)"],
  ["viber", () => "Viber"],
  ["facebook", () => "Facebook"],
  ["facebookcomments", () => l10n.t("Facebook comments")],
  ["facebookmessenger", () => "Facebook Messenger"],
  ["fbinstagram", () => l10n.t("Instagram comments")],
  ["instagram", () => "Instagram"],
  ["fbinstagramdirect", () => "Instagram Direct"],
  ["whatsappbyedna", () => "WhatsApp (edna)"],
  ["avito", () => "Avito"],
  ["ok", () => l10n.t("Odnoklassniki")],
  ["yandex", () => l10n.t("Yandex Dialogs")],
  ["vkgroup", () => "VK"],
  ["vkgrouporder", () => l10n.t("VK orders")],
  ["network", () => "Bitrix24.Network"],
  ["imessage", () => "iMessage"],
  ["wechat", () => "WeChat"],
  ["olx", () => "OLX"],
  ["notifications", () => l10n.t("Bitrix24 notifications")],
]);
