import type { Remedy } from "../../core/diagnosis/causes";
import type { DiagnosedFailure } from "../../core/diagnosis/diagnose";
import { renamedTo } from "../../core/portal/portalError";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { describeActor } from "../../text/actors";
import { contextOf, explain } from "../../text/explain";
import { callOf, remedyAction, type CommandCall } from "./actions";

/** A row of a list that stands for a failure: a narrow sidebar cuts its end, so the deed comes first. */
export interface FailureRow {
  /** What a click does. */
  readonly label: string;
  readonly heading: string;
  /** Line by line, for the pointer. */
  readonly more: readonly string[];
  /** With the row, where the row is read anew afterwards. */
  readonly click: CommandCall | "retry" | "replaceWebhook";
  /** All that a row can do, the best first; trying again always, though it may not help. */
  readonly remedies: readonly RowRemedy[];
}

/** A row holds no reply, and is about no single dialog. */
type RowRemedy = Exclude<Remedy, "openRaw" | "inspectAsChat">;

export function failureRow(
  failure: DiagnosedFailure,
  portal: PortalRecord | undefined,
): FailureRow {
  const { diagnosis, error } = failure;
  const remedies = [...new Set([...diagnosis.remedies.filter(isRowRemedy), "retry" as const])];
  const [best = "retry"] = remedies;
  const { heading, paragraphs, steps } = explain(contextOf(portal, failure), "line");
  const subject = { portalId: portal?.id, newOrigin: renamedTo(error) };
  return {
    label: remedyAction(best, "").label,
    heading,
    more: [...paragraphs, describeActor(diagnosis.actor, portal?.userId ?? ""), ...steps],
    click: best === "retry" || best === "replaceWebhook" ? best : callOf(best, subject),
    remedies,
  };
}

function isRowRemedy(remedy: Remedy): remedy is RowRemedy {
  return remedy !== "openRaw" && remedy !== "inspectAsChat";
}
