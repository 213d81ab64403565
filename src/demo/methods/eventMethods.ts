import { v2Parameter, type Call, type MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf, textOf } from "../portal/parameters";
import { eventRecord } from "../records/eventRecord";
import { actingBot } from "./actingBot";

/** The events that wait for a bot in fetch mode. */
export const eventMethods: readonly MethodDefinition[] = [
  { name: "imbot.v2.Event.get", scopes: ["imbot"], handle: getEvents },
];

/** Only reads without an offset. With one it deletes what lies before: the bot itself gets that no more. */
function getEvents(call: Call, state: DemoState): Outcome {
  const acting = actingBot(call, state);
  if (!acting.ok) return acting;
  const { who } = acting;
  if (isTrue(textOf(v2Parameter(call, "withUserEvents")))) {
    return call.grantedScopes.includes("im")
      ? refuse(400, "USER_NOT_SUBSCRIBED", "USER_NOT_SUBSCRIBED")
      : refuse(400, "SCOPE_ERROR", "SCOPE_ERROR");
  }
  const offset = intOf(v2Parameter(call, "offset"), 0);
  if (offset > 0) {
    const count = state.events.confirm(who.id, offset, state.now());
    state.record({ kind: "eventsConfirmed", botId: who.id, count });
  }
  const wanted = intOf(v2Parameter(call, "limit"), usualLimit);
  const limit = wanted < 1 ? usualLimit : Math.min(wanted, 1000);
  const waiting = who.bot.eventMode === "fetch" ? state.events.of(who.id, state.now()) : [];
  const page = waiting.slice(0, limit);
  const last = page.at(-1)?.eventId;
  return answer({
    events: page.map((event) => eventRecord(event, who, state)),
    ...(state.traits.revision < 33 && last !== undefined ? { lastEventId: last } : {}),
    nextOffset: last === undefined ? offset : last + 1,
    hasMore: page.length === limit,
  });
}

const usualLimit = 100;

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "Y" || text === "true";
}
