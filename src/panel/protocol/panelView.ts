import type { PanelAction, PanelActionId, PanelTool } from "./panelActions";
import type { PanelBanner, PanelMessage, PanelNotice, PanelTone } from "./panelNotice";
import type { PanelTalk } from "./panelTalk";
import type { PanelGroup } from "./panelValues";

export type * from "./panelActions";
export type * from "./panelNotice";
export type * from "./panelTalk";
export type * from "./panelValues";
export type { PanelWords } from "./panelWords";

/**
 * What the panel draws: plain data. Every sentence is already in the user's language; text that
 * came from a portal is other people's text and is only ever drawn as text.
 */
export interface PanelView<Id extends PanelActionId = PanelActionId> {
  /** What to know before anything else. */
  readonly banner?: PanelBanner<Id>;
  readonly header: PanelHeader;
  readonly toolbar: readonly PanelTool<Id>[];
  readonly body: PanelBody<Id>;
}

export interface PanelHeader {
  /** Free of control characters; may be right-to-left. Never empty: an untitled dialog has a substitute. */
  readonly title: string;
  /** Absent on a page that is about no single dialog. */
  readonly dialogId?: string;
  /** Absent until the portal has answered. */
  readonly kind?: { readonly label: string; readonly codicon: string };
  readonly portal: {
    readonly name: string;
    readonly host: string;
    /** The dialog there, opened outside VS Code; absent: there is no page of it. */
    readonly url?: string;
  };
  readonly avatar: {
    /** One or two characters, "" when the title has none to offer. */
    readonly initials: string;
    /** `#rrggbb`, checked; absent: a colour of the theme. */
    readonly color?: string;
    /** Checked: https, http on loopback, or an image in a data URI. It may still fail to load. */
    readonly imageUrl?: string;
  };
}

export type PanelBody<Id extends PanelActionId = PanelActionId> =
  | { readonly type: "loading"; readonly text: string; readonly cancel: PanelAction<Id> }
  | PanelNotice<Id>
  | PanelFacts<Id>
  | PanelReport<Id>;

/** All groups of a page, also those below a notice. */
export function groupsOf(body: PanelBody): readonly PanelGroup[] {
  switch (body.type) {
    case "loading":
      return [];
    case "notice":
      return body.details;
    case "facts":
    case "report":
      return body.groups;
  }
}

/** A newer answer is on its way; the old one stays readable. */
export interface PanelRefreshing<Id extends PanelActionId = PanelActionId> {
  readonly text: string;
  readonly cancel: PanelAction<Id>;
}

export interface PanelFacts<Id extends PanelActionId = PanelActionId> {
  readonly type: "facts";
  readonly summary: readonly PanelSummaryLine[];
  readonly refreshing?: PanelRefreshing<Id>;
  readonly banner?: PanelBanner<Id>;
  /** Absent where the reader has turned messages off. */
  readonly talk?: PanelTalk;
  readonly groups: readonly PanelGroup[];
}

/** What was found out, in a sentence, as tables, and in facts. */
export interface PanelReport<Id extends PanelActionId = PanelActionId> {
  readonly type: "report";
  readonly refreshing?: PanelRefreshing<Id>;
  readonly banner?: PanelBanner<Id>;
  readonly summary: PanelMessage<Id>;
  readonly tables: readonly PanelTable<Id>[];
  readonly groups: readonly PanelGroup[];
}

export interface PanelTable<Id extends PanelActionId = PanelActionId> {
  readonly id: string;
  readonly caption: string;
  /** What to know of the whole, one sentence a paragraph. */
  readonly notes?: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly PanelTableRow<Id>[];
}

export interface PanelTableRow<Id extends PanelActionId = PanelActionId> {
  /** Unique in the table. */
  readonly key: string;
  /** As many as there are columns; the first one names the row. */
  readonly cells: readonly PanelCell<Id>[];
}

export type PanelCell<Id extends PanelActionId = PanelActionId> =
  | {
      readonly type: "text" | "code";
      readonly text: string;
      /** What can be done with it, as a small button beside it. */
      readonly action?: PanelAction<Id>;
    }
  /** ISO 8601 with offset, written in the reader's own time zone. */
  | { readonly type: "date"; readonly iso: string }
  | { readonly type: "action"; readonly action: PanelAction<Id> }
  | {
      readonly type: "state";
      readonly tone: PanelTone;
      readonly codicon: string;
      readonly text: string;
      /** One sentence more. */
      readonly note?: string;
    };

/** How the reader wants panels to be: the same for all dialogs, and kept. */
export interface PanelLayout {
  /** Groups that were opened or closed by hand, and how they are now. */
  readonly groups: Readonly<Record<string, boolean>>;
  readonly showsEmpty: boolean;
}

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
