import type { Call, MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { lookUpDialog } from "../portal/dialogLookup";
import type { JsonObject } from "../base/json";
import { answer, type Outcome } from "../portal/outcome";
import { intOf, isYes, textOf, valuesOf } from "../portal/parameters";
import { personRecord } from "../records/personRecord";
import type { Person } from "../seed/person";
import { limitOf, pageOf, pagingKeys } from "./paging";

const limits = { usual: 50, max: 200 };

/** Who is in a chat. */
export const memberMethods: readonly MethodDefinition[] = [
  { name: "im.dialog.users.list", scopes: ["im"], handle: listDialogUsers },
];

/** A page of user records: by offset with a total, or by the last id seen without one. */
function listDialogUsers(call: Call, state: DemoState): Outcome {
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
