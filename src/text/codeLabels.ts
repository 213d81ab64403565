import * as l10n from "@vscode/l10n";
import { dialogKind } from "../core/dialog/dialogKind";
import { lookOfKind } from "./dialogKinds";

/** A documented word in plain language; `undefined` for one that nobody documented. */
export function labelOfCode(name: string, code: string): string | undefined {
  if (name === "type") {
    const kind = dialogKind({ type: code, messageType: "", entityType: "" });
    return kind === undefined || kind.word === "custom" ? undefined : lookOfKind(kind).label;
  }
  if (name === "message_type") return own(messageTypes(), code.toUpperCase());
  if (name === "role" && code.toLowerCase() === "none") return l10n.t("Not a member");
  return own(ranks(), code.toLowerCase());
}

/** A portal's code may be a name that every object has. */
function own(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** @see REST brief, entities.md section 1 */
function messageTypes(): Readonly<Record<string, string>> {
  return {
    P: l10n.t("Private dialog"),
    C: l10n.t("Group chat"),
    O: l10n.t("Open chat"),
    L: l10n.t("Open Channel session"),
    S: l10n.t("System notifications"),
    T: l10n.t("Comment thread"),
    N: l10n.t("Channel"),
    J: l10n.t("Channel (open)"),
    A: l10n.t("CoPilot chat"),
    B: l10n.t("Collab"),
    X: l10n.t("Owned by another module"),
  };
}

/** Roles, and the ranks from which something is permitted. */
function ranks(): Readonly<Record<string, string>> {
  return {
    owner: l10n.t("Owner"),
    manager: l10n.t("Manager"),
    member: l10n.t("Member"),
    guest: l10n.t("Guest"),
    none: l10n.t("Nobody"),
  };
}
