import type { PanelActionId, PanelWords } from "../../protocol/panelView";
import type { Dates } from "./dates";
import type { Menus } from "./menus";
import type { Roving } from "./roving";

/** What everything that draws needs beside its data. */
export interface PanelContext {
  readonly words: PanelWords;
  readonly dates: Dates;
  /** Which part of a group of controls the Tab key reaches. */
  readonly roving: Roving;
  readonly menus: Menus;
  act(action: PanelActionId, argument?: string): void;
  /** Brings the row of a key into sight. */
  jump(key: string): void;
  copy(key: string): void;
  runProbe(id: string): void;
  cancelProbe(id: string): void;
}
