import * as l10n from "@vscode/l10n";
import type { AccessReading } from "../../core/reads/accessReader";
import { visibleLine } from "../../core/base/visibleText";
import type { PanelView, CommandActionId, PanelCell, PanelTable } from "../protocol/panelView";
import { accessFacts } from "./accessFacts";
import { accessSummary } from "./accessSummary";
import { commandAction, disabled } from "./actions";
import { reportView, type ReportActionId, type ReportSubject } from "./reportView";
import type { AccessReport, MethodAccess } from "../../core/diagnosis/accessReport";
import { purposeOf, whyUnansweredWithCode } from "../../text/accessWords";

/** The whole page about the access of a portal's webhook, in words. */
export function accessView(subject: ReportSubject<AccessReading>): PanelView<ReportActionId> {
  const { portal } = subject;
  const name = visibleLine(portal?.name ?? "");
  const removed = portal === undefined ? l10n.t("The portal was removed.") : undefined;
  return reportView<AccessReading, ReportActionId>(subject, {
    title:
      portal === undefined ? l10n.t("Access of a removed portal") : l10n.t("Access to {0}", name),
    kind: { label: l10n.t("What the webhook may do"), codicon: "shield" },
    asking: l10n.t("Asking {0} what the webhook may do…", name),
    tools: [
      disabled(commandAction("replaceWebhook"), removed),
      commandAction("openWebhookHelp"),
      disabled(commandAction("checkEvents"), removed),
      commandAction("copyAsCode"),
    ],
    exchangesOf: ({ exchange }) => [exchange],
    report: (reading, of) => ({
      summary: accessSummary(reading.report, of.userId),
      tables: [accessTable(reading.report, of.userId)],
      groups: accessFacts(reading, of),
    }),
    // The access is what was asked for.
    leftOut: ["checkAccess"],
  });
}

/** What each method is for, what it needs, and whether it can be used. */
function accessTable(report: AccessReport, userId: string): PanelTable<CommandActionId> {
  const granted = report.scopes.ok ? report.scopes.value : [];
  return {
    id: "methods",
    caption: l10n.t("What the webhook may do"),
    columns: [l10n.t("What it is for"), l10n.t("Method"), l10n.t("Scope"), l10n.t("State")],
    rows: report.methods.map((access) => ({
      key: access.method,
      cells: [
        { type: "text", text: purposeOf(access.method) },
        {
          type: "code",
          text: access.method,
          action: {
            ...commandAction("copyAsCode", { method: access.method }),
            argument: access.method,
          },
        },
        { type: "code", text: access.scope },
        stateCell(access, granted.includes(access.scope), userId),
      ],
    })),
  };
}

function stateCell({ state }: MethodAccess, isGranted: boolean, userId: string): PanelCell<never> {
  switch (state.kind) {
    case "works":
      return {
        type: "state",
        tone: "success",
        codicon: "pass",
        text: state.isCertain ? l10n.t("works") : l10n.t("probably works"),
      };
    case "scopeMissing": {
      const look = { type: "state", tone: "error", codicon: "lock" } as const;
      if (state.isCertain) return { ...look, text: l10n.t("scope missing") };
      return isGranted
        ? {
            ...look,
            text: l10n.t("scope missing"),
            note: l10n.t("The portal lists the scope as granted, yet says that it is not."),
          }
        : { ...look, text: l10n.t("scope probably missing") };
    }
    case "notOnPortal":
      return {
        type: "state",
        tone: "info",
        codicon: "circle-slash",
        text: l10n.t("not on this portal"),
      };
    case "notAsked":
      return {
        type: "state",
        tone: "warning",
        codicon: "question",
        text: l10n.t("could not be asked"),
        note: whyUnansweredWithCode(state.error, userId),
      };
  }
}
