import { canRead } from "../portal/access";
import type { Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { textOf } from "../portal/parameters";
import { searchRecord } from "../records/dialogRecord";
import type { Chat } from "../seed/chat";
import { pageOf, pagingKeys } from "./paging";

export const searchLimits = { usual: 10, max: 50 };
export const findShort = refuse(400, "FIND_SHORT", "Too short a search phrase.");

/** Chats the caller may read, by a part of their title; `FIND_LINES` looks among open lines only. */
export function searchChats(call: Call, state: DemoState): Outcome {
  const lines = textOf(call.parameters["FIND_LINES"]);
  const phrase = phraseOf(lines ?? textOf(call.parameters["FIND"]));
  if (phrase === undefined) return findShort;
  // Channels of employees, collabs, CoPilot and task chats are not searched.
  const letters = new Set(call.caller.isExtranet ? "NCT" : "OCTL");
  const isCandidate = (chat: Chat): boolean =>
    letters.has(chat.messageType) &&
    !chat.isBroken &&
    (lines === undefined || chat.messageType === "L");
  const found = state.chats
    .all()
    .filter((chat) => isCandidate(chat) && (chat.name ?? "").toLowerCase().includes(phrase))
    .filter((chat) => canRead(call.caller, chat, state));
  const page = pageOf(found, call.parameters, searchLimits);
  return answer(
    page.items.map((chat) => searchRecord(chat, call.caller, state)),
    pagingKeys(page),
  );
}

/** Lower-case, or undefined below the two characters that a search needs. */
export function phraseOf(text: string | undefined): string | undefined {
  const phrase = (text ?? "").trim().toLowerCase();
  return Array.from(phrase).length < 2 ? undefined : phrase;
}
