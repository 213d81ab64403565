import type { Misfit } from "../portal/misfit";
import {
  isObject,
  JsonNumber,
  jsonType,
  membersOf,
  scalarText,
  type JsonObject,
  type Member,
} from "../base/json";
import { failure, success, type Result } from "../base/result";
import { clip, nameIn } from "../base/visibleText";
import { avatarUrl, safeColor } from "./avatar";
import type { Dialog } from "./dialog";
import { dialogKind } from "./dialogKind";
import { decodeEntity } from "./entity/decodeEntity";
import { readObjectLink } from "./entity/objectLink";
import { toNumber } from "./fieldValue";
import { readFields } from "./recordFields";
import { camelCase, snakeCase, type Spelling } from "./spelling";

/**
 * Reads the record of `imbot.dialog.get` and `im.dialog.get`, of any portal generation. Missing
 * keys are normal on older portals and unknown ones on newer: only a reply without any known
 * field is refused.
 * @param askedId the DIALOG_ID that was sent, for portals that do not echo it
 * @see REST brief, dialogs.md sections 1.4 to 1.6 and 5
 */
export function decodeDialog(result: unknown, askedId: string): Result<Dialog, Misfit> {
  if (!isObject(result)) return failure({ path: "result", found: jsonType(result) });
  return decodeRecord(result, snakeCase, askedId, { path: "result", siblings: [] });
}

/**
 * Reads the answer of `imbot.v2.Chat.get`: the same chat as a bot sees it, in camelCase and below `chat`.
 * @param askedId the DIALOG_ID that was sent, for portals that do not echo it
 * @see REST brief, dialogs.md section 4
 */
export function decodeBotChat(result: unknown, askedId: string): Result<Dialog, Misfit> {
  if (!isObject(result)) return failure({ path: "result", found: jsonType(result) });
  const { chat } = result;
  const siblings = membersOf(result).filter(([key, value]) => key !== "chat" || value !== chat);
  if (!isObject(chat)) return failure({ path: "result.chat", found: jsonType(chat) });
  return decodeRecord(chat, camelCase, askedId, { path: "result.chat", siblings });
}

function decodeRecord(
  record: JsonObject,
  spelling: Spelling,
  askedId: string,
  place: { readonly path: string; readonly siblings: readonly Member[] },
): Result<Dialog, Misfit> {
  const read = readFields(record, spelling, place.siblings);
  if (!read.fields.some((field) => field.isDocumented)) {
    return failure({ path: `${place.path}.id`, found: "nothing" });
  }
  const wire = (name: string): unknown => record[spelling.wireOf(name)];
  const chatId = toNumber(wire("id")) ?? 0;
  return success({
    dialogId: readEcho(wire("dialog_id")) ?? askedId,
    chatId: chatId > 0 ? chatId : undefined,
    title: nameIn(wire("name")) || nameIn(wire("title")),
    kind: dialogKind({
      type: scalarText(wire("type")),
      messageType: scalarText(wire("message_type")),
      entityType: scalarText(wire("entity_type")),
    }),
    avatarUrl: avatarUrl(wire("avatar")),
    color: safeColor(wire("color")),
    entity: decodeEntity({
      entityType: scalarText(wire("entity_type")),
      entityId: scalarText(wire("entity_id")),
      data1: scalarText(wire("entity_data_1")),
      data2: scalarText(wire("entity_data_2")),
      data3: scalarText(wire("entity_data_3")),
    }),
    objectLink: readObjectLink(wire),
    ...read,
  });
}

const longestId = 300;

/** As text or number; on portals that do not know it, absent or empty. */
function readEcho(value: unknown): string | undefined {
  if (typeof value === "number" || value instanceof JsonNumber)
    return clip(String(value), longestId);
  return typeof value === "string" && value !== "" ? clip(value, longestId) : undefined;
}
