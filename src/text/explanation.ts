import type { Cause, Failure } from "../core/diagnosis/causes";

/** A failure in words: what happened, what it means, what to do, in that order. */
export interface Explanation {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly steps: readonly string[];
  /** The cause is as good as unknown: what the portal says itself is the best there is. */
  readonly isOpen?: true;
}

/** The same as it is written down: one sentence, or several. */
export interface ExplanationRow {
  readonly heading: string;
  readonly paragraphs: string | readonly string[];
  readonly steps: string | readonly string[];
  readonly isOpen?: true;
}

export function explanationOf(row: ExplanationRow): Explanation {
  return { ...row, paragraphs: [row.paragraphs].flat(), steps: [row.steps].flat() };
}

/** What the sentences speak about; "" and 0 where it is not known. */
export interface FailureFacts {
  readonly error: Failure;
  readonly host: string;
  /** Of the network, or the portal's own. */
  readonly code: string;
  readonly status: number;
  readonly method: string;
  readonly dialogId: string;
  /** Decimal digits or a login; whose rights count. */
  readonly userId: string;
  /** Granted when last checked; absent: not known. */
  readonly scopes: readonly string[] | undefined;
  /** Whether the webhook is stored with http://. */
  readonly isInsecure: boolean;
}

/** The one table of explanations: the compiler asks for a row for every cause. */
export type Explanations = Readonly<Record<Cause, (facts: FailureFacts) => ExplanationRow>>;
