import type { Chat } from "../seed/chat";
import { timeObject, type Timing } from "./envelope";
import { encodePhpJson, type Json, type JsonObject } from "../base/json";

/** What differs between portals of different years and owners. */
export interface PortalTraits {
  readonly revision: number;
  /** Whether a method was there already; its name as documented. */
  readonly hasMethod: (name: string) => boolean;
  /** Only where the limiter runs, `time` shows what a call was charged. */
  readonly hasLimits: boolean;
  readonly notesEntityType: "FAVORITE" | "PERSONAL";
  /** How the title of a chat is called in the list of recent dialogs. */
  readonly titleKey: "name" | "title";
  /** What becomes of a dialog's record. */
  readonly dialogShape: (record: JsonObject, chat: Chat) => JsonObject;
  readonly timeObject: (timing: Timing) => JsonObject;
  readonly encode: (body: Json) => string;
}

/** Today's cloud. */
export const currentTraits: PortalTraits = {
  revision: 36,
  hasMethod: () => true,
  hasLimits: true,
  notesEntityType: "FAVORITE",
  titleKey: "name",
  dialogShape: (record) => record,
  timeObject,
  encode: encodePhpJson,
};
