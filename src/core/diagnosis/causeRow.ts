/** Who can fix a failure: the first one to turn to. */
export type Actor =
  | "you"
  | "webhookOwner"
  /** A member of the chat. */
  | "member"
  /** The portal's administrator. */
  | "administrator"
  /** Bitrix24's support. */
  | "support"
  /** Whoever runs the network between this computer and the portal. */
  | "network"
  /** Nobody: it passes by itself. */
  | "time";

/** A portal's code, in any case, and where one code has several meanings, what tells this one. */
export type Sign =
  | string
  | {
      readonly code: string;
      readonly status?: number;
      readonly method?: RegExp;
      /** Of the description: a text that the portal does not translate, or each language of it that is known. */
      readonly text?: RegExp;
    };

/** A cause in the table: what tells it, who must act, and what helps. */
export interface CauseRow {
  readonly actor: Actor;
  /** What can be done about it with one click, the best first. */
  readonly remedies: readonly string[];
  /** Which refusals have it; a sign that says more than a code comes before one that does not. */
  readonly signs?: readonly Sign[];
  /** Which of Node's names of network failures have it; the first row that fits counts. */
  readonly network?: RegExp;
  /** It says nothing of what was asked: the webhook may be good, an answer from before is old, not wrong. */
  readonly isNoAnswer?: true;
}
