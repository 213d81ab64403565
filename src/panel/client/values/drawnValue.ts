import type { PanelField } from "../../protocol/panelView";
import type { PeopleAnswer } from "../context";
import type { Drawn } from "../draw/kept";

/** A value on the page, and what the filter looks for in it. */
export interface DrawnValue extends Drawn {
  /** All that is readable in it, except the parts that filter themselves. */
  readonly text: string;
  /** Long lists show only what matches. @returns whether something did; an empty query matches all */
  filter?(query: string): boolean;
  /** Whether the host has still to say if the filter finds something. */
  readonly isFiltering?: boolean;
  /** Lists take newer data without being drawn anew: what the reader did to them stays. */
  update?(value: PanelField["value"]): void;
  answer?(answer: PeopleAnswer): void;
}
