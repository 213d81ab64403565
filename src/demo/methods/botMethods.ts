import type { Call, MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Json } from "../base/json";
import { answer, type Outcome } from "../portal/outcome";
import { fullName, type Person } from "../seed/person";

/** Bots by the first version of their API. */
export const botMethods: readonly MethodDefinition[] = [
  { name: "imbot.bot.list", scopes: ["imbot"], handle: listBots },
  { name: "im.revision.get", scopes: ["im"], handle: getRevision },
];

/** Every bot of the portal but network ones, whoever registered it, as a map by id. */
function listBots(_call: Call, state: DemoState): Outcome {
  return answer(Object.fromEntries(state.people.bots().map((who) => [who.id, botRow(who)])));
}

function botRow(who: Person): Json {
  return {
    ID: who.id,
    NAME: escapeHtml(fullName(who)), // this list is written escaped, unlike all others
    CODE: who.bot?.code ?? "",
    OPENLINE: who.bot?.type === "openline" ? "Y" : "N",
  };
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replace(/[&<>"]/g, (mark) => `&${entities[mark] ?? ""};`).replace(/'/g, "&#039;");
}

function getRevision(_call: Call, state: DemoState): Outcome {
  return answer({
    rest: state.traits.revision,
    web: 130,
    mobile: 23,
    desktop: 6,
    im_revision_mobile: 23,
  });
}
