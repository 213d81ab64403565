import { isObject, jsonType } from "../../base/json";
import { failure, success, type Result } from "../../base/result";
import { clip } from "../../base/visibleText";
import type { Misfit } from "../../portal/misfit";
import { toNumber } from "../fieldValue";
import { decodePerson, type Person } from "../person";
import { decodeAttached, decodeKeyboard } from "./decodeExtras";
import type { Message, MessageFile, MessagePage } from "./message";
import { listOf, Parts } from "./parts";

/** The portal's own limit of a message. */
const longestText = 20_000;
/** Of files, parts of attachments, buttons or parameters: nobody sends more. */
const mostParts = 100;

/**
 * A reply of `im.dialog.messages.get`, the order of which is not promised.
 * @param limit how many were asked for: a full page has more behind it
 * @see REST brief, messages.md section 1
 */
export function decodeMessages(result: unknown, limit: number): Result<MessagePage, Misfit> {
  const reply = new Parts(result);
  const page = pageOf(reply, reply.get("messages"), "result.messages");
  if (!page.ok) return page;
  const hasOlder = listOf(reply.get("messages")).length >= limit;
  return success({ ...page.value, hasOlder, hasNewer: false });
}

/** A reply of `imbot.v2.Chat.Message.getContext`. @see REST brief, messages.md section 3 */
export function decodeContext(result: unknown): Result<MessagePage, Misfit> {
  const reply = new Parts(result);
  const page = pageOf(reply, reply.get("messages"), "result.messages");
  if (!page.ok) return page;
  const hasOlder = reply.isOn("hasprevpage");
  return success({ ...page.value, hasOlder, hasNewer: reply.isOn("hasnextpage") });
}

/**
 * A reply of `imopenlines.session.history.get`: maps by id, and all of one session.
 * @see REST brief, messages.md section 2
 */
export function decodeHistory(result: unknown): Result<MessagePage, Misfit> {
  const reply = new Parts(result);
  const page = pageOf(reply, reply.get("message"), "result.message");
  return page.ok ? success({ ...page.value, hasOlder: false, hasNewer: false }) : page;
}

function pageOf(
  reply: Parts,
  wire: unknown,
  path: string,
): Result<Pick<MessagePage, "messages" | "people">, Misfit> {
  if (!Array.isArray(wire) && !isObject(wire)) return failure({ path, found: jsonType(wire) });
  const files = filesById(reply.get("files"));
  const entries = listOf(wire);
  const byId = new Map<number, Message>();
  for (const entry of entries) {
    const message = decodeMessage(entry, files);
    if (message !== undefined && !byId.has(message.id)) byId.set(message.id, message);
  }
  if (byId.size === 0 && entries.length > 0) {
    return failure({ path: `${path}.0`, found: jsonType(entries[0]) });
  }
  const messages = [...byId.values()].sort((one, other) => other.id - one.id);
  return success({ messages, people: peopleById(reply.get("users")) });
}

function peopleById(wire: unknown): ReadonlyMap<number, Person> {
  const people = listOf(wire).flatMap((user) => decodePerson(user) ?? []);
  return new Map(people.map((person) => [person.userId, person]));
}

function filesById(wire: unknown): ReadonlyMap<number, MessageFile> {
  const files = listOf(wire).flatMap((entry): MessageFile[] => {
    const file = new Parts(entry);
    const fileId = toNumber(file.get("id"));
    if (fileId === undefined) return [];
    const sizeBytes = toNumber(file.get("size"));
    return [{ fileId, name: clip(file.text("name"), 300), type: file.text("type"), sizeBytes }];
  });
  return new Map(files.map((file) => [file.fileId, file]));
}

/** What a message shows of its parameters in a form of its own. */
const shownParams: ReadonlySet<string> = new Set([
  "fileid",
  "attach",
  "keyboard",
  "like",
  "replyid",
  "isedited",
  "isdeleted",
  "forwardid",
  "forwardcontextid",
]);

function decodeMessage(
  wire: unknown,
  files: ReadonlyMap<number, MessageFile>,
): Message | undefined {
  if (!isObject(wire)) return undefined;
  const message = new Parts(wire);
  const id = toNumber(message.get("id"));
  if (id === undefined || id <= 0) return undefined;
  const params = new Parts(message.get("params"));
  const text = message.text("text");
  const fileIds = idsIn(params.get("fileid"));
  const attached = decodeAttached(params.get("attach"));
  const keyboard = decodeKeyboard(params.get("keyboard"));
  const others = params.except(shownParams).map(([name, value]) => ({ name, wire: value }));
  const beyond = (list: readonly unknown[]): number => Math.max(0, list.length - mostParts);
  return {
    id,
    authorId: toNumber(message.get("authorid") ?? message.get("senderid")) ?? 0,
    date: message.text("date"),
    text: clip(text, longestText),
    length: text.length,
    isDeleted: params.isOn("isdeleted"),
    isEdited: params.isOn("isedited"),
    isUnread: message.isOn("unread"),
    replyTo: positive(toNumber(params.get("replyid"))),
    forwardedFrom: originOf(params, new Parts(message.get("forward"))),
    likes: idsIn(params.get("like")).length,
    files: fileIds.slice(0, mostParts).map((fileId) => files.get(fileId) ?? { fileId }),
    attached: attached.slice(0, mostParts),
    keyboard: keyboard.slice(0, mostParts),
    others: others.slice(0, mostParts),
    unlistedParts: beyond(fileIds) + beyond(attached) + beyond(keyboard) + beyond(others),
    wire,
  };
}

/** Of a forwarded message, where it was first. */
function originOf(params: Parts, forward: Parts): string | undefined {
  const told = [params.text("forwardcontextid"), params.text("forwardid"), forward.text("id")];
  const origin = told.find((text) => text !== "" && text !== "0");
  return origin === undefined ? undefined : clip(origin, 100);
}

function idsIn(wire: unknown): readonly number[] {
  const list = isObject(wire) || Array.isArray(wire) ? listOf(wire) : [wire];
  return [...new Set(list.flatMap((entry) => positive(toNumber(entry)) ?? []))];
}

function positive(number: number | undefined): number | undefined {
  return number !== undefined && number > 0 ? number : undefined;
}
