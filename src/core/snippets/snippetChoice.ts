import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import type { StateStore } from "../portal/stateStore";

const choiceKey = "snippet";

const stored = v.object({
  client: v.string(),
  shape: v.fallback(v.picklist(["call", "program"]), "call"),
});

/** How somebody took a call along the last time: no data of a portal. */
export type SnippetChoice = Readonly<v.InferOutput<typeof stored>>;

export function lastChoice(state: StateStore): SnippetChoice | undefined {
  return parseWith(stored, state.get(choiceKey));
}

export async function keepChoice(state: StateStore, choice: SnippetChoice): Promise<void> {
  await state.update(choiceKey, () => choice);
}
