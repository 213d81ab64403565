import { isObject, objectOf } from "../../base/json";
import { clip, nameIn } from "../../base/visibleText";
import { toNumber } from "../fieldValue";
import { decodePerson, type Person } from "../person";
import { eventNamed, type EventKind } from "./eventNames";

/** An event that waits for a bot to fetch it. What it does not say, or says in no form that is known, is left out. */
export interface WaitingEvent {
  readonly eventId: number;
  /** Its name as it came. */
  readonly name: string;
  readonly kind: EventKind | undefined;
  /** ISO 8601 with offset, unchecked; "" where there is none. */
  readonly date: string;
  readonly chat: { readonly chatId: number; readonly title: string } | undefined;
  readonly person: Person | undefined;
  readonly messageId: number | undefined;
  /** The event itself, whole. */
  readonly wire: unknown;
}

const longestName = 100;

/** An event of `imbot.v2.Event.get`; `undefined` for one without an id. @see REST brief, events.md section 4 */
export function decodeWaitingEvent(event: unknown): WaitingEvent | undefined {
  if (!isObject(event)) return undefined;
  const eventId = toNumber(event["eventId"]);
  if (eventId === undefined) return undefined;
  const { type, date } = event;
  const name = typeof type === "string" ? clip(type, longestName) : "";
  const data = objectOf(event["data"]);
  const message = objectOf(data["message"]);
  const chat = objectOf(data["chat"]);
  const chatId = toNumber(chat["id"]) ?? toNumber(message["chatId"]);
  return {
    eventId,
    name,
    kind: eventNamed(name)?.kind,
    date: typeof date === "string" ? clip(date, longestName) : "",
    chat: chatId === undefined || chatId <= 0 ? undefined : { chatId, title: nameIn(chat["name"]) },
    person: decodePerson(data["user"]),
    messageId: toNumber(message["id"]) ?? toNumber(data["messageId"]),
    wire: event,
  };
}
