import * as v from "valibot";
import { parseWith } from "../../core/base/parseWith";
import type { PanelLayout, PanelPeoplePage, PanelView, PanelWords } from "./panelView";

/** From the host to the page: always the whole current state. */
export type HostToPanel =
  | ({ readonly type: "show" } & PageState)
  | { readonly type: "copied"; readonly key: string }
  /** Answers `people`, maybe twice: at once, and when more is known of these people. */
  | {
      readonly type: "people";
      readonly key: string;
      readonly query: string;
      readonly from: number;
      readonly page: PanelPeoplePage;
    };

/** The whole state of a page; the first one is inside the page itself. */
export interface PageState {
  readonly view: PanelView;
  readonly words: PanelWords;
  /** BCP 47 tag for dates and numbers, VS Code's display language. */
  readonly language: string;
  /** All that the page may store: with it a panel is restored after a restart. */
  readonly identity: PageIdentity;
  readonly layout: PanelLayout;
  /** What the reader had done to the page before it was hidden. */
  readonly memory?: PanelMemory;
  /** What the keyboard is on at first, by its focus key. */
  readonly focus?: string;
}

const identity = v.object({
  portalId: v.string(),
  /** Absent on a page about no dialog. */
  dialogId: v.exactOptional(v.string()),
  /** Whose events a page is about. */
  botId: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
});

export type PageIdentity = Readonly<v.InferOutput<typeof identity>>;

export type PanelIdentity = PageIdentity & { readonly dialogId: string };

const fieldKey = v.pipe(v.string(), v.maxLength(300));
const groupId = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-zA-Z0-9]+$/));
const query = v.pipe(v.string(), v.maxLength(200));

const panelToHost = v.variant("type", [
  /** The page runs and draws; the host answers with `show`, also after a reload of the page. */
  v.object({ type: v.literal("ready") }),
  v.object({
    type: v.literal("act"),
    /** Each page knows its own. */
    action: v.pipe(v.string(), v.maxLength(60)),
    argument: v.optional(v.pipe(v.string(), v.maxLength(60))),
  }),
  v.object({ type: v.literal("copyValue"), key: fieldKey }),
  /** Of the probes that the host offers; one that is not offered any more is no error. */
  v.object({ type: v.literal("runProbe"), id: v.pipe(v.string(), v.maxLength(60)) }),
  v.object({ type: v.literal("cancelProbe"), id: v.pipe(v.string(), v.maxLength(60)) }),
  /** A page of a list of people, or of those in it who match. */
  v.object({
    type: v.literal("people"),
    key: fieldKey,
    query,
    from: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000)),
    /** The reader asked for it: what is not there yet may be read from the portal. */
    readsMore: v.boolean(),
  }),
  v.object({
    type: v.literal("remember"),
    memory: v.object({
      scrollTop: v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_VALUE)),
      filter: query,
    }),
  }),
  /** What the reader opened, closed or wants to see, in this dialog and in all others. */
  v.object({
    type: v.literal("arrange"),
    groups: v.record(groupId, v.boolean()),
    showsEmpty: v.optional(v.boolean()),
  }),
]);

export type PanelToHost = v.InferOutput<typeof panelToHost>;

/** What the host keeps for a page while it is hidden; gone when VS Code restarts. */
export type PanelMemory = Extract<PanelToHost, { type: "remember" }>["memory"];

/** The page is not trusted: anything that is not exactly a known message is `undefined`. */
export function parsePanelToHost(value: unknown): PanelToHost | undefined {
  return parseWith(panelToHost, value);
}

/** Checks the state that a page stored before a restart. */
export function parsePageIdentity(value: unknown): PageIdentity | undefined {
  return parseWith(identity, value);
}

/** The same for the page of a dialog. */
export function parsePanelIdentity(value: unknown): PanelIdentity | undefined {
  const page = parsePageIdentity(value);
  if (page?.dialogId === undefined) return undefined;
  return { portalId: page.portalId, dialogId: page.dialogId };
}
