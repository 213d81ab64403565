import type { EntityFact, EntityStrings } from "./entityFact";
import {
  cutParts,
  isObjectType,
  notUnderstood,
  readFlag,
  readId,
  readObject,
  readParts,
  readText,
  readTime,
  readType,
  shownParts,
  unset,
  type PartSpec,
} from "./entityParts";

/** An Open Channel chat. @see REST brief, entities.md section 4 */
export function readOpenLine(strings: EntityStrings): readonly EntityFact[] {
  return [
    ...readUserCode(strings.entityId),
    // Old chats have no map of bindings: the object that the session is saved with is all that they are bound to.
    ...readSession(strings.data1, strings.data2 === "" ? "crmBinding" : "crmObject"),
    ...(strings.data2 === "" ? [] : readBindings(strings.data2)),
    readSilentMode(strings.data3),
  ];
}

/**
 * `connector|line|chat|user`. The chat is an id of another system and may hold pipes itself: connector and
 * line are counted from the left, the user is the last part. A live chat's is a chat of this portal.
 */
function readUserCode(text: string): readonly EntityFact[] {
  const parts = text === "" ? [] : text.split("|");
  const last = parts.length - 1;
  const part = (
    name: EntityFact["name"],
    index: number,
    raw: string | undefined,
    read: (raw: string) => EntityFact["value"],
  ): EntityFact => ({
    name,
    field: "entity_id",
    index,
    raw,
    value: raw === undefined ? unset : read(raw),
  });
  const chat = parts.length < 4 ? parts[2] : parts.slice(2, last).join("|");
  const user = parts.length < 4 ? undefined : parts[last];
  const isLiveChat = parts[0] === "livechat";
  const chatFact = isLiveChat
    ? part("visitorChat", 2, chat, readId)
    : part("connectorChat", 2, chat, readText);
  return [
    part("connector", 0, parts[0], readText),
    part("line", 1, parts[1], readId),
    last > 3 ? { ...chatFact, lastIndex: last - 1 } : chatFact,
    part("connectorUser", Math.max(3, last), user, readObject("USER")),
  ];
}

function readSession(
  text: string,
  nameOfObject: "crmBinding" | "crmObject",
): readonly EntityFact[] {
  const [, crmType = ""] = text.split("|");
  const specs: readonly PartSpec[] = [
    ["crmEnabled", readFlag],
    ["crmType", readType],
    ["crmObject", isObjectType(crmType) ? readObject(crmType) : readId],
    ["pause", readFlag],
    ["waitAction", readFlag],
    ["sessionId", readId],
    ["sessionStart", readTime],
    ["sessionLine", readId],
    ["blockDate", readTime],
    ["blockReason", (part) => (part === "0" ? unset : readText(part))],
  ];
  const facts = readParts("entity_data_1", text, specs);
  const id = facts.find(({ name }) => name === "crmObject");
  if (id?.value.type !== "object") return facts;
  // Type and id say one thing together.
  const object: EntityFact = {
    ...id,
    name: nameOfObject,
    index: 1,
    lastIndex: 2,
    raw: `${crmType}|${id.raw ?? ""}`,
  };
  return facts.flatMap((fact) => (fact === id ? [object] : fact.name === "crmType" ? [] : [fact]));
}

/** `TYPE|id|TYPE|id…` in any order: a map, where 0 says "not bound". */
function readBindings(text: string): readonly EntityFact[] {
  const parts = text.split("|");
  const facts: EntityFact[] = [];
  for (let index = 0; index < Math.min(parts.length, shownParts); index += 2) {
    facts.push(binding("entity_data_2", index, parts[index] ?? "", parts[index + 1]));
  }
  return [...facts, ...cutParts("entity_data_2", parts)];
}

function binding(
  field: EntityFact["field"],
  index: number,
  type: string,
  id: string | undefined,
): EntityFact {
  const isNone = (type === "" || type === "NONE") && (id === undefined || /^0*$/.test(id));
  const value =
    isObjectType(type) && id !== undefined ? readObject(type)(id) : isNone ? unset : notUnderstood;
  const place =
    id === undefined ? { index, raw: type } : { index, lastIndex: index + 1, raw: `${type}|${id}` };
  return { name: "crmBinding", field, ...place, value };
}

/** "" is the default, off. Newer portals keep this for each operator and send nothing here. */
function readSilentMode(text: string): EntityFact {
  const value = text === "" ? ({ type: "flag", isOn: false } as const) : readFlag(text);
  return { name: "silentMode", field: "entity_data_3", index: undefined, raw: text, value };
}
