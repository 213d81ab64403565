import * as l10n from "@vscode/l10n";
import type { AccessReading } from "../../core/reads/accessReader";
import type { AccessState } from "../../core/sessions/accessSession";
import type { Remedy } from "../../core/diagnosis/diagnose";
import type { DiagnosedFailure } from "../../core/sessions/dialogSession";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import { visibleLine } from "../../core/base/visibleText";
import type {
  PanelAction,
  PanelBody,
  PanelNotice,
  PanelReport,
  PanelView,
} from "../protocol/panelView";
import { cancelAction, remedyAction, remedyActions } from "./actions";
import { answerGroup, refusalGroup } from "./answerView";
import { removedNotice, staleText, stoppedNotice } from "./notices";
import { explain, type Explanation } from "../../text/explanation";
import { accessFacts } from "./accessFacts";
import { accessSummary } from "./accessSummary";
import { accessTable } from "./accessTable";

export interface AccessSubject {
  /** As it is now; `undefined`: it was removed. */
  readonly portal: PortalRecord | undefined;
  readonly state: AccessState;
}

/** The whole page about the access of a portal's webhook, in words. */
export function accessView(subject: AccessSubject): PanelView {
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
export function rawAccessReply(state: AccessState): string | undefined {
  if (state.phase === "failed" && state.failure.exchange?.body !== undefined) {
    return state.failure.exchange.body;
  }
  return newestReading(state)?.exchange.body;
}

function newestReading(state: AccessState): AccessReading | undefined {
  return state.phase === "read" ? state.reading : state.previous;
}

function toolbar({ portal, state }: AccessSubject): readonly PanelAction[] {
  const removed = portal === undefined ? l10n.t("The portal was removed.") : undefined;
  const isReading = state.phase === "reading" ? l10n.t("The portal is being asked.") : undefined;
  const noReply =
    rawAccessReply(state) === undefined ? l10n.t("There is no reply yet.") : undefined;
  return [
    disabled({ id: "refresh", label: l10n.t("Refresh"), codicon: "refresh" }, removed ?? isReading),
    disabled(remedyAction("replaceWebhook", ""), removed),
    remedyAction("openWebhookHelp", ""),
    disabled(remedyAction("openRaw", ""), noReply),
  ];
}

function disabled(action: PanelAction, reason: string | undefined): PanelAction {
  return reason === undefined ? action : { ...action, disabledReason: reason };
}

function bodyView({ portal, state }: AccessSubject): PanelBody {
  if (portal === undefined) return removedNotice();
  const previous = newestReading(state);
  switch (state.phase) {
    case "reading": {
      const text = l10n.t("Asking {0} what the webhook may do…", visibleLine(portal.name));
      if (previous === undefined) return { type: "loading", text, cancel: cancelAction() };
      return { ...reportView(previous, portal), refreshing: { text, cancel: cancelAction() } };
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
              text: staleText(explained(state.failure, portal)),
              actions: remedies(state.failure),
            },
          };
    case "stopped":
      return previous === undefined ? stoppedNotice() : reportView(previous, portal);
  }
}

function reportView(reading: AccessReading, portal: PortalRecord): PanelReport {
  const { report } = reading;
  return {
    type: "report",
    summary: accessSummary(report, portal.userId),
    table: accessTable(report, portal.userId),
    groups: accessFacts(reading, portal),
  };
}

function failureView(failure: DiagnosedFailure, portal: PortalRecord): PanelNotice {
  const { error, exchange } = failure;
  const refusal = refusalGroup(error);
  return {
    type: "notice",
    tone: "error",
    ...explained(failure, portal),
    actions: remedies(failure),
    details: [
      ...(refusal === undefined ? [] : [refusal]),
      ...(exchange === undefined ? [] : [answerGroup(exchange, portal.userId)]),
    ],
  };
}

function explained(failure: DiagnosedFailure, { userId, scopes }: PortalRecord): Explanation {
  return explain({ failure, userId, scopes });
}

/** Here no dialog is meant, and the access is what was asked for. */
const elsewhere: ReadonlySet<Remedy> = new Set<Remedy>([
  "checkAccess",
  "inspectAnother",
  "inspectAsChat",
]);

function remedies({ diagnosis }: DiagnosedFailure): readonly PanelAction[] {
  const fitting = diagnosis.remedies.filter((remedy) => !elsewhere.has(remedy));
  return remedyActions(fitting.length === 0 ? ["retry"] : fitting, "");
}
