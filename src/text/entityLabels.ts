import * as l10n from "@vscode/l10n";
import type { EntityFact, EntityFactName } from "../core/dialog/entity/entityFact";
import { visibleText } from "../core/base/visibleText";

export function labelOfEntityFact({ name, value, raw }: EntityFact): string {
  if (name === "crmBinding") {
    const type = value.type === "object" ? value.objectType : (raw?.split("|")[0] ?? "");
    const known = crmTypeName(type);
    return known === undefined ? l10n.t("CRM binding") : l10n.t("CRM binding: {0}", known);
  }
  return labels(name);
}

function labels(name: Exclude<EntityFactName, "crmBinding">): string {
  switch (name) {
    case "connector":
      return l10n.t("Connector");
    case "line":
      return l10n.t("Open Channel line");
    case "connectorChat":
      return l10n.t("Chat in the external system");
    case "visitorChat":
      return l10n.t("Visitor's live chat (chat id)");
    case "connectorUser":
      return l10n.t("Visitor, as a portal user");
    case "crmEnabled":
      return l10n.t("Saved in CRM");
    case "crmType":
      return l10n.t("Main CRM object type");
    case "crmObject":
      return l10n.t("CRM object");
    case "pause":
      return l10n.t("Kept by the operator");
    case "waitAction":
      return l10n.t("Waiting for the client");
    case "sessionId":
      return l10n.t("Session");
    case "sessionStart":
      return l10n.t("Session opened");
    case "sessionLine":
      return l10n.t("Line of the session");
    case "blockDate":
      return l10n.t("Sending blocked from");
    case "blockReason":
      return l10n.t("Reason of the block");
    case "silentMode":
      return l10n.t("Silent mode");
    case "visitorRead":
      return l10n.t("Read by the visitor");
    case "visitorReadMessage":
      return l10n.t("Visitor read up to message");
    case "visitorReadTime":
      return l10n.t("Visitor read at");
    case "formShown":
      return l10n.t("Form shown");
    case "welcomeFormNeeded":
      return l10n.t("Welcome form needed");
    case "welcomeTextSent":
      return l10n.t("Welcome text sent");
    case "task":
      return l10n.t("Task");
    case "workgroup":
      return l10n.t("Workgroup");
    case "calendarEvent":
      return l10n.t("Calendar event");
    case "mailMessage":
      return l10n.t("Mail message");
    case "call":
      return l10n.t("Call or phone number");
    case "conference":
      return l10n.t("Conference");
    case "notesOwner":
      return l10n.t("Owner of the notes");
    case "unknownPart":
      return l10n.t("Undocumented part");
    case "cutParts":
      return l10n.t("The rest");
  }
}

/** `Deal 88`, `Smart process 1038, item 5`; a type that nobody documented stays as the portal writes it. */
export function crmObjectName(type: string, id: number): string {
  const name = crmTypeName(type) ?? visibleText(type);
  return /^DYNAMIC_\d+$/.test(type) ? l10n.t("{0}, item {1}", name, id) : `${name} ${id}`;
}

/** The name of an object's type; `undefined` for one that nobody documented. */
export function crmTypeName(type: string): string | undefined {
  const smartProcess = /^DYNAMIC_(\d+)$/.exec(type)?.[1];
  if (smartProcess !== undefined) return l10n.t("Smart process {0}", smartProcess);
  switch (type) {
    case "LEAD":
      return l10n.t("Lead");
    case "DEAL":
      return l10n.t("Deal");
    case "CONTACT":
      return l10n.t("Contact");
    case "COMPANY":
      return l10n.t("Company");
    case "QUOTE":
      return l10n.t("Estimate");
    case "SMART_INVOICE":
      return l10n.t("Invoice");
    case "ORDER":
      return l10n.t("Order");
    case "USER":
      return l10n.t("User");
    case "TASK":
      return l10n.t("Task");
    case "SONET_GROUP":
      return l10n.t("Workgroup");
    case "CALENDAR":
      return l10n.t("Event");
    default:
      return undefined;
  }
}

/** @see REST brief, entities.md section 4 */
export function connectorName(connector: string): string | undefined {
  switch (connector) {
    case "livechat":
      return l10n.t("Live chat of a site");
    case "telegrambot":
    case "telegram":
      return "Telegram";
    case "whatsappbytwilio":
      return "WhatsApp (Twilio)";
    case "viber":
      return "Viber";
    case "facebook":
      return "Facebook";
    case "facebookcomments":
      return l10n.t("Facebook comments");
    case "facebookmessenger":
      return "Facebook Messenger";
    case "fbinstagram":
      return l10n.t("Instagram comments");
    case "instagram":
      return "Instagram";
    case "fbinstagramdirect":
      return "Instagram Direct";
    case "whatsappbyedna":
      return "WhatsApp (edna)";
    case "avito":
      return "Avito";
    case "ok":
      return l10n.t("Odnoklassniki");
    case "yandex":
      return l10n.t("Yandex Dialogs");
    case "vkgroup":
      return "VK";
    case "vkgrouporder":
      return l10n.t("VK orders");
    case "network":
      return "Bitrix24.Network";
    case "imessage":
      return "iMessage";
    case "wechat":
      return "WeChat";
    case "olx":
      return "OLX";
    case "notifications":
      return l10n.t("Bitrix24 notifications");
    default:
      return undefined;
  }
}
