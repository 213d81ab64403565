import type { HostToPanel, PanelToHost } from "../protocol/panelMessages";
import type { PanelActionId, PanelWords } from "../protocol/panelView";
import type { Dates } from "./values/dates";

/** What everything that draws needs beside its data. */
export interface PanelContext {
  readonly words: PanelWords;
  readonly dates: Dates;
  act(action: PanelActionId): void;
  copy(key: string): void;
  runTest(id: string): void;
  cancelTest(id: string): void;
  /** Asks the host for a piece of a list; the answer comes to the list of that key. */
  askForPeople(question: PeopleQuestion): void;
  /** An answer came that changes what the filter finds. */
  peopleFound(): void;
  /** Tells screen readers what has changed. */
  say(text: string): void;
}

export type PeopleQuestion = Omit<Extract<PanelToHost, { type: "people" }>, "type">;
export type PeopleAnswer = Extract<HostToPanel, { type: "people" }>;
