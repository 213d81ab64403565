import { diagnose } from "../diagnosis/diagnose";
import type { DiagnosedFailure } from "./dialogSession";
import type { PortalFailure } from "../portal/portalCaller";
import type { ReadMethod } from "../portal/readMethods";
import type { CrmAnswer, CrmAnswers } from "../reads/crmChatFinder";

/** Which chats were looked for. */
export type CrmQuestion = "openChannels" | "ownChat";

/** Why the chats that were found may not be all. */
export type CrmNote =
  | {
      readonly kind: "scopeMissing";
      readonly question: CrmQuestion;
      /** One of them is enough. */
      readonly scopes: readonly string[];
    }
  | { readonly kind: "impossible"; readonly question: CrmQuestion }
  /** `both`: the request that carried them failed. */
  | {
      readonly kind: "failed";
      readonly question: CrmQuestion | "both";
      readonly failure: DiagnosedFailure;
    };

/** What stands below the chats of a CRM object. */
export interface CrmNotes {
  /** The methods that answered. */
  readonly asked: readonly ReadMethod[];
  readonly notes: readonly CrmNote[];
  readonly canRetry: boolean;
  /** Another webhook, or the same one after it was granted more, would help. */
  readonly canReplaceWebhook: boolean;
}

export function crmNotes({ openChannels, ownChat }: CrmAnswers): CrmNotes {
  const notes = withoutRepetition(openChannels, ownChat);
  const failures = notes.flatMap((note) => (note.kind === "failed" ? [note.failure] : []));
  return {
    asked: [openChannels, ownChat].flatMap((answer) =>
      answer.kind === "asked" ? [answer.method] : [],
    ),
    notes,
    canRetry: failures.some(({ error }) => error.kind !== "webhookNeeded"),
    canReplaceWebhook:
      notes.some(({ kind }) => kind === "scopeMissing") ||
      failures.some(({ diagnosis }) => diagnosis.remedies.includes("replaceWebhook")),
  };
}

function withoutRepetition(openChannels: CrmAnswer, ownChat: CrmAnswer): readonly CrmNote[] {
  const first = noteOf("openChannels", openChannels);
  const second = noteOf("ownChat", ownChat);
  const isSame =
    first?.kind === "failed" &&
    second?.kind === "failed" &&
    first.failure.diagnosis.cause === second.failure.diagnosis.cause;
  if (isSame) return [{ ...first, question: "both" }];
  return [first, second].filter((note) => note !== undefined);
}

function noteOf(question: CrmQuestion, answer: CrmAnswer): CrmNote | undefined {
  switch (answer.kind) {
    case "asked":
    case "notNeeded":
      return undefined;
    case "scopeMissing":
      return { kind: "scopeMissing", question, scopes: answer.scopes };
    case "impossible":
      return { kind: "impossible", question };
    case "failed": {
      const failure = diagnosed(answer.failure);
      return failure === undefined ? undefined : { kind: "failed", question, failure };
    }
  }
}

/** `undefined` for a cancellation: who cancelled knows. */
export function diagnosed({ error, exchange }: PortalFailure): DiagnosedFailure | undefined {
  if (error.kind === "cancelled") return undefined;
  return { error, exchange, diagnosis: diagnose(error) };
}
