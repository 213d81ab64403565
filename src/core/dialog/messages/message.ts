import type { JsonObject } from "../../base/json";
import type { Person } from "../person";

/** How many messages are asked for at once. */
export const messagesPerPage = 20;

/** What somebody wrote in a chat, or the system did. Kept in memory only. */
export interface Message {
  readonly id: number;
  /** 0: the system. */
  readonly authorId: number;
  /** As it came; "" when it did not. */
  readonly date: string;
  /** BB code; its beginning, of `length` UTF-16 units. */
  readonly text: string;
  readonly length: number;
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
  /** For whoever reads; bots are not told. */
  readonly isUnread: boolean;
  readonly replyTo: number | undefined;
  /** Where it was first: `chat5/77`, or a number. */
  readonly forwardedFrom: string | undefined;
  readonly likes: number;
  readonly files: readonly MessageFile[];
  readonly attached: readonly AttachedPart[];
  /** In rows. */
  readonly keyboard: readonly (readonly MessageButton[])[];
  /** Parameters that none of the above says. */
  readonly others: readonly NamedValue[];
  /** Parts beyond what a page can hold. */
  readonly unlistedParts: number;
  /** All of it as it came. */
  readonly wire: JsonObject;
}

/** The addresses that come with a file open it to whoever has them: they are not kept. */
export interface MessageFile {
  readonly fileId: number;
  /** Absent where the portal does not describe the file. */
  readonly name?: string;
  readonly type?: string;
  readonly sizeBytes?: number | undefined;
}

/** A part of an attachment. Targets are unchecked, texts are BB code. */
export type AttachedPart =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "link" | "user" | "image" | "file";
      readonly name: string;
      readonly target: string;
      readonly text: string;
      readonly sizeBytes: number | undefined;
    }
  | {
      readonly type: "grid";
      readonly rows: readonly { readonly name: string; readonly text: string }[];
    }
  | { readonly type: "line" }
  /** Of a kind that nobody documented. */
  | { readonly type: "other"; readonly wire: unknown };

/** A button below a message. Nothing here presses it. */
export interface MessageButton {
  readonly text: string;
  /** Unchecked. */
  readonly target: string;
  /** What it does in the messenger, as the message says it: `/track NW-20391`, `CALL +15550100`. */
  readonly deed: string;
  readonly isDisabled: boolean;
}

interface NamedValue {
  readonly name: string;
  readonly wire: unknown;
}

/** Messages that a reply carried, the newest first. */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly people: ReadonlyMap<number, Person>;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}
