import * as l10n from "@vscode/l10n";
import type { Finding } from "../../core/sessions/probeFindings";
import type { CauseFinder, OfferedProbe } from "../../core/sessions/causeFinder";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { PanelAction, PanelProbe, PanelProbes, PanelProbeState } from "../protocol/panelView";
import {
  describeConclusion,
  describeFinding,
  describeRunning,
  labelOfProbe,
} from "../../text/probes";
import { commandAction, disabled, remedyAction } from "./actions";

export interface RefusedDialog {
  readonly ref: DialogRef;
  /** The webhook's owner, whose rights count. */
  readonly userId: string;
}

/** The part of a refusal's page that separates "no access" from "no such chat". */
export function probesView(probes: CauseFinder, dialog: RefusedDialog): PanelProbes {
  const { conclusion } = probes;
  // What is proved is the heading of the page.
  const said = conclusion === undefined ? undefined : describeConclusion(conclusion, dialog);
  const search = disabled(
    commandAction("searchChats"),
    probes.lacksMessengerScope ? scopeReason() : undefined,
  );
  return {
    heading: l10n.t("Find the cause"),
    probes: probes.offered.map((offered) => probeView(offered, dialog)),
    actions: [search, ...(probes.wantsBot ? [remedyAction("addBot", dialog.ref.dialogId)] : [])],
    ...(said === undefined ? {} : { conclusion: said }),
  };
}

function probeView(offered: OfferedProbe, dialog: RefusedDialog): PanelProbe {
  const { id, probe, missingScope } = offered;
  return {
    id,
    label: labelOfProbe(probe),
    codicon: codicons[probe.kind],
    state: stateView(offered, dialog),
    ...(missingScope === undefined ? {} : { disabledReason: scopeReason() }),
  };
}

const codicons = {
  asChat: "comment-discussion",
  recentDialogs: "list-unordered",
  bot: "hubot",
} as const;

function stateView({ probe, state }: OfferedProbe, dialog: RefusedDialog): PanelProbeState {
  switch (state.phase) {
    case "ready":
      return { type: "ready" };
    case "running":
      return { type: "running", text: describeRunning(probe), cancelLabel: l10n.t("Cancel") };
    case "done": {
      const action = followUp(state.finding, dialog.ref);
      return {
        type: "done",
        ...describeFinding(state.finding, dialog),
        ...(action === undefined ? {} : { action }),
      };
    }
  }
}

/** What a finding makes the next click. */
function followUp(finding: Finding, ref: DialogRef): PanelAction | undefined {
  switch (finding.kind) {
    case "readable":
      return remedyAction("inspectAsChat", ref.dialogId);
    case "listed":
      return remedyAction(
        finding.dialogId === ref.dialogId ? "retry" : "inspectAsChat",
        ref.dialogId,
      );
    case "noSuchChat":
      return remedyAction("inspectAnother", ref.dialogId);
    case "inconclusive": {
      const [best = "retry"] = finding.failure.diagnosis.remedies;
      // The probe's own button tries again; raw replies are of the dialog, not of the probe.
      return best === "retry" || best === "openRaw" ? undefined : remedyAction(best, ref.dialogId);
    }
    case "refused":
    case "notListed":
    case "seenByBot":
    case "hiddenFromBot":
      return undefined;
  }
}

function scopeReason(): string {
  return l10n.t("The webhook lacks the scope “im” (Chat and notifications).");
}
