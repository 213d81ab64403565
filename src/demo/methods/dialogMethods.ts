import type { Call, MethodDefinition } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import { lookUpDialog } from "../portal/dialogLookup";
import { answer, type Outcome } from "../portal/outcome";
import { textOf } from "../portal/parameters";
import { dialogRecord } from "../records/dialogRecord";

/** One dialog by its id, or by what it belongs to. */
export const dialogMethods: readonly MethodDefinition[] = [
  { name: "imbot.dialog.get", scopes: ["imbot"], handle: getDialog },
  { name: "im.dialog.get", scopes: ["im"], handle: getDialog },
  { name: "imbot.chat.get", scopes: ["imbot"], handle: findChat },
  { name: "im.chat.get", scopes: ["im"], handle: findChat },
];

/** The same handler under both names, so the bot's name brings no other rights. */
function getDialog(call: Call, state: DemoState): Outcome {
  const dialogId = call.parameters["DIALOG_ID"];
  const found = lookUpDialog(dialogId, call.caller, state);
  return found.ok ? answer(dialogRecord(found.chat, call.caller, state, dialogId ?? "")) : found;
}

/** The id of the chat bound to an entity, whoever may read it; `null` when there is none. */
function findChat(call: Call, state: DemoState): Outcome {
  const entityType = textOf(call.parameters["ENTITY_TYPE"]) ?? "";
  const entityId = textOf(call.parameters["ENTITY_ID"]) ?? "";
  if (entityType === "" || entityId === "") return answer(null);
  const chat = state.chats.findByEntity(entityType, entityId);
  return answer(chat === undefined ? null : { ID: chat.id });
}
