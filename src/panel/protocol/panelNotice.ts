import type { PanelAction, PanelActionId } from "./panelActions";
import type { PanelGroup } from "./panelValues";

export type PanelTone = "error" | "warning" | "info" | "success";

/** A message: what happened or was found, what it means, what to do about it. */
export interface PanelMessage<Id extends PanelActionId = PanelActionId> {
  readonly tone: PanelTone;
  readonly heading: string;
  /** What it means, in plain words; one string a paragraph. */
  readonly paragraphs: readonly string[];
  /** What it was taken for before more was found out. */
  readonly disproved?: { readonly label: string; readonly paragraphs: readonly string[] };
  /** Who can fix it, one short line. */
  readonly who?: string;
  /** What to do next, in order; may be empty. */
  readonly steps: readonly string[];
  readonly actions: readonly PanelAction<Id>[];
}

/** A page with one message: a refusal, a failure, a stopped request, a question before reading. */
export interface PanelNotice<Id extends PanelActionId = PanelActionId> extends PanelMessage<Id> {
  readonly type: "notice";
  /** Ways to find the cause where the refusal leaves it open. */
  readonly probes?: PanelProbes;
  /** What the portal said and how the answer was got; drawn like a group of fields. */
  readonly details: readonly PanelGroup[];
}

export interface PanelProbes {
  readonly heading: string;
  readonly probes: readonly PanelProbe[];
  /** Ways that lead elsewhere. */
  readonly actions: readonly PanelAction[];
  /** What is known now; absent while a probe may still tell. */
  readonly conclusion?: string;
}

/** A read that is made on a click, with what it found shown in its place. */
export interface PanelProbe {
  readonly id: string;
  readonly label: string;
  readonly codicon: string;
  readonly state: PanelProbeState;
  /** Why it cannot be run, as its tooltip; absent: it can. */
  readonly disabledReason?: string;
}

export type PanelProbeState =
  | { readonly type: "ready" }
  | { readonly type: "running"; readonly text: string; readonly cancelLabel: string }
  | {
      readonly type: "done";
      readonly tone: PanelProbeTone;
      readonly text: string;
      /** What the finding makes the next click. */
      readonly action?: PanelAction;
    };

/** Success: the question is settled, whatever the answer is. */
type PanelProbeTone = "success" | "info" | "warning";

/** One line above the rest, for example why a refresh failed. */
export interface PanelBanner<Id extends PanelActionId = PanelActionId> {
  readonly tone: PanelTone;
  readonly text: string;
  readonly actions: readonly PanelAction<Id>[];
}
