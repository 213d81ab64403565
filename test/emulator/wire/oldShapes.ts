import { without, type JsonObject } from "../../../src/demo/base/json";
import { chatTypeOf, type Chat } from "../../../src/demo/seed/chat";

/** The shape of the documentation until 2022: `title`, ids as strings, no counters. */
export function titledShape(record: JsonObject, chat: Chat): JsonObject {
  return {
    id: String(chat.id),
    title: chat.name ?? "",
    owner: String(chat.owner),
    extranet: record["extranet"] ?? false,
    avatar: record["avatar"] ?? "",
    color: chat.color,
    type: oldTypeOf(chat),
    entity_type: record["entity_type"] ?? "",
    entity_id: chat.entityId,
    entity_data_1: chat.entityData1,
    entity_data_2: chat.entityData2,
    entity_data_3: chat.entityData3,
    date_create: chat.dateCreate,
    message_type: chat.messageType,
  };
}

/** The shape of 2019 to 2021: `name`, ids as numbers, the first counters and lists. */
export function namedShape(record: JsonObject, chat: Chat): JsonObject {
  return {
    id: chat.id,
    name: chat.name ?? "",
    owner: chat.owner,
    ...without(titledShape(record, chat), "id", "title", "owner"),
    counter: record["counter"] ?? 0,
    unread_id: record["unread_id"] ?? 0,
    unread_last_id: record["last_message_id"] ?? 0,
    disk_folder_id: chat.diskFolderId,
    mute_list: record["mute_list"] ?? [],
    readed_list: record["readed_list"] ?? [],
    manager_list: chat.managers,
  };
}

/** Portals that did not know copilot, collab and channel called them by the entity, or plainly. */
function oldTypeOf(chat: Chat): string {
  const messageType = ["A", "B", "N", "T"].includes(chat.messageType) ? "C" : chat.messageType;
  return chatTypeOf({ ...chat, messageType: messageType === "J" ? "O" : messageType });
}
