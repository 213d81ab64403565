import * as l10n from "@vscode/l10n";
import type { Remedy } from "../../core/diagnosis/causes";
import type { DiagnosedFailure } from "../../core/diagnosis/diagnose";
import type { Exchange } from "../../core/portal/portalCaller";
import { ownerViewer } from "../../core/dialog/viewer";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { exchangesIn, readingIn, type ReportState } from "../../core/sessions/reportSession";
import { visibleLine } from "../../core/base/visibleText";
import type {
  CommandActionId,
  PageActionId,
  PanelAction,
  PanelActionId,
  PanelBody,
  PanelHeader,
  PanelNotice,
  PanelReport,
  PanelTool,
  PanelView,
} from "../protocol/panelView";
import { disabled, pageAction, remedyAction, remedyActions } from "./actions";
import { answerGroup, refusalGroup } from "./answerView";
import { removedNotice, staleText, stoppedNotice, withCrowd } from "./notices";
import { describeActor } from "../../text/actors";
import { contextOf, explain, type Place } from "../../text/explain";
import type { Explanation } from "../../text/explanation";
import { actsAs } from "../../text/viewers";

/** What every report can do. */
export type ReportActionId = PageActionId | CommandActionId;

export interface ReportSubject<Reading> {
  /** As it is now; `undefined`: it was removed. */
  readonly portal: PortalRecord | undefined;
  readonly state: ReportState<Reading>;
  /** Other programs keep requests from the portal at the moment. */
  readonly isCrowded?: boolean;
}

/** All but what the session knows. */
export type ReportSurroundings = Omit<ReportSubject<unknown>, "state">;

/** What one report says of a portal; how a page stands while it is asked, or was refused, is the same for all. */
export interface ReportKind<Reading, Id extends PanelActionId = ReportActionId> {
  readonly title: string;
  readonly kind: NonNullable<PanelHeader["kind"]>;
  /** While the portal is asked. */
  readonly asking: string;
  /** Behind Refresh and before the raw reply. */
  readonly tools: readonly PanelTool<Id>[];
  /** How a reading was got. */
  readonly exchangesOf: (reading: Reading) => readonly Exchange[];
  readonly report: (
    reading: Reading,
    portal: PortalRecord,
  ) => Omit<PanelReport<Id>, "type" | "refreshing" | "banner">;
  /** Ways out of a failure that lead nowhere from here. */
  readonly leftOut: readonly Remedy[];
}

/** The whole page of a report, in words. */
export function reportView<Reading, Id extends PanelActionId>(
  subject: ReportSubject<Reading>,
  kind: ReportKind<Reading, Id>,
): PanelView<Id | ReportActionId> {
  const { portal } = subject;
  return {
    header: {
      title: kind.title,
      kind: kind.kind,
      portal: {
        name: portal === undefined ? l10n.t("Removed portal") : visibleLine(portal.name),
        host: portal === undefined ? "" : hostOf(portal),
      },
      avatar: { initials: "" },
    },
    toolbar: toolbar(subject, kind),
    body: portal === undefined ? removedNotice() : bodyView(subject, portal, kind),
  };
}

function toolbar<Reading, Id extends PanelActionId>(
  { portal, state }: ReportSubject<Reading>,
  { tools, exchangesOf }: ReportKind<Reading, Id>,
): readonly PanelTool<Id | ReportActionId>[] {
  const removed = portal === undefined ? l10n.t("The portal was removed.") : undefined;
  const isReading = state.phase === "reading" ? l10n.t("The portal is being asked.") : undefined;
  const hasReply = exchangesIn(state, exchangesOf).length > 0;
  return [
    disabled(pageAction("refresh"), removed ?? isReading),
    ...tools,
    disabled(remedyAction("openRaw", ""), hasReply ? undefined : l10n.t("There is no reply yet.")),
  ];
}

function bodyView<Reading, Id extends PanelActionId>(
  { state, isCrowded = false }: ReportSubject<Reading>,
  portal: PortalRecord,
  kind: ReportKind<Reading, Id>,
): PanelBody<Id | ReportActionId> {
  const reading = readingIn(state);
  const report: PanelReport<Id | ReportActionId> | undefined =
    reading === undefined ? undefined : { type: "report", ...kind.report(reading, portal) };
  switch (state.phase) {
    case "reading": {
      const text = withCrowd(kind.asking, isCrowded);
      const newer = { text, cancel: pageAction("cancel") };
      return report === undefined
        ? { type: "loading", ...newer }
        : { ...report, refreshing: newer };
    }
    case "read":
    case "stopped":
      return report ?? stoppedNotice();
    case "failed": {
      const actions = remedies(state.failure, kind.leftOut);
      if (report === undefined) return failureView(state.failure, portal, actions);
      const text = staleText(explained(state.failure, portal, "line"));
      return { ...report, banner: { tone: "error", text, actions } };
    }
  }
}

function failureView(
  failure: DiagnosedFailure,
  portal: PortalRecord,
  actions: readonly PanelAction<ReportActionId>[],
): PanelNotice<ReportActionId> {
  const { error, exchange } = failure;
  const refusal = refusalGroup(error);
  return {
    type: "notice",
    tone: "error",
    ...explained(failure, portal, "page"),
    who: describeActor(failure.diagnosis.actor, portal.userId),
    actions,
    details: [
      ...(refusal === undefined ? [] : [refusal]),
      ...(exchange === undefined ? [] : [answerGroup(exchange, actsAs(ownerViewer, portal))]),
    ],
  };
}

function explained(failure: DiagnosedFailure, portal: PortalRecord, place: Place): Explanation {
  const { heading, paragraphs, steps } = explain(contextOf(portal, failure), place);
  return { heading, paragraphs, steps };
}

/** Here no dialog is meant. */
const ofDialogs: readonly Remedy[] = ["inspectAnother", "inspectAsChat"];

function remedies(
  { diagnosis }: DiagnosedFailure,
  leftOut: readonly Remedy[],
): readonly PanelAction<ReportActionId>[] {
  const fitting = diagnosis.remedies.filter(
    (remedy) => !ofDialogs.includes(remedy) && !leftOut.includes(remedy),
  );
  return remedyActions(fitting.length === 0 ? ["retry"] : fitting, "");
}
