import * as v from "valibot";
import type { StateStore } from "../portal/stateStore";
import type { Shape } from "./client";

/** How somebody took a call along the last time: no data of a portal. */
export interface SnippetChoice {
  readonly client: string;
  readonly shape: Shape;
}

const choiceKey = "snippet";

const stored = v.object({
  client: v.string(),
  shape: v.fallback(v.picklist(["call", "program"]), "call"),
});

export function lastChoice(state: StateStore): SnippetChoice | undefined {
  const parsed = v.safeParse(stored, state.get(choiceKey));
  return parsed.success ? parsed.output : undefined;
}

export async function keepChoice(state: StateStore, choice: SnippetChoice): Promise<void> {
  await state.update(choiceKey, () => choice);
}
