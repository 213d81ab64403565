import type { FieldValue } from "../../core/dialog/fieldValue";
import type { PanelAction } from "./panelActions";

/** Groups of fields, and the forms their values come in. */
export interface PanelGroup {
  /** Stable between answers and dialogs: what the reader opened or closed is kept by it. */
  readonly id: string;
  readonly label: string;
  /** What is in it, on one line, while it is closed. */
  readonly digest?: string;
  /** Until the reader closes it. */
  readonly startsOpen: boolean;
  readonly fields: readonly PanelField[];
}

export interface PanelField {
  /** Unique in the panel: the path of the value in the reply, `restrictions.avatar`. */
  readonly key: string;
  readonly label: string;
  /** The name on the wire, shown beside the label; absent for facts that the reply does not carry. */
  readonly wireName?: string;
  readonly value: PanelValue;
  /** What a human should know about this value, one sentence. */
  readonly note?: string;
  /** False where there is nothing to copy. */
  readonly canCopy: boolean;
}

export type PanelValue =
  | PlainValue
  /** What several readers were told, who were not told the same. */
  | {
      readonly type: "sides";
      readonly sides: readonly PanelSide[];
    };

/** What one of several readers was told. */
interface PanelSide {
  /** Of lists that are continued by the host; unique in the panel. */
  readonly key: string;
  readonly label: string;
  readonly value: PlainValue;
}

/** The forms that are put into words, or into something else, before they reach the page. */
type WordedType =
  | "unset"
  | "text"
  | "number"
  | "flag"
  | "date"
  | "code"
  | "userId"
  | "userIds"
  | "receipts"
  | "json"
  | "jsonText";

export type PlainValue =
  /** `raw` is how the reply spelled it, when that differs from `text`. */
  | {
      readonly type: "text";
      readonly text: string;
      readonly raw?: string;
      readonly clipped?: string;
      /** Opened outside VS Code: a page of the portal, never with the secret. */
      readonly url?: string;
    }
  /** Nothing there; `text` says so in words, `raw` is `null`, `""`, `[]` or `{}`; absent: nothing was sent. */
  | { readonly type: "unset"; readonly text: string; readonly raw?: string }
  /** Something is there, and nobody knows what it says; `text` says so in words. */
  | { readonly type: "notUnderstood"; readonly text: string; readonly raw: string }
  | { readonly type: "flag"; readonly isOn: boolean; readonly text: string; readonly raw: string }
  /**
   * ISO 8601 with offset; the page writes it in the reader's own time zone beside the original: `raw`, or the ISO
   * text where that is what the portal wrote. `isOurs`: no portal wrote it, it is of this computer's clock.
   */
  | (Extract<FieldValue, { type: "date" }> & {
      readonly raw?: string;
      readonly isOurs?: boolean;
    })
  /** What the page draws as the core has read it. */
  | Exclude<FieldValue, { type: WordedType }>
  /** Formatted JSON of a value that has no better form. */
  | { readonly type: "json"; readonly text: string; readonly clipped?: string }
  /** Somebody, and how the reply spelled the id. */
  | { readonly type: "person"; readonly person: PanelPerson; readonly raw: string }
  /** A list by pages, of which this is the first; the page asks for the others. */
  | ({
      readonly type: "people";
      /** Why something is missing, and what mends it. */
      readonly problem?: { readonly text: string; readonly action?: PanelAction };
    } & PanelPeoplePage);

/** A piece of a list of people, or of those in it who match a search. */
export interface PanelPeoplePage {
  readonly people: readonly PanelPerson[];
  /** How many of the list match; without a search, how many it has, as far as that is known. */
  readonly found: number;
  /** Whether there is more behind this piece; it may have to be read from the portal. */
  readonly hasMore: boolean;
  /** How many are shown, of how many; "" where there is nothing to count. */
  readonly summary: string;
}

export interface PanelPerson {
  /** Free of control characters, on one line. */
  readonly name: string;
  readonly userId: string;
  readonly dateIso?: string;
  /** What to know of the person, each in a word or two: owner, bot, dismissed. */
  readonly marks?: readonly string[];
  /** The person's page in the portal, opened outside VS Code. */
  readonly url?: string;
}
