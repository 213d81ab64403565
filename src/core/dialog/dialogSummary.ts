import { isObject, objectOf, scalarText } from "../base/json";
import { nameIn } from "../base/visibleText";
import { dialogKind, type DialogKind } from "./dialogKind";
import { toNumber } from "./fieldValue";

/** What a list tells of a dialog. */
export interface DialogSummary {
  readonly dialogId: string;
  /** Other people's text; "" when the list had none. */
  readonly title: string;
  /** Absent until something told it. */
  readonly kind: DialogKind | undefined;
  /** Of the webhook's owner. */
  readonly unread: number | undefined;
  /** Lower case: owner, manager, member, guest. */
  readonly role: string | undefined;
  /** ISO 8601 with offset. */
  readonly lastActivity: string | undefined;
}

/** A dialog of which only the id is known. */
export function nothingKnown(dialogId: string): DialogSummary {
  return {
    dialogId,
    title: "",
    kind: undefined,
    unread: undefined,
    role: undefined,
    lastActivity: undefined,
  };
}

/**
 * An item of `im.recent.list`; `undefined` for one without an id.
 * @see REST brief, browsing.md section 3: ids may be strings, maps may be `[]`, parts may be missing
 */
export function decodeRecentItem(item: unknown): DialogSummary | undefined {
  if (!isObject(item)) return undefined;
  const id = scalarText(item["id"]);
  if (!/^(chat)?[1-9]\d*$/i.test(id)) return undefined;
  const chat = objectOf(item["chat"]);
  const user = objectOf(item["user"]);
  // The bare number of a chat would be read as a person's.
  const isPerson = item["type"] === "user" || (item["type"] !== "chat" && /^\d/.test(id));
  const dialogId = isPerson || /^c/i.test(id) ? id : `chat${id}`;
  const names = isPerson
    ? [item["title"], user["name"]]
    : [item["title"], chat["name"], chat["title"]];
  return {
    dialogId: dialogId.toLowerCase(),
    title: names.map(nameIn).find((name) => name !== "") ?? "",
    kind: isPerson ? { word: "private" } : kindOf(chat, item["type"]),
    unread: toNumber(item["counter"]),
    role: roleOf(chat["role"]),
    lastActivity: firstDate(item["date_last_activity"], item["date_update"]),
  };
}

/** An item of `im.search.chat.list`: a chat as `imbot.dialog.get` gives it, with less. */
export function decodeFoundChat(item: unknown): DialogSummary | undefined {
  if (!isObject(item)) return undefined;
  const chatId = toNumber(item["id"]);
  if (chatId === undefined || chatId <= 0) return undefined;
  return {
    dialogId: `chat${chatId}`,
    title: nameIn(item["name"]) || nameIn(item["title"]),
    kind: kindOf(item, undefined),
    unread: toNumber(item["counter"]),
    role: roleOf(item["role"]),
    lastActivity: undefined,
  };
}

function kindOf(
  chat: Readonly<Record<string, unknown>>,
  fallback: unknown,
): DialogKind | undefined {
  return dialogKind({
    type: text(chat["type"]) || text(fallback),
    messageType: text(chat["message_type"]),
    entityType: text(chat["entity_type"]),
  });
}

function roleOf(value: unknown): string | undefined {
  const role = text(value).toLowerCase();
  return role === "" ? undefined : role;
}

/** Dates may be `false` or `null` on old portals. */
function firstDate(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
