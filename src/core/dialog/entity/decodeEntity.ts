import { clip } from "../../base/visibleText";
import type { EntityFact, EntityFactName, EntityStrings } from "./entityFact";
import {
  isObjectType,
  notUnderstood,
  readFlag,
  readId,
  readObject,
  readParts,
  readText,
  readTime,
  unknownParts,
  unset,
  type PartSpec,
  type ReadPart,
} from "./entityParts";
import { readOpenLine } from "./openLine";

/**
 * What the entity strings of a chat say, by the layouts that are documented for its entity type. For other
 * types nothing is known, so nothing is said: the strings themselves are shown beside.
 * @see REST brief, entities.md sections 3 to 6
 */
export function decodeEntity(strings: EntityStrings): readonly EntityFact[] {
  const { entityId, data1, data2, data3 } = strings;
  const tooLong = [
    ["entity_id", entityId],
    ["entity_data_1", data1],
    ["entity_data_2", data2],
    ["entity_data_3", data3],
  ] as const;
  const facts = tooLong.flatMap(([field, text]) =>
    text.length > longest ? [beyond(field, text)] : [],
  );
  return facts.length > 0 ? facts : readStrings(strings);
}

/** The portal stores at most a few hundred characters: of what is longer nothing is claimed. */
const longest = 10_000;

function beyond(field: EntityFact["field"], text: string): EntityFact {
  const raw = clip(text, 200);
  return { name: "unknownPart", field, index: undefined, raw, value: notUnderstood };
}

function readStrings(strings: EntityStrings): readonly EntityFact[] {
  switch (strings.entityType.toUpperCase()) {
    case "LINES":
      return readOpenLine(strings);
    case "LIVECHAT":
      return readLiveChat(strings);
    case "CRM":
      return [readCrmId(strings.entityId)];
    case "TASKS":
    case "TASKS_TASK":
      return [whole("task", strings.entityId, readObject("TASK"))];
    case "SONET_GROUP":
      return [whole("workgroup", strings.entityId, readObject("SONET_GROUP"))];
    case "CALENDAR":
      return [whole("calendarEvent", strings.entityId, readObject("CALENDAR"))];
    case "MAIL":
      return [whole("mailMessage", strings.entityId, readId)];
    case "CALL":
      return [whole("call", strings.entityId, readText), ...readCallData(strings.data1)];
    case "VIDEOCONF":
      return [whole("conference", strings.entityId, readText)];
    case "FAVORITE":
    case "PERSONAL":
      return [whole("notesOwner", strings.entityId, readObject("USER"))];
    default:
      return [];
  }
}

function whole(name: EntityFactName, text: string, read: ReadPart): EntityFact {
  return { name, field: "entity_id", index: undefined, raw: text, value: read(text) };
}

/** `DEAL|1663`, `DYNAMIC_1038|5`. */
function readCrmId(text: string): EntityFact {
  const [type = "", id, ...more] = text.split("|");
  const isPair = isObjectType(type) && id !== undefined && more.length === 0;
  const value = text === "" ? unset : isPair ? readObject(type)(id) : notUnderstood;
  return { name: "crmObject", field: "entity_id", index: undefined, raw: text, value };
}

/** `…|TYPE|ID`: the second and third parts are the CRM object of a call; of the others nothing is known. */
function readCallData(text: string): readonly EntityFact[] {
  const field = "entity_data_1";
  const parts = text === "" ? [] : text.split("|");
  const pair = parts.slice(1, 3);
  const [type = "", id = ""] = pair;
  const isNone = type === "" || type === "NONE";
  const value = isNone ? unset : isObjectType(type) ? readObject(type)(id) : notUnderstood;
  const object: EntityFact = {
    name: "crmObject",
    field,
    index: 1,
    ...(pair.length === 2 ? { lastIndex: 2 } : {}),
    raw: pair.length === 0 ? undefined : pair.join("|"),
    value,
  };
  return [...unknownParts(field, parts.slice(0, 1), 0), object, ...unknownParts(field, parts, 3)];
}

/** The visitor's end of a site chat. @see REST brief, entities.md section 5 */
function readLiveChat({ entityId, data1 }: EntityStrings): readonly EntityFact[] {
  return [
    ...readLineAndVisitor(entityId),
    ...readParts("entity_data_1", data1, [
      ["visitorRead", readFlag],
      ["visitorReadMessage", readId],
      ["visitorReadTime", readDateOrTime],
      ["sessionId", readId],
      ["formShown", readFlag],
      ["welcomeFormNeeded", readFlag],
      ["welcomeTextSent", readFlag],
    ]),
  ];
}

/**
 * `line|user`, as portals write it; some documents say `connector|line`. What is in front decides: no connector's
 * name is a number.
 */
function readLineAndVisitor(text: string): readonly EntityFact[] {
  const isByLine = /^\d+(\||$)/.test(text) || text === "";
  return readParts("entity_id", text, isByLine ? lineAndVisitor : connectorAndLine);
}

const lineAndVisitor: readonly PartSpec[] = [
  ["line", readId],
  ["connectorUser", readObject("USER")],
];

const connectorAndLine: readonly PartSpec[] = [
  ["connector", readText],
  ["line", readId],
];

/** Seconds on some portals, an ISO date on others. */
const readDateOrTime: ReadPart = (part) => {
  const time = readTime(part);
  if (time.type !== "notUnderstood") return time;
  return /^\d{4}-\d\d-\d\dT/.test(part) ? { type: "text", text: part } : notUnderstood;
};
