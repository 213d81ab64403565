import * as l10n from "@vscode/l10n";
import type { Conclusion, Finding } from "../core/sessions/probeFindings";
import type { Probe } from "../core/sessions/causeFinder";
import { mostRecent } from "../core/sessions/recentLookup";
import type { DialogRef } from "../core/dialog/dialogId";
import { clip, visibleLine } from "../core/base/visibleText";
import { explainInShort } from "./explain";
import { numberText } from "./language";

export function labelOfProbe(probe: Probe): string {
  switch (probe.kind) {
    case "asChat":
      return l10n.t("Read {0}", probe.chat.dialogId);
    case "recentDialogs":
      return l10n.t("Look among your dialogs");
    case "bot":
      return l10n.t("Look as the bot “{0}”", shortTitle(probe.bot.name) || probe.bot.botId);
  }
}

export function describeRunning(probe: Probe): string {
  switch (probe.kind) {
    case "asChat":
      return l10n.t("Reading {0}…", probe.chat.dialogId);
    case "recentDialogs":
      return l10n.t("Looking through up to {0} dialogs…", numberText(mostRecent));
    case "bot":
      return l10n.t("Reading {0} as the bot…", probe.chat.dialogId);
  }
}

/** Success: the question is settled, whatever the answer is. */
export type FindingTone = "success" | "info" | "warning";

/** What a probe has found, in words. A finding that settles the question has the tone of success. */
export function describeFinding(
  finding: Finding,
  { ref, userId }: { readonly ref: DialogRef; readonly userId: string },
): { readonly tone: FindingTone; readonly text: string } {
  switch (finding.kind) {
    case "readable":
      return { tone: "success", text: named(finding, l10n.t("{0} exists.", finding.dialogId)) };
    case "refused":
      return {
        tone: "info",
        text: l10n.t(
          "{0} is refused in the same way: no access, or no such chat.",
          finding.dialogId,
        ),
      };
    case "listed":
      return finding.dialogId === ref.dialogId
        ? {
            tone: "warning",
            text: named(
              finding,
              l10n.t(
                "{0} is in the list of user {1}, and is refused all the same.",
                finding.dialogId,
                userId,
              ),
            ),
          }
        : {
            tone: "success",
            text: named(
              finding,
              l10n.t("{0} is in the list of user {1}.", finding.dialogId, userId),
            ),
          };
    case "notListed":
      return {
        tone: "info",
        text: finding.isAll
          ? l10n.t(
              "Not among the {0} dialogs that the portal lists for user {1}. It never lists task chats.",
              numberText(finding.count),
              userId,
            )
          : l10n.t(
              "Not among the newest {0} dialogs of user {1}.",
              numberText(finding.count),
              userId,
            ),
      };
    case "seenByBot":
      return {
        tone: "success",
        text: named(finding, l10n.t("The bot sees {0}.", finding.dialogId)),
      };
    case "hiddenFromBot":
      return {
        tone: "success",
        text: l10n.t("{0} exists, but the bot is not a member of it either.", finding.dialogId),
      };
    case "noSuchChat":
      return {
        tone: "success",
        text: l10n.t("There is no {0}. The portal says so when a bot asks.", finding.dialogId),
      };
    case "inconclusive":
      return {
        tone: "warning",
        text: l10n.t(
          "This did not help: {0}.",
          explainInShort(finding.failure, { userId, dialogId: ref.dialogId }),
        ),
      };
  }
}

/** What is proved, as a heading and what to do; `undefined`: nothing is. */
export function explainConclusion(
  conclusion: Conclusion,
  { ref, userId }: { readonly ref: DialogRef; readonly userId: string },
): { readonly heading: string; readonly steps: readonly string[] } | undefined {
  switch (conclusion.kind) {
    case "chatWasMeant":
      return {
        heading: l10n.t("{0} was meant, not user {1}.", conclusion.dialogId, ref.dialogId),
        steps: [
          l10n.t("Send {0} as the DIALOG_ID: a bare number is a user's id.", conclusion.dialogId),
        ],
      };
    case "existsWithoutOwner":
      return {
        heading: l10n.t("{0} exists. User {1} is not a member.", conclusion.dialogId, userId),
        steps: [
          l10n.t("Ask a member of the chat to invite user {0}.", userId),
          l10n.t("Or replace the webhook with one of a member."),
        ],
      };
    case "noSuchChat":
      return {
        heading: l10n.t("{0} does not exist.", conclusion.dialogId),
        steps: [l10n.t("Check the number, and whether it came from this portal.")],
      };
    case "contradiction":
    case "undecided":
      return undefined;
  }
}

/** What is known after the probes where nothing is proved. */
export function describeConclusion(
  conclusion: Conclusion,
  { ref, userId }: { readonly ref: DialogRef; readonly userId: string },
): string | undefined {
  switch (conclusion.kind) {
    case "chatWasMeant":
    case "existsWithoutOwner":
    case "noSuchChat":
      return undefined;
    case "contradiction":
      return l10n.t(
        "What is known: the dialog exists, and the portal contradicts itself. Try again; if it is still refused, show the raw reply to the portal's administrator.",
      );
    case "undecided":
      return ref.form === "user"
        ? l10n.t(
            "What is known: user {0} can read neither a dialog with user {1} nor chat{1}. The portal says only to its members and bots whether that chat exists.",
            userId,
            ref.dialogId,
          )
        : l10n.t(
            "What is known: user {0} cannot read {1}. The portal says only to its members and bots whether it exists.",
            userId,
            ref.dialogId,
          );
  }
}

/** A sentence with the title that was found, where there is one. */
function named({ title }: { readonly title: string }, sentence: string): string {
  const shown = shortTitle(title);
  return shown === "" ? sentence : l10n.t("{0} Its title is “{1}”.", sentence, shown);
}

function shortTitle(title: string): string {
  return clip(visibleLine(title), 100);
}
