import * as l10n from "@vscode/l10n";
import { Late } from "../../core/base/late";
import type { Dialog } from "../../core/dialog/dialog";
import type { DialogReading } from "../../core/reads/dialogReader";
import type { Counterpart, ShownReading } from "../../core/sessions/dialogSession";
import type { DiagnosedFailure } from "../../core/diagnosis/diagnose";
import { ownerViewer, type Viewer } from "../../core/dialog/viewer";
import type { LinkContext } from "../../core/dialog/objectLinks";
import { hasCode } from "../../core/portal/portalError";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { PanelFacts, PanelGroup, PanelSummaryLine } from "../protocol/panelView";
import { plural } from "../../text/language";
import { explainInShort } from "../../text/explain";
import { actsAs, viewerName } from "../../text/viewers";
import { answerGroup, refusalGroup } from "./answerView";
import { factGroups } from "./factsView";
import { PeopleView, type KnownPeople } from "./peopleView";
import { keyOfSecond } from "./secondKeys";

/** Loaded before a bot's answer is shown, which may stand beside the owner's. */
export const lateComparison = new Late(() => import("./comparisonView"));

type Facts = Pick<PanelFacts, "banner" | "groups">;

interface SeenTogether {
  readonly known: KnownPeople;
  readonly links: LinkContext | undefined;
  readonly people: PeopleView;
  readonly summary: readonly PanelSummaryLine[];
}

/** One dialog as two readers were answered, or as one of them was. */
export function sideBySide(
  reading: DialogReading,
  { viewer, outcome }: Counterpart,
  portal: PortalRecord | undefined,
  { known, links, people, summary }: SeenTogether,
): Facts {
  const facts = factGroups(reading, people, summary);
  const own = answerDetails(reading, portal);
  if (!outcome.ok) {
    return {
      banner: {
        tone: "warning",
        text: oneSidedText(reading, viewer, outcome.error, portal),
        actions: [],
      },
      groups: [...facts, own, ...counterpartDetails(outcome.error, viewer, portal)],
    };
  }
  if (lateComparison.value === undefined) return { groups: [...facts, own] };
  const comparison = new lateComparison.value.ComparisonView(
    { reading, people },
    {
      reading: outcome.value,
      people: new PeopleView(outcome.value.dialog, known, links, reading.dialog),
    },
    portal,
  );
  const text = comparedText(comparison.differences, viewer, portal);
  const other = asSecond(answerDetails(outcome.value, portal), viewer, portal);
  return {
    banner: { tone: "info", text, actions: [] },
    groups: [...comparison.groups(facts), own, other],
  };
}

/** How an answer was got. */
export function answerDetails(
  { answer, viewer }: DialogReading,
  portal: PortalRecord | undefined,
): PanelGroup {
  return answerGroup(answer.exchange, actsAs(viewer, portal));
}

/** What the portal said, and how its answer was got. */
export function refusalDetails(
  { error, exchange }: DiagnosedFailure,
  viewer: Viewer,
  portal: PortalRecord | undefined,
): readonly PanelGroup[] {
  const refusal = refusalGroup(error);
  return [
    ...(refusal === undefined ? [] : [refusal]),
    ...(exchange === undefined ? [] : [answerGroup(exchange, actsAs(viewer, portal))]),
  ];
}

/** The same for a second reader, beside the first one's. */
export function counterpartDetails(
  failure: DiagnosedFailure,
  viewer: Viewer,
  portal: PortalRecord | undefined,
): readonly PanelGroup[] {
  return refusalDetails(failure, viewer, portal).map((group) => asSecond(group, viewer, portal));
}

/** The second reader got nothing either; `undefined`: there is no second reader. */
export function alsoRefusedText(
  counterpart: Counterpart | undefined,
  portal: PortalRecord | undefined,
  dialogId: string,
): string | undefined {
  if (counterpart === undefined || counterpart.outcome.ok) return undefined;
  const heading = explainInShort(counterpart.outcome.error, {
    userId: portal?.userId ?? "",
    dialogId,
  });
  return l10n.t("No answer for {0} either: {1}.", viewerName(counterpart.viewer, portal), heading);
}

/** What the second reader was told; `undefined`: there is none, or it was refused. */
export function dialogOfSecond(reading: ShownReading | undefined): Dialog | undefined {
  const outcome = reading?.counterpart?.outcome;
  return outcome?.ok === true ? outcome.value.dialog : undefined;
}

function asSecond(group: PanelGroup, viewer: Viewer, portal: PortalRecord | undefined): PanelGroup {
  return {
    ...group,
    id: `${group.id}2`,
    label: `${group.label}: ${viewerName(viewer, portal)}`,
    fields: group.fields.map((field) => ({ ...field, key: keyOfSecond(field.key) })),
  };
}

function comparedText(differences: number, bot: Viewer, portal: PortalRecord | undefined): string {
  const names = [viewerName(ownerViewer, portal), viewerName(bot, portal)] as const;
  if (differences === 0) {
    return l10n.t("Both {0} and {1} may see this dialog, and both get the same.", ...names);
  }
  const args = [...names, differences];
  return plural(differences, {
    one: l10n.t("Both {0} and {1} may see this dialog. {2} field differs.", ...args),
    few: l10n.t({
      message: "Both {0} and {1} may see this dialog. {2} fields differ.",
      args,
      comment: ["few"],
    }),
    many: l10n.t("Both {0} and {1} may see this dialog. {2} fields differ.", ...args),
  });
}

/** One of two readers was refused: that alone tells a lot. */
function oneSidedText(
  reading: DialogReading,
  refused: Viewer,
  failure: DiagnosedFailure,
  portal: PortalRecord | undefined,
): string {
  const seer = viewerName(reading.viewer, portal);
  const other = viewerName(refused, portal);
  if (hasCode(failure.error, "ACCESS_ERROR", "ACCESS_DENIED")) {
    return l10n.t(
      "The chat exists: {0} may see it, {1} may not. Below is what {0} sees.",
      seer,
      other,
    );
  }
  const heading = explainInShort(failure, {
    userId: portal?.userId ?? "",
    dialogId: reading.dialog.dialogId,
  });
  return l10n.t("Below is what {0} sees. For {1} there is no answer: {2}.", seer, other, heading);
}
