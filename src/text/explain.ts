import * as l10n from "@vscode/l10n";
import type { PortalError } from "../core/portal/portalError";
import { diagnosed, lateCauses, type DiagnosedFailure } from "../core/diagnosis/diagnose";
import type { PortalFailure } from "../core/portal/portalCaller";
import type { PortalRecord } from "../core/portal/portalRecord";
import { Late } from "../core/base/late";
import { clip, visibleLine } from "../core/base/visibleText";
import { explanationOf, type Explanation, type FailureFacts } from "./explanation";

/** Most look-ups need none of them: they are loaded before anybody hears of the first failure. */
export const lateExplanations = new Late(async () => {
  const [loaded] = await Promise.all([import("./explanations"), lateCauses.ready()]);
  return loaded;
});

/** What the sentences speak about. */
export interface FailureContext {
  /** The DIALOG_ID that was asked; absent while a webhook is checked. */
  readonly dialogId?: string;
  readonly failure: DiagnosedFailure;
  /** Decimal digits or a login; whose rights count. */
  readonly userId: string;
  readonly scopes?: readonly string[] | undefined;
  /** Of the portal, where it is known. */
  readonly origin?: string | undefined;
}

/**
 * Where an explanation stands: on a page what the portal said, its code and text, is shown below it in full; in a line
 * (a row, a tooltip, a note) nothing is, so the explanation quotes it.
 */
export type Place = "page" | "line";

export function explain(context: FailureContext, place: Place): Explanation {
  const { error, diagnosis } = context.failure;
  const row = lateExplanations.value?.explanations[diagnosis.cause](factsOf(context));
  const explanation = explanationOf(
    row ?? {
      heading: l10n.t("The portal did not give what was asked for"),
      paragraphs: [],
      steps: [],
      isOpen: true,
    },
  );
  const more =
    place === "line"
      ? quoteOf(error)
      : explanation.isOpen === true
        ? l10n.t("The portal's own text is shown below.")
        : undefined;
  if (more === undefined) return explanation;
  return { ...explanation, paragraphs: [...explanation.paragraphs, more] };
}

/** The heading alone, for inside a sentence, with the portal's code where there is one. */
export function explainInShort(
  failure: PortalFailure,
  about: { readonly userId: string; readonly dialogId?: string },
): string {
  const known = diagnosed(failure);
  if (known === undefined) return l10n.t("Stopped");
  const { heading } = explain({ failure: known, ...about }, "page");
  const { error } = known;
  const code = error.kind === "refused" ? shortened(error.code) : "";
  return code === "" ? heading : `${heading} (${code})`;
}

/** The facts of a portal that sentences need. */
export function contextOf(
  portal: PortalRecord | undefined,
  failure: DiagnosedFailure,
  dialogId = "",
): FailureContext {
  const { userId = "", scopes, origin } = portal ?? {};
  return { dialogId, failure, userId, scopes, origin };
}

/** What the portal said when it refused, on one line; `undefined`: it said nothing. */
export function quoteOf(error: PortalError): string | undefined {
  if (error.kind !== "refused") return undefined;
  const said = shortened(`${error.code} ${error.description}`.trim());
  return said === "" ? undefined : l10n.t("The portal says: {0}", said);
}

/** A line has no room for a stack trace. */
const longestQuote = 300;

function shortened(text: string): string {
  return clip(visibleLine(text), longestQuote);
}

function factsOf({ failure, dialogId = "", userId, scopes, origin }: FailureContext): FailureFacts {
  const { error, exchange } = failure;
  // A bot is asked for the chat's own id where that is known.
  const sent = exchange?.params["dialogId"];
  return {
    error,
    host: "host" in error ? error.host : "",
    code: "code" in error ? error.code : "",
    status: "status" in error ? error.status : 0,
    method: exchange?.method ?? l10n.t("the method"),
    dialogId: typeof sent === "string" ? sent : dialogId,
    userId,
    scopes,
    isInsecure: origin?.startsWith("http:") === true,
  };
}
