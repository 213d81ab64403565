import * as l10n from "@vscode/l10n";
import type { DialogKind, DialogKindWord } from "../core/dialog/dialogKind";
import { visibleLine } from "../core/base/visibleText";

export interface KindLook {
  readonly label: string;
  readonly codicon: string;
}

/** @see REST brief, entities.md section 8 */
export function lookOfKind(kind: DialogKind): KindLook {
  const codicon = icons[kind.word];
  if (kind.word === "custom" && kind.customName !== undefined) {
    return { label: l10n.t("Custom ({0})", visibleLine(kind.customName)), codicon };
  }
  return { label: labelOf(kind.word), codicon };
}

const icons: Readonly<Record<DialogKindWord, string>> = {
  private: "person",
  notes: "bookmark",
  chat: "comment-discussion",
  open: "unlock",
  general: "organization",
  channel: "broadcast",
  openChannel: "broadcast",
  generalChannel: "broadcast",
  comment: "comment",
  thread: "reply",
  lines: "inbox",
  livechat: "globe",
  crm: "briefcase",
  task: "tasklist",
  workgroup: "project",
  calendar: "calendar",
  mail: "mail",
  call: "call-outgoing",
  videoconf: "device-camera-video",
  announcement: "megaphone",
  copilot: "sparkle",
  aiAssistant: "robot",
  collab: "live-share",
  support: "question",
  notifications: "bell",
  custom: "extensions",
};

function labelOf(word: DialogKindWord): string {
  switch (word) {
    case "private":
      return l10n.t("Private dialog");
    case "notes":
      return l10n.t("Notes");
    case "chat":
      return l10n.t("Group chat");
    case "open":
      return l10n.t("Open chat");
    case "general":
      return l10n.t("General chat");
    case "channel":
      return l10n.t("Channel");
    case "openChannel":
      return l10n.t("Channel (open)");
    case "generalChannel":
      return l10n.t("Channel (general)");
    case "comment":
      return l10n.t("Comment thread");
    case "thread":
      return l10n.t("Group chat opened from a message");
    case "lines":
      return l10n.t("Open Channel dialog");
    case "livechat":
      return l10n.t("Live chat (visitor)");
    case "crm":
      return l10n.t("CRM chat");
    case "task":
      return l10n.t("Task chat");
    case "workgroup":
      return l10n.t("Workgroup chat");
    case "calendar":
      return l10n.t("Event chat");
    case "mail":
      return l10n.t("Mail discussion");
    case "call":
      return l10n.t("Call chat");
    case "videoconf":
      return l10n.t("Video conference");
    case "announcement":
      return l10n.t("Announcement");
    case "copilot":
      return l10n.t("CoPilot chat");
    case "aiAssistant":
      return l10n.t("AI assistant");
    case "collab":
      return l10n.t("Collab");
    case "support":
      return l10n.t("Support");
    case "notifications":
      return l10n.t("Notifications");
    case "custom":
      return l10n.t("Custom chat");
  }
}
