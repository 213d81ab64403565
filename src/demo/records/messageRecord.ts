import type { DemoState } from "../portal/demoState";
import type { Json, JsonObject } from "../base/json";
import type { Message } from "../portal/messageLog";
import { textOf } from "../portal/parameters";
import { portalDate } from "../base/portalTime";
import type { Chat, FileSeed } from "../seed/chat";
import { fullName, type Person } from "../seed/person";

/** A message as `im.dialog.messages.get` writes it (REST brief, messages.md section 1). */
export function messageRecord(message: Message, chat: Chat, viewer: Person): JsonObject {
  const unreadFrom = chat.lastMessageId - chat.counter + 1;
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.authorId,
    date: portalDate(message.dateMs),
    text: message.text,
    unread: viewer.id === 1 && message.id >= unreadFrom,
    uuid: uuidOf(message) || null,
    replaces: [],
    params: message.params,
    disappearing_date: null,
  };
}

/** The same as `imbot.v2` writes it: in camelCase, and two names in both ways. */
export function v2MessageRecord(message: Message): JsonObject {
  return {
    id: message.id,
    chatId: message.chatId,
    chat_id: message.chatId,
    authorId: message.authorId,
    author_id: message.authorId,
    date: portalDate(message.dateMs),
    text: message.text,
    isSystem: message.authorId === 0,
    uuid: uuidOf(message),
    forward: forwardOf(message),
    params: message.params,
    viewedByOthers: true,
  };
}

/** In camelCase wherever it stands. Its links open the file to whoever has them. */
export function fileRecord(file: FileSeed, message: Message, state: DemoState): JsonObject {
  const author = state.people.get(message.authorId);
  const link = (action: string): string =>
    `${file.origin ?? state.origin}/bitrix/services/main/ajax.php?action=disk.api.file.${action}&fileId=${file.id}&_esd=demo-file-secret`;
  return {
    id: file.id,
    chatId: message.chatId,
    date: portalDate(message.dateMs),
    type: file.type,
    name: file.name,
    extension: file.name.split(".").at(-1) ?? "",
    size: file.sizeBytes,
    image: file.image === undefined ? false : { ...file.image },
    status: "done",
    progress: 100,
    authorId: message.authorId,
    authorName: author === undefined ? "" : fullName(author),
    urlPreview: file.type === "image" ? link("showImage") : "",
    urlShow: link("show"),
    urlDownload: link("download"),
    viewerAttrs: null,
  };
}

/** People's programs name their messages; bots and the system do not. */
function uuidOf({ id, authorId }: Message): string {
  return authorId === 0 || authorId >= 39
    ? ""
    : `2f1c4f0e-6b1d-4d54-9d0b-${String(id).padStart(12, "0")}`;
}

function forwardOf({ params, dateMs }: Message): Json {
  const id = textOf(params["FORWARD_ID"]);
  if (id === undefined) return null;
  return {
    id: textOf(params["FORWARD_CONTEXT_ID"]) ?? id,
    userId: params["FORWARD_USER_ID"] ?? 0,
    chatId: Number(/chat(\d+)/.exec(textOf(params["FORWARD_CONTEXT_ID"]) ?? "")?.[1] ?? 0),
    date: portalDate(dateMs),
  };
}
