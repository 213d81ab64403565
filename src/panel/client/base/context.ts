import type { PanelActionId, PanelWords } from "../../protocol/panelView";
import type { Dates } from "./dates";
import type { Changes } from "../refreshes";
import type { Roving } from "./roving";

/** What the reader asks of the host. */
export interface Requests {
  act(action: PanelActionId, argument?: string): void;
  copy(key: string): void;
  runProbe(id: string): void;
  cancelProbe(id: string): void;
}

/** What everything that draws needs beside its data. */
export interface PanelContext extends Requests {
  readonly words: PanelWords;
  readonly dates: Dates;
  /** Which part of a group of controls the Tab key reaches. */
  readonly roving: Roving;
  readonly menus: Menus;
  /** What was copied a moment ago. */
  readonly copiedKey: string | undefined;
  /** Of the last refresh, for some seconds. */
  readonly changes: Changes | undefined;
  /** Brings the row of a key into sight. */
  jump(key: string): void;
}

/** Which menu of the page is open: one at most. */
interface Menus {
  readonly open: string | undefined;
  /** @param menuId `undefined`: none */
  toggle(menuId: string | undefined): void;
  focusButton(menuId: string): void;
}
