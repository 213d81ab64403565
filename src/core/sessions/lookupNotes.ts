import { causes, type Remedy } from "../diagnosis/causes";
import { diagnosed, type DiagnosedFailure } from "../diagnosis/diagnose";
import type { ReadMethod } from "../portal/readMethods";
import type { ChatAnswer, ChatAnswers } from "../reads/chatFinder";

/** Which chats were looked for. */
export type LookupQuestion = "openChannels" | "ownChat";

/** Why the chats that were found may not be all. */
export type LookupNote =
  | {
      readonly kind: "scopeMissing";
      readonly question: LookupQuestion;
      /** One of them is enough. */
      readonly scopes: readonly string[];
    }
  | { readonly kind: "impossible"; readonly question: LookupQuestion }
  /** `both`: the request that carried them failed. */
  | {
      readonly kind: "failed";
      readonly question: LookupQuestion | "both";
      readonly failure: DiagnosedFailure;
    };

/** What stands below the chats of a CRM object. */
export interface LookupNotes {
  /** The methods that answered. */
  readonly asked: readonly ReadMethod[];
  readonly notes: readonly LookupNote[];
  /** What helps to find the others, the best first. */
  readonly remedies: readonly Remedy[];
}

export function lookupNotes({ openChannels, ownChat }: ChatAnswers): LookupNotes {
  const notes = withoutRepetition(openChannels, ownChat);
  return {
    asked: [openChannels, ownChat].flatMap((answer) =>
      answer.kind === "asked" ? [answer.method] : [],
    ),
    notes,
    remedies: [...new Set(notes.flatMap(remediesOf))],
  };
}

function remediesOf(note: LookupNote): readonly Remedy[] {
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

function withoutRepetition(openChannels: ChatAnswer, ownChat: ChatAnswer): readonly LookupNote[] {
  const first = noteOf("openChannels", openChannels);
  const second = noteOf("ownChat", ownChat);
  const isSame =
    first?.kind === "failed" &&
    second?.kind === "failed" &&
    first.failure.diagnosis.cause === second.failure.diagnosis.cause;
  if (isSame) return [{ ...first, question: "both" }];
  return [first, second].filter((note) => note !== undefined);
}

function noteOf(question: LookupQuestion, answer: ChatAnswer): LookupNote | undefined {
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
