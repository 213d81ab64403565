import type { PanelAction } from "./panelActions";

/** An answer on the first screen to what a bot developer asks of a chat. It stands only where there is one. */
export interface PanelSummaryLine {
  readonly id: string;
  readonly label: string;
  /** How many there are in all, behind the label. */
  readonly count?: string;
  readonly tone?: "warning";
  readonly parts: readonly PanelSummaryPart[];
  readonly actions?: readonly PanelAction[];
}

export interface PanelSummaryPart {
  readonly text: string;
  /** What to know of it, in a word or two. */
  readonly marks?: readonly string[];
  /** An id, as developers copy it. */
  readonly id?: string;
  /** Opened outside VS Code: a page of the portal, never with the secret. */
  readonly url?: string;
  /** The key of the row that says it in full. */
  readonly row?: string;
}
