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
}
