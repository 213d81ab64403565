import type { Exchange, RawReply } from "../../core/portal/portalCaller";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Bot } from "../../core/dialog/person";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { ReadAs } from "../../core/dialog/viewer";
import type { CauseFinder } from "../../core/sessions/causeFinder";
import type { SessionState, ShownReading } from "../../core/sessions/dialogSession";
import type { KnownPeople } from "./peopleView";
import type { KnownMessages } from "./talkView";

/** What the panel of a dialog is about: all that its words are made of. */
export interface PanelSubject {
  readonly ref: DialogRef;
  /** As it is now; `undefined`: it was removed. */
  readonly portal: PortalRecord | undefined;
  readonly isActivePortal: boolean;
  /** Of the link that named the dialog; absent: no link did. */
  readonly linkHost: string | undefined;
  readonly isDemo: boolean;
  /** Other programs keep requests from the portal at the moment. */
  readonly isCrowded?: boolean;
  /** Pictures of chats and people may be shown. */
  readonly hasPictures: boolean;
  readonly state: SessionState;
  readonly readAs: ReadAs;
  /** Once the dialog was refused. */
  readonly probes: CauseFinder | undefined;
  /** Who the people of the dialog are, as far as that is known. */
  readonly people: KnownPeople;
  /** What was read of its messages; `undefined`: the reader has turned them off. */
  readonly messages: KnownMessages | undefined;
  readonly isPinned: boolean;
  /** All bots of the portal; `undefined`: not known. */
  readonly bots: readonly Bot[] | undefined;
  /** What the dialog was called when something told it last; "" when nothing has. */
  readonly knownTitle: string;
}

/** The replies that "raw" means: the newest ones that came, good or bad, one for each reader. */
export function rawRepliesOf(state: SessionState): readonly RawReply[] {
  return exchangesOf(state).flatMap(({ method, body }) =>
    body === undefined ? [] : [{ method, body }],
  );
}

/** How what is shown was got, a refusal first, then what another reader got. */
export function exchangesOf(state: SessionState): readonly Exchange[] {
  const reading = readingOf(state);
  const failed = state.phase === "failed" ? state.failure.exchange : undefined;
  const own = failed?.body === undefined ? (reading?.answer.exchange ?? failed) : failed;
  const counterpart =
    state.phase === "failed" ? state.counterpart : (reading?.counterpart ?? undefined);
  const outcome = counterpart?.outcome;
  const other = outcome?.ok === true ? outcome.value.answer.exchange : outcome?.error.exchange;
  return [own, other].filter((exchange) => exchange !== undefined);
}

export function readingOf(state: SessionState): ShownReading | undefined {
  if (state.phase === "read") return state.reading;
  return "previous" in state ? state.previous : undefined;
}
