import { chatRef, type DialogRef } from "../dialog/dialogId";
import type { PortalFailure } from "../portal/portalCaller";
import { hasCode } from "../portal/portalError";
import type { Result } from "../base/result";
import type { Cause } from "../diagnosis/causes";
import { diagnosed, type DiagnosedFailure } from "../diagnosis/diagnose";

/** What one probe has found out about a dialog that was refused. */
export type Finding =
  /** The chat of the number can be read: it was meant, not the user. */
  | { readonly kind: "readable"; readonly dialogId: string; readonly title: string }
  | { readonly kind: "refused"; readonly dialogId: string }
  | { readonly kind: "listed"; readonly dialogId: string; readonly title: string }
  /** @property isAll the list has no more than these */
  | { readonly kind: "notListed"; readonly count: number; readonly isAll: boolean }
  | { readonly kind: "seenByBot"; readonly dialogId: string; readonly title: string }
  /** It exists: of a chat that does not, a bot is told so. */
  | { readonly kind: "hiddenFromBot"; readonly dialogId: string }
  | { readonly kind: "noSuchChat"; readonly dialogId: string }
  /** The probe itself failed. */
  | { readonly kind: "inconclusive"; readonly failure: DiagnosedFailure };

/** It says by itself whether the chat exists. */
export function isProof({ kind }: Finding): boolean {
  return kind === "seenByBot" || kind === "hiddenFromBot" || kind === "noSuchChat";
}

/** What all findings together say. */
export type Conclusion =
  | { readonly kind: "chatWasMeant"; readonly dialogId: string }
  | { readonly kind: "existsWithoutOwner"; readonly dialogId: string }
  | { readonly kind: "noSuchChat"; readonly dialogId: string }
  /** Refused, and yet in the owner's own list. */
  | { readonly kind: "contradiction" }
  /** Everything that could be asked was asked. */
  | { readonly kind: "undecided" };

/** "No access" and "no such chat" are one refusal: these causes leave open which of them it is. */
export function leavesOpen(cause: Cause): boolean {
  return cause === "noAccessOrNoChat" || cause === "noRecord";
}

/**
 * The chat that a number may mean. To a bot a bare number is a dialog of its own, so bots are asked for chats only;
 * the other forms can change the portal.
 */
export function chatMeantBy(ref: DialogRef): DialogRef | undefined {
  switch (ref.form) {
    case "chat":
      return ref;
    case "user":
      return chatRef(ref.userId);
    case "workgroup":
    case "crm":
      return undefined;
  }
}

export function findingOfRead(
  dialogId: string,
  outcome: Result<{ readonly title: string }, PortalFailure>,
): Finding | undefined {
  if (outcome.ok) return { kind: "readable", dialogId, title: outcome.value.title };
  const { error } = outcome.error;
  return hasCode(error, "ACCESS_ERROR")
    ? { kind: "refused", dialogId }
    : findingOfFailure(outcome.error);
}

/** @see REST brief, dialogs.md section 4: to a bot the portal tells the two refusals apart */
export function findingOfBotRead(
  dialogId: string,
  outcome: Result<{ readonly title: string }, PortalFailure>,
): Finding | undefined {
  if (outcome.ok) return { kind: "seenByBot", dialogId, title: outcome.value.title };
  const finding = findingOfFailure(outcome.error);
  if (finding?.kind !== "inconclusive") return finding;
  switch (finding.failure.diagnosis.cause) {
    case "botCannotSee":
      return { kind: "hiddenFromBot", dialogId };
    case "chatNotFound":
      return { kind: "noSuchChat", dialogId };
    default:
      return finding;
  }
}

/** @returns `undefined` for a probe that was given up */
export function findingOfFailure(failed: PortalFailure): Finding | undefined {
  const failure = diagnosed(failed);
  return failure === undefined ? undefined : { kind: "inconclusive", failure };
}

/**
 * @param findings of the probes that are over
 * @param isAll every probe that can be made is over
 * @returns `undefined` while a probe may still tell
 */
export function conclude(
  ref: DialogRef,
  findings: readonly Finding[],
  isAll: boolean,
): Conclusion | undefined {
  const first = <Kind extends Finding["kind"]>(
    ...kinds: readonly Kind[]
  ): Extract<Finding, { kind: Kind }> | undefined =>
    findings.find((finding): finding is Extract<Finding, { kind: Kind }> =>
      (kinds as readonly string[]).includes(finding.kind),
    );
  const readable = first("readable");
  if (readable !== undefined) return { kind: "chatWasMeant", dialogId: readable.dialogId };
  const listed = first("listed");
  if (listed !== undefined) {
    const { dialogId } = listed;
    return dialogId === ref.dialogId
      ? { kind: "contradiction" }
      : { kind: "chatWasMeant", dialogId };
  }
  // One bot that knows of the chat outweighs another that does not.
  const existing = first("seenByBot", "hiddenFromBot");
  if (existing !== undefined) return { kind: "existsWithoutOwner", dialogId: existing.dialogId };
  const missing = first("noSuchChat");
  if (missing !== undefined) return { kind: "noSuchChat", dialogId: missing.dialogId };
  if (!isAll || first("inconclusive") !== undefined) return undefined;
  return { kind: "undecided" };
}
