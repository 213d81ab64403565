import * as l10n from "@vscode/l10n";
import type { DialogKind, DialogKindWord } from "../core/dialog/dialogKind";
import { visibleLine } from "../core/base/visibleText";

export interface KindLook {
  readonly label: string;
  readonly codicon: string;
}

/** @see REST brief, entities.md section 8 */
export function lookOfKind(kind: DialogKind): KindLook {
  const [codicon, label] = looks[kind.word];
  return kind.word === "custom" && kind.customName !== undefined
    ? { label: l10n.t("Custom ({0})", visibleLine(kind.customName)), codicon }
    : { label: label(), codicon };
}

const looks: Readonly<Record<DialogKindWord, readonly [codicon: string, label: () => string]>> = {
  private: ["person", () => l10n.t("Private dialog")],
  notes: ["bookmark", () => l10n.t("Notes")],
  chat: ["comment-discussion", () => l10n.t("Group chat")],
  open: ["unlock", () => l10n.t("Open chat")],
  general: ["organization", () => l10n.t("General chat")],
  channel: ["broadcast", () => l10n.t("Channel")],
  openChannel: ["broadcast", () => l10n.t("Channel (open)")],
  generalChannel: ["broadcast", () => l10n.t("Channel (general)")],
  comment: ["comment", () => l10n.t("Comment thread")],
  thread: ["reply", () => l10n.t("Group chat opened from a message")],
  lines: ["inbox", () => l10n.t("Open Channel dialog")],
  livechat: ["globe", () => l10n.t("Live chat (visitor)")],
  crm: ["briefcase", () => l10n.t("CRM chat")],
  task: ["tasklist", () => l10n.t("Task chat")],
  workgroup: ["project", () => l10n.t("Workgroup chat")],
  calendar: ["calendar", () => l10n.t("Event chat")],
  mail: ["mail", () => l10n.t("Mail discussion")],
  call: ["call-outgoing", () => l10n.t("Call chat")],
  videoconf: ["device-camera-video", () => l10n.t("Video conference")],
  announcement: ["megaphone", () => l10n.t("Announcement")],
  copilot: ["sparkle", () => l10n.t("CoPilot chat")],
  aiAssistant: ["robot", () => l10n.t("AI assistant")],
  collab: ["live-share", () => l10n.t("Collab")],
  support: ["question", () => l10n.t("Support")],
  notifications: ["bell", () => l10n.t("Notifications")],
  custom: ["extensions", () => l10n.t("Custom chat")],
};
