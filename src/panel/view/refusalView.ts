import * as l10n from "@vscode/l10n";
import { isProof, leavesOpen } from "../../core/sessions/probeFindings";
import type { CauseFinder } from "../../core/sessions/causeFinder";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { SessionState } from "../../core/sessions/dialogSession";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { describeActor } from "../../text/actors";
import { contextOf, explain } from "../../text/explain";
import { explainConclusion } from "../../text/probes";
import { botName } from "../../text/viewers";
import type { PanelAction, PanelNotice } from "../protocol/panelView";
import { pageAction, remedyAction, remedyActions } from "./actions";
import { probesView } from "./probesView";
import { alsoRefusedText, counterpartDetails, refusalDetails } from "./viewersView";

export interface RefusedSubject {
  readonly ref: DialogRef;
  readonly portal: PortalRecord | undefined;
  readonly probes: CauseFinder;
}

/** A refusal or a failure: what happened, how its cause is found, and once it is found, what is proved. */
export function refusalView(
  subject: RefusedSubject,
  { failure, viewer, counterpart }: Extract<SessionState, { phase: "failed" }>,
): PanelNotice {
  const { ref, portal, probes } = subject;
  const { heading, paragraphs, steps } = explain(contextOf(portal, failure, ref.dialogId), "page");
  const { diagnosis } = failure;
  const userId = portal?.userId ?? "";
  const also = alsoRefusedText(counterpart, portal, ref.dialogId);
  const own = refusalDetails(failure, viewer, portal);
  const details =
    counterpart?.outcome.ok === false
      ? [...own, ...counterpartDetails(counterpart.outcome.error, counterpart.viewer, portal)]
      : own;
  const remedies = remedyActions(diagnosis.remedies, ref.dialogId);
  const notice: PanelNotice = {
    type: "notice",
    tone: "error",
    heading,
    paragraphs: also === undefined ? paragraphs : [...paragraphs, also],
    who: describeActor(diagnosis.actor, userId),
    steps,
    actions: [...remedies, pageAction("copyReport")],
    details,
  };
  if (!leavesOpen(diagnosis.cause)) return notice;
  const shown = { ref, userId };
  return { ...notice, ...refusalWords(subject, notice), probes: probesView(probes, shown) };
}

/** Where a refusal leaves the cause open: how to find it, and what is proved once it is found. */
function refusalWords(
  { ref, portal, probes }: RefusedSubject,
  { heading, paragraphs, steps, actions }: PanelNotice,
): Partial<PanelNotice> {
  const others = actions.map((action) => ({ ...action, isPrimary: false }));
  const { conclusion } = probes;
  const proved =
    conclusion === undefined
      ? undefined
      : explainConclusion(conclusion, { ref, userId: portal?.userId ?? "" });
  if (proved === undefined) {
    const find: PanelAction = { ...pageAction("findCause"), isPrimary: true };
    return probes.hasMore ? { actions: [find, ...others] } : {};
  }
  const next = nextActions(probes, ref, portal);
  const rest = others.filter(({ id }) => !next.some((action) => action.id === id));
  const finders = probes.offered.flatMap(({ probe, state }) =>
    state.phase === "done" && isProof(state.finding) && probe.kind === "bot" ? [probe.bot] : [],
  );
  const [finder] = finders;
  const isForMember = conclusion?.kind === "existsWithoutOwner";
  return {
    ...proved,
    paragraphs:
      finder === undefined ? [] : [l10n.t("Found by bot {0}.", botName(portal, finder.botId))],
    disproved: {
      label: l10n.t("What it could have been"),
      paragraphs: [`${heading}. ${paragraphs[0] ?? ""}`, ...paragraphs.slice(1), ...steps],
    },
    who: describeActor(isForMember ? "member" : "you", portal?.userId ?? ""),
    actions: [...next, ...rest],
  };
}

/** What a proof makes the next click. */
function nextActions(
  { conclusion, offered }: CauseFinder,
  ref: DialogRef,
  portal: PortalRecord | undefined,
): readonly PanelAction[] {
  const isPrimary = true;
  switch (conclusion?.kind) {
    case "chatWasMeant":
      return [{ ...remedyAction("inspectAsChat", ref.dialogId), isPrimary }];
    case "noSuchChat":
      return [{ ...remedyAction("inspectAnother", ref.dialogId), isPrimary }];
    case "existsWithoutOwner":
      return [
        ...offered.flatMap(({ probe, state }) =>
          probe.kind === "bot" && state.phase === "done" && state.finding.kind === "seenByBot"
            ? [{ ...readAsBotAction(portal, probe.bot.botId), isPrimary }]
            : [],
        ),
        remedyAction("replaceWebhook", ref.dialogId),
      ];
    default:
      return [];
  }
}

function readAsBotAction(portal: PortalRecord | undefined, botId: number): PanelAction {
  return {
    ...pageAction("readAsBot"),
    argument: String(botId),
    label: l10n.t("Read as bot {0}", botName(portal, botId)),
  };
}
