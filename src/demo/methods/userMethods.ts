import { canSee } from "../portal/access";
import type { Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { intOf, textOf, valuesOf, isYes } from "../portal/parameters";
import { personRecord } from "../records/personRecord";
import { lookUpDialog } from "../portal/dialogLookup";
import type { JsonObject } from "../base/json";
import type { Person } from "../seed/person";
import { limitOf, pageOf, pagingKeys } from "./paging";

export function getUser(call: Call, state: DemoState): Outcome {
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
export function listUsers(call: Call, state: DemoState): Outcome {
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

const limits = { usual: 50, max: 200 };

/** A page of user records: by offset with a total, or by the last id seen without one. */
export function listDialogUsers(call: Call, state: DemoState): Outcome {
  const { parameters } = call;
  const found = lookUpDialog(parameters["DIALOG_ID"], call.caller, state);
  if (!found.ok) return found;
  const members = [...found.chat.members]
    .sort((one, other) => one - other)
    .map((id) => state.people.get(id))
    .filter((who): who is Person => who?.isActive === true && !isSkipped(who, parameters));

  if (parameters["LAST_ID"] !== undefined) {
    const lastId = intOf(parameters["LAST_ID"], 0);
    const after = members.filter(({ id }) => id > lastId).slice(0, limitOf(parameters, limits));
    return answer(after.map((who) => personRecord(who, state)));
  }
  const page = pageOf(members, parameters, limits);
  return answer(
    page.items.map((who) => personRecord(who, state)),
    pagingKeys(page),
  );
}

/** `SKIP_EXTERNAL` leaves out bots and visitors, but for the types that are excepted. */
function isSkipped(who: Person, parameters: JsonObject): boolean {
  if (!isYes(parameters["SKIP_EXTERNAL"])) return false;
  const type = who.bot !== undefined ? "bot" : who.isConnector ? "imconnector" : undefined;
  if (type === undefined) return false;
  const excepted = parameters["SKIP_EXTERNAL_EXCEPT_TYPES"];
  const kept = typeof excepted === "string" ? excepted.split(",") : valuesOf(excepted).map(textOf);
  return !kept.includes(type);
}
