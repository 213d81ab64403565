import type { Remedy } from "../../core/diagnosis/causes";

/** What only the page of a dialog does itself. */
const dialogActionIds = [
  "openInBitrix24",
  "copyDialogId",
  "readAs",
  "readAnyway",
  "readPeople",
  "readAsBot",
  "togglePin",
  "copyLink",
  "copyJson",
  "copyMarkdown",
  "findCause",
  "copyReport",
  "readMessages",
  "readOlderMessages",
  "cancelMessages",
] as const;

/** What only the page of an event does itself. */
const eventActionIds = [
  "inspectChat",
  "inspectEventAsBot",
  "openFixture",
  "openFixtureBody",
] as const;

/** What every page does itself. */
export type PageActionId = "refresh" | "cancel" | "openRaw";

export type DialogActionId = (typeof dialogActionIds)[number];

export type EventActionId = (typeof eventActionIds)[number];

export function isDialogAction(id: string): id is DialogActionId {
  return (dialogActionIds as readonly string[]).includes(id);
}

/** What only the page about the events of a bot does itself. */
export type EventsActionId = "watchEvents" | "inspectWaiting" | "openWaitingEvent";

export function isEventAction(id: string): id is EventActionId {
  return (eventActionIds as readonly string[]).includes(id);
}

/** What a command does, whatever the surface that offers it. */
export type CommandActionId =
  | Exclude<Remedy, "retry" | "openRaw">
  /** They remedy no failure. */
  | "addPortal"
  | "searchChats"
  | "copyAsCode"
  | "reportIssue"
  | "checkEvents";

/** The buttons of a page. */
export type PanelActionId =
  PageActionId | DialogActionId | EventActionId | EventsActionId | CommandActionId;

/** @typeParam Id the actions that a page has deeds for */
export interface PanelAction<Id extends PanelActionId = PanelActionId> {
  readonly id: Id;
  readonly label: string;
  readonly codicon: string;
  /** What stands on the button where that is more than its name. */
  readonly text?: string;
  /** What the action is about, where there are several. */
  readonly argument?: string;
  readonly isPrimary?: boolean;
  /** Why the button cannot be used now, as its tooltip; absent: it can. */
  readonly disabledReason?: string;
}

/** A button that opens a list of actions. */
export interface PanelMenu<Id extends PanelActionId = PanelActionId> {
  readonly menuId: string;
  readonly label: string;
  readonly codicon: string;
  /** What stands on the button; absent: nothing but its icon. */
  readonly text?: string;
  readonly items: readonly PanelAction<Id>[];
}

export type PanelTool<Id extends PanelActionId = PanelActionId> = PanelAction<Id> | PanelMenu<Id>;
