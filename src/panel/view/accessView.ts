import * as l10n from "@vscode/l10n";
import type { AccessReading } from "../../core/reads/accessReader";
import type { ReportState } from "../../core/sessions/reportSession";
import type { Remedy } from "../../core/diagnosis/causes";
import type { DiagnosedFailure } from "../../core/diagnosis/diagnose";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { visibleLine } from "../../core/base/visibleText";
import type {
  CommandActionId,
  PageActionId,
  PanelAction,
  PanelBody,
  PanelNotice,
  PanelReport,
  PanelView,
} from "../protocol/panelView";
import { commandAction, disabled, pageAction, remedyAction, remedyActions } from "./actions";
import { answerGroup, refusalGroup } from "./answerView";
import { removedNotice, staleText, stoppedNotice } from "./notices";
import { describeActor } from "../../text/actors";
import { contextOf, explain, type Place } from "../../text/explain";
import type { Explanation } from "../../text/explanation";
import { accessFacts } from "./accessFacts";
import { accessSummary } from "./accessSummary";
import { accessTable } from "./accessTable";

/** What this page can do: a button of any other does not compile. */
export type AccessActionId = PageActionId | CommandActionId;

type AccessAction = PanelAction<AccessActionId>;

export interface AccessSubject {
  /** As it is now; `undefined`: it was removed. */
  readonly portal: PortalRecord | undefined;
  readonly state: ReportState;
}

/** The whole page about the access of a portal's webhook, in words. */
export function accessView(subject: AccessSubject): PanelView<AccessActionId> {
  const { portal } = subject;
  return {
    header: {
      title: accessTitle(portal),
      kind: { label: l10n.t("What the webhook may do"), codicon: "shield" },
      portal: {
        name: portal === undefined ? l10n.t("Removed portal") : visibleLine(portal.name),
        host: portal === undefined ? "" : hostOf(portal),
      },
      avatar: { initials: "" },
    },
    toolbar: toolbar(subject),
    body: bodyView(subject),
  };
}

/** Never empty, and on one line. */
export function accessTitle(portal: PortalRecord | undefined): string {
  return portal === undefined
    ? l10n.t("Access of a removed portal")
    : l10n.t("Access to {0}", visibleLine(portal.name));
}

/** The reply that "raw" means: the newest one that came, good or bad. */
export function rawAccessReply(state: ReportState): string | undefined {
  if (state.phase === "failed" && state.failure.exchange?.body !== undefined) {
    return state.failure.exchange.body;
  }
  return newestReading(state)?.exchange.body;
}

function newestReading(state: ReportState): AccessReading | undefined {
  return state.phase === "read" ? state.reading : state.previous;
}

function toolbar({ portal, state }: AccessSubject): readonly AccessAction[] {
  const removed = portal === undefined ? l10n.t("The portal was removed.") : undefined;
  const isReading = state.phase === "reading" ? l10n.t("The portal is being asked.") : undefined;
  const noReply =
    rawAccessReply(state) === undefined ? l10n.t("There is no reply yet.") : undefined;
  return [
    disabled(pageAction("refresh"), removed ?? isReading),
    disabled(commandAction("replaceWebhook"), removed),
    commandAction("openWebhookHelp"),
    disabled(remedyAction("openRaw", ""), noReply),
    commandAction("copyAsCode"),
  ];
}

function bodyView({ portal, state }: AccessSubject): PanelBody<AccessActionId> {
  if (portal === undefined) return removedNotice();
  const previous = newestReading(state);
  switch (state.phase) {
    case "reading": {
      const text = l10n.t("Asking {0} what the webhook may do…", visibleLine(portal.name));
      if (previous === undefined) return { type: "loading", text, cancel: pageAction("cancel") };
      return {
        ...reportView(previous, portal),
        refreshing: { text, cancel: pageAction("cancel") },
      };
    }
    case "read":
      return reportView(state.reading, portal);
    case "failed":
      return previous === undefined
        ? failureView(state.failure, portal)
        : {
            ...reportView(previous, portal),
            banner: {
              tone: "error",
              text: staleText(explained(state.failure, portal, "line")),
              actions: remedies(state.failure),
            },
          };
    case "stopped":
      return previous === undefined ? stoppedNotice() : reportView(previous, portal);
  }
}

function reportView(reading: AccessReading, portal: PortalRecord): PanelReport<AccessActionId> {
  const { report } = reading;
  return {
    type: "report",
    summary: accessSummary(report, portal.userId),
    table: accessTable(report, portal.userId),
    groups: accessFacts(reading, portal),
  };
}

function failureView(failure: DiagnosedFailure, portal: PortalRecord): PanelNotice<AccessActionId> {
  const { error, exchange } = failure;
  const refusal = refusalGroup(error);
  return {
    type: "notice",
    tone: "error",
    ...explained(failure, portal, "page"),
    who: describeActor(failure.diagnosis.actor, portal.userId),
    actions: remedies(failure),
    details: [
      ...(refusal === undefined ? [] : [refusal]),
      ...(exchange === undefined ? [] : [answerGroup(exchange, portal.userId)]),
    ],
  };
}

function explained(failure: DiagnosedFailure, portal: PortalRecord, place: Place): Explanation {
  const { heading, paragraphs, steps } = explain(contextOf(portal, failure), place);
  return { heading, paragraphs, steps };
}

/** Here no dialog is meant, and the access is what was asked for. */
const elsewhere: ReadonlySet<Remedy> = new Set<Remedy>([
  "checkAccess",
  "inspectAnother",
  "inspectAsChat",
]);

function remedies({ diagnosis }: DiagnosedFailure): readonly AccessAction[] {
  const fitting = diagnosis.remedies.filter((remedy) => !elsewhere.has(remedy));
  return remedyActions(fitting.length === 0 ? ["retry"] : fitting, "");
}
