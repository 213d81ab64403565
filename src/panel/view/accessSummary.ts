import * as l10n from "@vscode/l10n";
import type { AccessReport, AccessVerdict, MethodAccess } from "../../core/diagnosis/accessReport";
import { visibleLine } from "../../core/base/visibleText";
import type {
  CommandActionId,
  PageActionId,
  PanelAction,
  PanelMessage,
  PanelTone,
} from "../protocol/panelView";
import { commandAction, pageAction } from "./actions";
import { scopeLabel, whyUnansweredWithCode } from "../../text/accessWords";

/** The whole report in a sentence, with what it means and what helps. */
export function accessSummary(
  report: AccessReport,
  userId: string,
): PanelMessage<PageActionId | CommandActionId> {
  const working = report.methods.filter(isWorking).length;
  const { tone, heading, meaning = "" } = verdicts[report.verdict](report, working, userId);
  const steps = helpingSteps(report, userId);
  return {
    tone,
    heading,
    paragraphs: [meaning, ownerSentence(report)].filter((text) => text !== ""),
    steps,
    actions: steps.length === 0 ? [] : helpingActions(),
  };
}

interface VerdictWords {
  readonly tone: PanelTone;
  readonly heading: string;
  readonly meaning?: string;
}

const verdicts: Readonly<
  Record<AccessVerdict, (report: AccessReport, working: number, userId: string) => VerdictWords>
> = {
  everything: () => ({
    tone: "success",
    heading: l10n.t("Everything this extension uses works with this webhook."),
  }),
  everythingProbably: () => ({
    tone: "success",
    heading: l10n.t("Everything this extension uses probably works with this webhook."),
    meaning: l10n.t(
      "This portal cannot be asked for a single method: the table follows from the granted scopes.",
    ),
  }),
  allThatPortalHas: ({ methods }, working) => ({
    tone: "info",
    heading: l10n.t("Everything that this portal offers works with this webhook."),
    meaning: l10n.t(
      "{0} of {1} methods are not on this portal, and what needs them is left out here.",
      methods.length - working,
      methods.length,
    ),
  }),
  partly: ({ methods }, working) => ({
    tone: "warning",
    heading: l10n.t("{0} of {1} methods can be used with this webhook.", working, methods.length),
    meaning: methods.some((access) => isWorking(access) && access.method.endsWith(".dialog.get"))
      ? l10n.t("Dialogs can be read. What needs the other methods says so where it is missing.")
      : "",
  }),
  noDialogs: () => ({
    tone: "error",
    heading: l10n.t("Dialogs cannot be read with this webhook."),
    meaning: l10n.t(
      "That takes the scope “imbot” or “im”; with “imopenlines” chats of Open Channels can be read.",
    ),
  }),
  unknown: ({ methods: [first] }, _working, userId) => ({
    tone: "warning",
    heading: l10n.t("What this webhook may do could not be found out."),
    meaning:
      first?.state.kind === "notAsked"
        ? l10n.t(
            "For each method the portal said: {0}",
            whyUnansweredWithCode(first.state.error, userId),
          )
        : "",
  }),
};

function isWorking({ state }: MethodAccess): boolean {
  return state.kind === "works";
}

function ownerSentence({ owner }: AccessReport): string {
  if (!owner.ok) return "";
  const { userId, userName, isAdmin } = owner.value;
  const name = visibleLine(userName) || l10n.t("its owner");
  return isAdmin
    ? l10n.t(
        "The webhook acts as {0}, user {1}, an administrator: it sees the chats that this user sees.",
        name,
        userId,
      )
    : l10n.t(
        "The webhook acts as {0}, user {1}, not an administrator: it sees the chats that this user sees.",
        name,
        userId,
      );
}

function helpingSteps({ methods, missingScopes }: AccessReport, userId: string): readonly string[] {
  const has = (kind: (typeof methods)[number]["state"]["kind"]): boolean =>
    methods.some(({ state }) => state.kind === kind);
  const granting =
    missingScopes.length === 0
      ? []
      : [
          l10n.t(
            "In the portal open Applications > Developer resources > Other > Incoming webhook and choose this webhook. User {0} should do so: when an administrator edits somebody else's webhook, its address changes and it acts as the administrator.",
            userId,
          ),
          l10n.t("Tick {0}.", missingScopes.map(scopeLabel).join(", ")),
          l10n.t(
            "Save. If the portal shows another address now, replace the webhook here; else check again.",
          ),
        ];
  const updating = has("notOnPortal")
    ? [
        l10n.t(
          "What is not on this portal comes with its updates: in the cloud by itself, on your own server when the modules “im”, “imbot” and “imopenlines” are updated.",
        ),
      ]
    : [];
  const asking = has("notAsked") ? [l10n.t("Check again for what could not be asked.")] : [];
  return [...granting, ...updating, ...asking];
}

function helpingActions(): readonly PanelAction<PageActionId | CommandActionId>[] {
  return [
    { ...pageAction("refresh"), label: l10n.t("Check again"), isPrimary: true },
    commandAction("replaceWebhook"),
    commandAction("openWebhookHelp"),
  ];
}
