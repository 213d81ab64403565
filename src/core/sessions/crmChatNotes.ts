import { causes, type Remedy } from "../diagnosis/causes";
import { diagnosed, type DiagnosedFailure } from "../diagnosis/diagnose";
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
  /** What helps to find the others, the best first. */
  readonly remedies: readonly Remedy[];
}

export function crmNotes({ openChannels, ownChat }: CrmAnswers): CrmNotes {
  const notes = withoutRepetition(openChannels, ownChat);
  return {
    asked: [openChannels, ownChat].flatMap((answer) =>
      answer.kind === "asked" ? [answer.method] : [],
    ),
    notes,
    remedies: [...new Set(notes.flatMap(remediesOf))],
  };
}

function remediesOf(note: CrmNote): readonly Remedy[] {
  switch (note.kind) {
    case "scopeMissing":
      // Nothing was asked: what is granted has to be looked up anew first.
      return causes.scopeMissing.remedies.filter((remedy) => remedy !== "retry");
    case "failed":
      return note.failure.diagnosis.remedies;
    case "impossible":
      return [];
  }
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
