import { isObject, jsonType } from "../portal/envelope";
import { failure, success, type Result } from "../result";
import { decodeBasicEntities } from "../visibleText";
import { avatarUrl, safeColor } from "./avatar";
import type { Companion, Dialog, DialogField } from "./dialog";
import { dialogKind } from "./dialogKind";
import { decodeEntity } from "./entity/decodeEntity";
import { readObjectLink } from "./entity/objectLink";
import { fieldCatalog, groupOfUnknown, nestedFields } from "./fieldCatalog";
import { readFieldValue, toNumber } from "./fieldValue";

/** Where a reply is not what its method answers, and what stands there. */
export interface Misfit {
  readonly path: string;
  readonly found: string;
}

/**
 * Reads the record of `imbot.dialog.get` and `im.dialog.get`, of any portal generation. Missing
 * keys are normal on older portals and unknown ones on newer: only a reply without any known
 * field is refused.
 * @param askedId the DIALOG_ID that was sent, for portals that do not echo it
 * @see REST brief, dialogs.md sections 1.4 to 1.6 and 5
 */
export function decodeDialog(result: unknown, askedId: string): Result<Dialog, Misfit> {
  if (!isObject(result)) return failure({ path: "result", found: jsonType(result) });
  const fields = readFields(result);
  if (fields === undefined) return failure({ path: "result", found: "nesting without end" });
  if (!fields.some((field) => field.isDocumented)) {
    return failure({ path: "result.id", found: "nothing" });
  }
  return success({
    dialogId: readEcho(result["dialog_id"]) ?? askedId,
    chatId: toNumber(result["id"]),
    title: decodeBasicEntities(text(result["name"]) || text(result["title"])),
    kind: dialogKind({
      type: text(result["type"]),
      messageType: text(result["message_type"]),
      entityType: text(result["entity_type"]),
    }),
    avatarUrl: avatarUrl(result["avatar"]),
    color: safeColor(result["color"]),
    entity: decodeEntity({
      entityType: text(result["entity_type"]),
      entityId: text(result["entity_id"]),
      data1: text(result["entity_data_1"]),
      data2: text(result["entity_data_2"]),
      data3: text(result["entity_data_3"]),
    }),
    objectLink: readObjectLink(result),
    fields,
  });
}

/** Reads a user of `im.user.get`; `undefined` for anything else. */
export function decodeCompanion(result: unknown): Companion | undefined {
  if (!isObject(result)) return undefined;
  const userId = toNumber(result["id"]);
  if (userId === undefined) return undefined;
  const joined = [text(result["first_name"]), text(result["last_name"])].filter(Boolean).join(" ");
  return {
    userId,
    name: decodeBasicEntities(text(result["name"]) || joined),
    avatarUrl: avatarUrl(result["avatar"]),
    color: safeColor(result["color"]),
    isBot: result["bot"] === true || result["bot"] === "Y",
  };
}

/** As text or number; on portals that do not know it, absent or empty. */
function readEcho(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** `undefined`: a value is nested so deep that no JSON can be written of it again. */
function readFields(record: Readonly<Record<string, unknown>>): readonly DialogField[] | undefined {
  try {
    return sortedFields(record);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sortedFields(record: Readonly<Record<string, unknown>>): readonly DialogField[] {
  const fields = Object.entries(record).flatMap(([key, value]) => {
    if (!nestedFields.has(key) || !isObject(value)) return [readField(key, value)];
    const entries = Object.entries(value);
    // An empty map stays one field: it came, and it is empty.
    if (entries.length === 0) return [readField(key, value)];
    return entries.map(([name, entry]) => readField(`${key}.${name}`, entry));
  });
  return fields.sort((a, b) => rankOf(a.path) - rankOf(b.path));
}

function readField(path: string, wire: unknown): DialogField {
  const spec = fieldCatalog.get(path);
  return {
    path,
    group: spec?.group ?? groupOfUnknown(path),
    isDocumented: spec !== undefined || nestedFields.has(path),
    value: readFieldValue(wire, spec?.type),
    wire,
  };
}

const ranks: ReadonlyMap<string, number> = new Map(
  [...fieldCatalog.keys()].map((path, rank) => [path, rank]),
);

/** Undocumented fields come last, in the order they came (sorting is stable). */
function rankOf(path: string): number {
  return ranks.get(path) ?? ranks.size;
}
