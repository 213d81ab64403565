import * as l10n from "@vscode/l10n";
import type { LookupQuestion } from "../core/sessions/lookupNotes";
import { visibleLine } from "../core/base/visibleText";
import type { ChatOwner } from "../core/dialog/chatOwner";
import type { CrmObject } from "../core/dialog/crmObject";
import { crmObjectName } from "./entityLabels";

/** What is looked for. */
export function chatsOf(owner: ChatOwner): string {
  switch (owner.kind) {
    case "crmObject":
      return chatsOfCrmObject(owner.object);
    case "session":
      return l10n.t("Chat of Open Channel session {0}", owner.sessionId);
    case "userCode":
      return l10n.t("Chat of Open Channel client {0}", visibleLine(owner.userCode));
    case "task":
      return l10n.t("Chat of task {0}", owner.taskId);
    case "workgroup":
      return l10n.t("Chat of workgroup {0}", owner.workgroupId);
  }
}

/** How it is looked for. */
export function howChatsAreFound(owner: ChatOwner): string {
  switch (owner.kind) {
    case "crmObject":
      return l10n.t("Open Channel chats and the chat of its CRM card, only read");
    case "session":
    case "userCode":
      return l10n.t("Looked up with {0}, only read", "imopenlines.dialog.get");
    case "task":
    case "workgroup":
      return l10n.t("Looked up with {0}, only read", "im.chat.get");
  }
}

export function nameOfOwner(owner: ChatOwner): string {
  switch (owner.kind) {
    case "crmObject":
      return crmObjectName(owner.object.type, owner.object.id);
    case "session":
      return l10n.t("Session {0}", owner.sessionId);
    case "userCode":
      return l10n.t("Client {0}", visibleLine(owner.userCode));
    case "task":
      return l10n.t("Task {0}", owner.taskId);
    case "workgroup":
      return l10n.t("Workgroup {0}", owner.workgroupId);
  }
}

/** Whole sentences, for languages in which the words depend on each other. */
function chatsOfCrmObject(object: CrmObject): string {
  const { type, id } = object;
  switch (type) {
    case "LEAD":
      return l10n.t("Chats of lead {0}", id);
    case "DEAL":
      return l10n.t("Chats of deal {0}", id);
    case "CONTACT":
      return l10n.t("Chats of contact {0}", id);
    case "COMPANY":
      return l10n.t("Chats of company {0}", id);
    default: {
      const typeId = /^DYNAMIC_(\d+)$/.exec(type)?.[1];
      return typeId === undefined
        ? l10n.t("Chats of the CRM object: {0}", crmObjectName(type, id))
        : l10n.t("Chats of item {0} of smart process {1}", id, typeId);
    }
  }
}

/** @param example what can be typed, in the words of the user: `deal 88` */
export function describeMissingCrmNumber(example: string): string {
  return l10n.t("Type “{0}” for the chats of {0}: numbers begin at 1.", example);
}

export function notLookedFor(question: LookupQuestion, owner: ChatOwner): string {
  if (owner.kind !== "crmObject") return l10n.t("The chat was not looked for");
  return question === "openChannels"
    ? l10n.t("Open Channel chats were not looked for")
    : l10n.t("The chat of the CRM card was not looked for");
}

/**
 * What to do about it. The line is short: VS Code cuts longer ones.
 * @param scopes one of them is enough
 */
export function describeMissingScopes(scopes: readonly string[]): string {
  const [only, other] = scopes;
  return other === undefined
    ? l10n.t("Grant the webhook the scope “{0}”, then check access.", only ?? "")
    : l10n.t("Grant the webhook the scope “{0}” or “{1}”, then check access.", only ?? "", other);
}
