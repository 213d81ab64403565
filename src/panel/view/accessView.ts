import * as l10n from "@vscode/l10n";
import type { AccessReading } from "../../core/reads/accessReader";
import { visibleLine } from "../../core/base/visibleText";
import type { PanelView } from "../protocol/panelView";
import { accessFacts } from "./accessFacts";
import { accessSummary } from "./accessSummary";
import { accessTable } from "./accessTable";
import { commandAction, disabled } from "./actions";
import { reportView, type ReportActionId, type ReportSubject } from "./reportView";

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
