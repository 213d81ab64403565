import { canSee, roleIn } from "../portal/access";
import type { DemoState } from "../portal/demoState";
import type { Json, JsonObject } from "../base/json";
import { chatTypeOf, type Chat } from "../seed/chat";
import { type Person, fullName } from "../seed/person";
import { chatAvatarUrl } from "./avatarUrl";
import { entityLink } from "./entityLink";
import { permissionsOf } from "./permissions";
import { restrictionsOf } from "./restrictions";
import { epochOf, portalDate } from "../base/portalTime";

/** One dialog as `imbot.dialog.get` writes it for a reader, in the shape of the portal's generation. */
export function dialogRecord(
  chat: Chat,
  viewer: Person,
  state: DemoState,
  requestedId: Json,
): JsonObject {
  if (chat.fixedRecord !== undefined) return chat.fixedRecord;
  const record = { ...fullRecord(chat, viewer, state), dialog_id: requestedId };
  return state.traits.dialogShape(record, chat);
}

/** Today's shape without the echo of the id (REST brief, dialogs.md section 1.4). */
export function fullRecord(chat: Chat, viewer: Person, state: DemoState): JsonObject {
  return {
    ...searchRecord(chat, viewer, state),
    readed_list: readedList(chat, viewer, state),
    manager_list: chat.managers,
    last_message_views: lastMessageViews(chat, viewer, state),
  };
}

/** What a search for chats returns: everything but who has read how far. */
export function searchRecord(chat: Chat, viewer: Person, state: DemoState): JsonObject {
  const isFirstUser = viewer.id === 1; // the seeds count unread messages for user 1
  const counter = isFirstUser ? chat.counter : 0;
  return {
    id: chat.id,
    parent_chat_id: chat.parentChatId,
    parent_message_id: chat.parentMessageId,
    name: chat.name,
    description: chat.description,
    owner: chat.owner,
    extranet: hasGuest(chat, state),
    contains_collaber: chat.containsCollaber,
    avatar: chatAvatarUrl(chat, state),
    color: chat.color,
    type: chatTypeOf(chat),
    counter,
    user_counter: chat.members.length,
    message_count: chat.messageCount,
    unread_id: counter === 0 ? 0 : chat.lastMessageId - counter + 1,
    restrictions: restrictionsOf(chat, viewer),
    last_message_id: chat.lastMessageId,
    last_id: chat.lastMessageId - counter,
    marked_id: isFirstUser ? chat.markedId : 0,
    disk_folder_id: chat.diskFolderId,
    entity_type: entityTypeOf(chat, state),
    entity_id: chat.entityId,
    entity_data_1: chat.entityData1,
    entity_data_2: chat.entityData2,
    entity_data_3: chat.entityData3,
    mute_list: chat.mutedBy.filter((id) => id === viewer.id),
    date_create: chat.dateCreate,
    message_type: chat.messageType,
    public: publicLink(chat, state),
    role: roleIn(chat, viewer),
    entity_link: entityLink(chat, viewer),
    text_field_enabled: chat.canWrite,
    background_id: chat.backgroundId,
    permissions: permissionsOf(chat),
    is_new: chat.isNew,
  };
}

function entityTypeOf(chat: Chat, state: DemoState): string {
  return chat.entityType === "FAVORITE" ? state.traits.notesEntityType : chat.entityType;
}

function hasGuest(chat: Chat, state: DemoState): boolean {
  // The generated couriers of the big chat are employees: the first hundred settle it.
  return chat.members.slice(0, 100).some((id) => state.people.get(id)?.isExtranet === true);
}

function publicLink(chat: Chat, state: DemoState): Json {
  if (chat.publicLink === undefined) return "";
  return { code: chat.publicLink.code, link: state.origin + chat.publicLink.path };
}

/** The id under which a reader knows a chat: the companion's for a private dialog. */
export function dialogIdFor(chat: Chat, viewer: Person, state: DemoState): string {
  if (chat.messageType !== "P") return `chat${chat.id}`;
  const companionId = chat.members.find((id) => id !== viewer.id) ?? viewer.id;
  const companion = state.people.get(companionId);
  return companion !== undefined && canSee(viewer, companion, state)
    ? String(companionId)
    : `chat${chat.id}`;
}

const readDelayMs = 90_000;
const shownViewers = 10;

/** How far each active member but the viewer has read. */
function readedList(chat: Chat, viewer: Person, state: DemoState): JsonObject[] {
  const readAt = epochOf(chat.lastMessageDate);
  return activeOthers(chat, viewer, state).map((who, index) => {
    const hasRead = chat.messageCount > 0 && who.lastSeen !== undefined && index % 5 !== 4;
    return {
      user_id: who.id,
      user_name: fullName(who),
      message_id: hasRead ? chat.lastMessageId : 0,
      date: hasRead ? portalDate(readAt + (index % 40) * readDelayMs) : null,
    };
  });
}

function lastMessageViews(chat: Chat, viewer: Person, state: DemoState): Json {
  const viewers = readedList(chat, viewer, state).filter((entry) => entry["date"] !== null);
  return {
    message_id: chat.lastMessageId,
    first_viewers: viewers.slice(0, shownViewers).map((entry) => ({
      user_id: entry["user_id"] ?? 0,
      user_name: entry["user_name"] ?? "",
      date: entry["date"] ?? null,
    })),
    count_of_viewers: viewers.length,
  };
}

function activeOthers(chat: Chat, viewer: Person, state: DemoState): Person[] {
  return chat.members
    .filter((id) => id !== viewer.id)
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who?.isActive === true);
}
