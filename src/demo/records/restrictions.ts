import type { JsonObject } from "../base/json";
import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";

const allowances = [
  "avatar",
  "rename",
  "extend",
  "call",
  "mute",
  "leave",
  "leave_owner",
  "send",
  "user_list",
] as const;

type Allowance = (typeof allowances)[number];

const supportChat = allowances.filter((name) => name !== "rename" && name !== "send");

/** What the kind of a chat forbids (REST brief, dialogs.md section 1.5); kinds not named forbid nothing. */
const forbiddenBy: Readonly<Record<string, readonly Allowance[]>> = {
  GENERAL: ["avatar", "rename", "extend", "leave", "leave_owner"],
  SONET_GROUP: ["avatar", "rename", "extend", "leave", "leave_owner"],
  CRM: ["avatar", "rename", "leave_owner"],
  CALL: ["extend", "call", "mute", "leave", "leave_owner"],
  SUPPORT24_NOTIFIER: ["avatar", "rename", "leave_owner"],
  SUPPORT24_QUESTION: supportChat,
  NETWORK_DIALOG: supportChat,
};

/** Each allowance as a flag, and for chats of another module the path of their owner's page. */
export function restrictionsOf(chat: Chat, viewer: Person): JsonObject {
  const forbidden = forbiddenBy[chat.entityType] ?? [];
  return {
    ...Object.fromEntries(allowances.map((name) => [name, !forbidden.includes(name)])),
    ...ownerPage(chat, viewer),
  };
}

function ownerPage(chat: Chat, viewer: Person): JsonObject {
  const personal = `/company/personal/user/${viewer.id}`;
  switch (chat.entityType) {
    case "SONET_GROUP":
      return { path: "/workgroups/group/#ID#/", path_title: "Open the workgroup" };
    case "TASKS":
    case "TASKS_TASK":
      return { path: `${personal}/tasks/task/view/#ID#/`, path_title: "Open the task" };
    case "CALENDAR":
      return { path: `${personal}/calendar/?EVENT_ID=#ID#`, path_title: "Open the event" };
    case "CRM":
      return { path: "", path_title: "Open the CRM card" };
    default:
      return {};
  }
}
