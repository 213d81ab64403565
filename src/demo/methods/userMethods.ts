import { canSee } from "../portal/access";
import type { Call, MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf, textOf, valuesOf } from "../portal/parameters";
import { personRecord } from "../records/personRecord";

/** People, as the messenger knows them. */
export const userMethods: readonly MethodDefinition[] = [
  { name: "im.user.get", scopes: ["im"], handle: getUser },
  { name: "im.user.list.get", scopes: ["im"], handle: listUsers },
];

function getUser(call: Call, state: DemoState): Outcome {
  const wanted = call.parameters["ID"];
  if (wanted === undefined) return answer(personRecord(call.caller, state));
  const id = intOf(wanted, 0);
  if (id <= 0) return refuse(400, "ID_EMPTY", "User ID can't be empty");
  const who = state.people.get(id);
  if (who === undefined) return refuse(400, "USER_NOT_EXISTS", "User is not exists");
  if (!canSee(call.caller, who, state)) {
    return refuse(400, "ACCESS_DENIED", "You don't have access to user data");
  }
  return answer(personRecord(who, state));
}

/** Who may not be seen is left out; who does not exist is null in the map and left out of the list. */
function listUsers(call: Call, state: DemoState): Outcome {
  const wanted = call.parameters["ID"];
  if (typeof wanted !== "object" || wanted === null) {
    return refuse(400, "INVALID_FORMAT", "A wrong format for the ID field is passed");
  }
  const found = valuesOf(wanted)
    .map((value) => intOf(value, 0))
    .map((id) => ({ id, who: state.people.get(id) }))
    .filter(({ who }) => who === undefined || canSee(call.caller, who, state));
  if (textOf(call.parameters["RESULT_TYPE"]) === "array") {
    return answer(
      found.flatMap(({ who }) => (who === undefined ? [] : [personRecord(who, state)])),
    );
  }
  return answer(
    Object.fromEntries(
      found.map(({ id, who }) => [id, who === undefined ? null : personRecord(who, state)]),
    ),
  );
}
