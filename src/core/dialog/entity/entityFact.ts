/** The four strings in which a chat says what it is bound to. */
export interface EntityStrings {
  readonly entityType: string;
  readonly entityId: string;
  readonly data1: string;
  readonly data2: string;
  readonly data3: string;
}

/** What a part of such a string is. */
export type EntityFactName =
  | "connector"
  | "line"
  | "connectorChat"
  /** What stands in its place for a live chat of a site: the visitor's own chat in this portal. */
  | "visitorChat"
  | "connectorUser"
  | "crmEnabled"
  | "crmType"
  | "crmObject"
  | "crmBinding"
  | "pause"
  | "waitAction"
  | "sessionId"
  | "sessionStart"
  | "sessionLine"
  | "blockDate"
  | "blockReason"
  | "silentMode"
  | "visitorRead"
  | "visitorReadMessage"
  | "visitorReadTime"
  | "formShown"
  | "welcomeFormNeeded"
  | "welcomeTextSent"
  | "task"
  | "workgroup"
  | "calendarEvent"
  | "mailMessage"
  | "call"
  | "conference"
  | "notesOwner"
  /** A part that nobody documented. */
  | "unknownPart"
  /** The parts behind the last one that is shown. */
  | "cutParts";

export type EntityValue =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "flag"; readonly isOn: boolean }
  /** Seconds since 1970. */
  | { readonly type: "time"; readonly epochS: number }
  /** Something of the portal with a page of its own, for example DEAL 88. */
  | { readonly type: "object"; readonly objectType: string; readonly objectId: number }
  /** Missing, empty, 0 or NONE: the portal says that there is nothing. */
  | { readonly type: "unset" }
  /** There is something, and it is not what the documentation says. */
  | { readonly type: "notUnderstood" }
  /** More parts than are worth a fact each; the string itself has them. */
  | { readonly type: "cut"; readonly hiddenParts: number };

/** One thing that a string says, and the part of it that says so. */
export interface EntityFact {
  readonly name: EntityFactName;
  readonly value: EntityValue;
  /** `entity_data_1` and so on. */
  readonly field: "entity_id" | "entity_data_1" | "entity_data_2" | "entity_data_3";
  /** 0-based place between the pipes; absent when the whole string is meant. */
  readonly index: number | undefined;
  /** Present when several parts say it together, as `DEAL|88` does: the place of the last one. */
  readonly lastIndex?: number;
  /** The part as it came; `undefined`: the string is too short to have it. */
  readonly raw: string | undefined;
}

/** `entity_data_1[5]`: the sixth part between the pipes; `entity_data_2[6–7]`: two that belong together. */
export function placeOf({ field, index, lastIndex }: EntityFact): string {
  if (index === undefined) return field;
  return lastIndex === undefined ? `${field}[${index}]` : `${field}[${index}–${lastIndex}]`;
}
