import type { Person } from "../seed/person";
import type { DemoState } from "./demoState";
import type { Json, JsonObject } from "../base/json";
import type { Outcome } from "./outcome";

/** One call of one method by a known webhook, alone or as an item of a batch. */
export interface Call {
  readonly parameters: JsonObject;
  /** The webhook's owner, whose rights count. */
  readonly caller: Person;
  readonly grantedScopes: readonly string[];
}

export interface MethodDefinition {
  /** As documented, `imbot.v2.Chat.get`. */
  readonly name: string;
  /** One of these is enough; none: the method is open to every webhook. */
  readonly scopes: readonly string[];
  /** The call's parameters come upper-case at the top level for the v1 chat methods, else as sent. */
  readonly handle: (call: Call, state: DemoState) => Outcome;
}

/** A v2 parameter, `botId` or `BOT_ID`; no other spelling counts. */
export function v2Parameter(call: Call, camelName: string): Json | undefined {
  const upperSnake = camelName.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return call.parameters[camelName] ?? call.parameters[upperSnake];
}
