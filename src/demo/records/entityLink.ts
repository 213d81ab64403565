import type { JsonObject } from "../base/json";
import type { Chat } from "../seed/chat";
import type { Person } from "../seed/person";

/** `entity_link` of a record: where in the portal the chat belongs (REST brief, entities.md section 3). */
export function entityLink(chat: Chat, viewer: Person): JsonObject {
  if (chat.linkOverride !== undefined) return { ...chat.linkOverride };
  if (chat.entityType === "") return { type: "", url: "" };
  if (chat.entityType === "CRM") return crmLink(chat.entityId, viewer);
  const url = viewer.isExtranet ? "" : entityPath(chat, viewer);
  return url === ""
    ? { type: chat.entityType, url }
    : { type: chat.entityType, url, id: chat.entityId };
}

function crmLink(entity: string, viewer: Person): JsonObject {
  const [type = ""] = entity.split("|");
  return {
    type: type.startsWith("DYNAMIC_") ? "DYNAMIC" : type,
    url: viewer.isExtranet ? "" : crmPath(entity),
    id: entity,
  };
}

/** @param entity `DEAL|88` or `DYNAMIC_1038|5` */
function crmPath(entity: string): string {
  const [type = "", id = ""] = entity.split("|");
  return type.startsWith("DYNAMIC_")
    ? `/crm/type/${type.slice("DYNAMIC_".length)}/details/${id}/`
    : `/crm/${type.toLowerCase()}/details/${id}/`;
}

function entityPath(chat: Chat, viewer: Person): string {
  const personal = `/company/personal/user/${viewer.id}`;
  switch (chat.entityType) {
    case "TASKS":
      return `${personal}/tasks/task/view/${chat.entityId}/`;
    case "TASKS_TASK":
      return `${personal}/tasks/task/view/${chat.entityId}/?ta_sec=chat_tasks&ta_el=view_button`;
    case "SONET_GROUP":
      return `/workgroups/group/${chat.entityId}/`;
    case "CALENDAR":
      return `${personal}/calendar/?EVENT_ID=${chat.entityId}`;
    case "MAIL":
      return `/mail/message/${chat.entityId}`;
    case "CALL": {
      const [, type, id] = chat.entityData1.split("|"); // flag, then the CRM object of the call
      return type === undefined || id === undefined ? "" : crmPath(`${type}|${id}`);
    }
    default:
      return "";
  }
}
