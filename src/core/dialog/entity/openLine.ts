import type { EntityFact, EntityStrings } from "./entityFact";
import {
  isObjectType,
  notUnderstood,
  readFlag,
  readId,
  readObject,
  readParts,
  readText,
  readTime,
  readType,
  unset,
  type PartSpec,
} from "./entityParts";

/** An Open Channel chat. @see REST brief, entities.md section 4 */
export function readOpenLine(strings: EntityStrings): readonly EntityFact[] {
  return [
    ...readUserCode(strings.entityId),
    ...readSession(strings.data1),
    ...readBindings(strings.data2),
    readSilentMode(strings.data3),
  ];
}

/**
 * `connector|line|chat|user`. The chat is an id of another system and may hold pipes itself: connector and
 * line are counted from the left, the user is the last part.
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
  return [
    part("connector", 0, parts[0], readText),
    part("line", 1, parts[1], readId),
    part("connectorChat", 2, chat, readText),
    part("connectorUser", Math.max(3, last), user, readObject("USER")),
  ];
}

function readSession(text: string): readonly EntityFact[] {
  const [, crmType = ""] = text.split("|");
  const specs: readonly PartSpec[] = [
    ["crmEnabled", readFlag],
    ["crmType", readType],
    ["crmObject", isObjectType(crmType) && crmType !== "NONE" ? readObject(crmType) : readId],
    ["pause", readFlag],
    ["waitAction", readFlag],
    ["sessionId", readId],
    ["sessionStart", readTime],
    ["sessionLine", readId],
    ["blockDate", readTime],
    ["blockReason", (part) => (part === "0" ? unset : readText(part))],
  ];
  return readParts("entity_data_1", text, specs);
}

/** `TYPE|id|TYPE|id…` in any order: a map, where 0 says "not bound". */
function readBindings(text: string): readonly EntityFact[] {
  const parts = text === "" ? [] : text.split("|").slice(0, 40);
  const facts: EntityFact[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const type = parts[index] ?? "";
    const id = parts[index + 1];
    const isPair = isObjectType(type) && id !== undefined;
    facts.push({
      name: "crmBinding",
      field: "entity_data_2",
      index,
      raw: id === undefined ? type : `${type}|${id}`,
      value: isPair ? readObject(type)(id) : notUnderstood,
    });
  }
  return facts;
}

/** "" is the default, off. Newer portals keep this for each operator and send nothing here. */
function readSilentMode(text: string): EntityFact {
  const value = text === "" ? ({ type: "flag", isOn: false } as const) : readFlag(text);
  return { name: "silentMode", field: "entity_data_3", index: undefined, raw: text, value };
}
