import { isObject, jsonType } from "../base/json";
import type { Misfit } from "../portal/misfit";
import { failure, success, type Result } from "../base/result";
import { toNumber } from "../dialog/fieldValue";

/** An Open Channel chat as `imopenlines.crm.chat.get` lists it. */
export interface LineChat {
  readonly chatId: number;
  /** What the portal calls the connector, other people's text; its id where it has no name, or "". */
  readonly connector: string;
}

/**
 * The rows of `imopenlines.crm.chat.get`, whose ids are strings. Rows without an id are left out: nothing can be
 * looked up by them. When none can be read, that is no empty list.
 * @see REST brief, dialogs.md section 7
 */
export function decodeLineChats(result: unknown): Result<readonly LineChat[], Misfit> {
  if (isNothing(result)) return success([]);
  // PHP writes a list with gaps as a map.
  const rows: readonly unknown[] | undefined = Array.isArray(result)
    ? result
    : isObject(result)
      ? Object.values(result)
      : undefined;
  if (rows === undefined) return failure({ path: "result", found: jsonType(result) });
  const chats = rows.flatMap((row) => {
    if (!isObject(row)) return [];
    const chatId = readId(row["CHAT_ID"]);
    const connector = text(row["CONNECTOR_TITLE"]) || text(row["CONNECTOR_ID"]);
    return chatId === undefined ? [] : [{ chatId, connector }];
  });
  if (chats.length === 0 && rows.length > 0) {
    return failure({ path: "result.0.CHAT_ID", found: jsonType(rows[0]) });
  }
  return success(chats);
}

/**
 * The chat of `im.chat.get`: `{"ID": 77}`, in newer copies a whole record; `null` when there is none.
 * @see REST brief, dialogs.md section 7
 */
export function decodeOwnChat(result: unknown): Result<number | undefined, Misfit> {
  if (isNothing(result)) return success(undefined);
  if (!isObject(result)) return failure({ path: "result", found: jsonType(result) });
  const key = ["ID", "id"].find((name) => Object.hasOwn(result, name));
  if (key === undefined) return failure({ path: "result.ID", found: "nothing" });
  const wire = result[key];
  if (isNothing(wire) || toNumber(wire) === 0) return success(undefined);
  const chatId = readId(wire);
  return chatId === undefined
    ? failure({ path: "result.ID", found: jsonType(wire) })
    : success(chatId);
}

/** `null`, `""`, `[]`, `{}` and `false` all mean empty (REST brief, dialogs.md section 5). */
function isNothing(value: unknown): boolean {
  if (value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function readId(wire: unknown): number | undefined {
  const id = toNumber(wire);
  return id !== undefined && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
