import { hasCode } from "../portal/portalError";
import { scopeNeededBy } from "../portal/readMethods";
import type { PagedState } from "../sessions/pagedList";
import type { ListNode, Notice } from "./treeNode";

/** The scope that a webhook needs for a list. */
export function scopeOf(node: ListNode): "im" | "imbot" {
  const isBots = node.type === "section" && node.section === "bots";
  return isBots || node.type === "dialog" ? "imbot" : "im";
}

/**
 * What stands in place of a list's items.
 * @param loaded how many items the list has, of which the filter hides all
 */
export function listNotice(
  node: ListNode,
  { phase, failure }: PagedState<unknown>,
  loaded: number,
  isFiltered: boolean,
): Notice {
  if (phase === "idle" || phase === "loading") return { kind: "loading" };
  if (phase === "ready" || failure === undefined) {
    return isFiltered && loaded > 0 ? { kind: "nothingMatches", loaded } : { kind: "empty" };
  }
  const { error, exchange } = failure;
  if (error.kind === "webhookNeeded") return { kind: "webhookNeeded" };
  if (!hasCode(error, "insufficient_scope")) return { kind: "failed", failure };
  const scope = exchange === undefined ? undefined : scopeNeededBy(exchange.method);
  return { kind: "scopeMissing", scope: scope ?? scopeOf(node) };
}
