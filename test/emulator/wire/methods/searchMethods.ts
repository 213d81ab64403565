import { pageOf, pagingKeys } from "../../../../src/demo/methods/paging";
import { findShort, phraseOf, searchLimits } from "../../../../src/demo/methods/searchMethods";
import { canSee } from "../../../../src/demo/portal/access";
import type { Call, MethodDefinition } from "../../../../src/demo/portal/call";
import type { DemoState } from "../../../../src/demo/portal/demoState";
import { answer, type Outcome } from "../../../../src/demo/portal/outcome";
import { textOf } from "../../../../src/demo/portal/parameters";
import { personRecord } from "../../../../src/demo/records/personRecord";
import { fullName } from "../../../../src/demo/seed/person";

/** Searches by name. */
export const moreSearchMethods: readonly MethodDefinition[] = [
  { name: "im.search.user.list", scopes: ["im"], handle: searchUsers },
];

/** Active people and bots by a part of their name, as a map by id. */
function searchUsers(call: Call, state: DemoState): Outcome {
  const phrase = phraseOf(textOf(call.parameters["FIND"]));
  if (phrase === undefined) return findShort;
  const found = [...state.people.all()].filter(
    (who) =>
      who.isActive &&
      !who.isConnector &&
      who.bot?.isHidden !== true &&
      fullName(who).toLowerCase().includes(phrase),
  );
  const page = pageOf(
    found.filter((who) => canSee(call.caller, who, state)),
    call.parameters,
    searchLimits,
  );
  return answer(
    Object.fromEntries(page.items.map((who) => [who.id, personRecord(who, state)])),
    pagingKeys(page),
  );
}
