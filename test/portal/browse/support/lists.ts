import { PagedList, type PagedState } from "../../../../src/core/sessions/pagedList";
import { PortalLists } from "../../../../src/core/sidebar/portalLists";
import type { BrowseBench } from "./browseBench";

export const listNames = ["recent", "members", "bots", "search", "facts"] as const;
export type ListName = (typeof listNames)[number];

interface AnyList {
  readonly state: PagedState<unknown>;
  loadMore(): Promise<void>;
  refresh(): Promise<void>;
}

/** A list of the sidebar, or of its search, that nobody has opened yet. */
export function listOf(bench: BrowseBench, name: ListName): AnyList {
  const { record, reader, memory } = bench;
  const lists = new PortalLists(() => record, reader, reader, memory);
  switch (name) {
    case "recent":
      return lists.recent;
    case "members":
      return lists.members("chat29");
    case "bots":
      return lists.bots;
    case "facts":
      return lists.facts("chat29");
    case "search":
      return new PagedList(
        (offset, limit, signal) => reader.search(record, "delivery", offset, limit, signal),
        ({ dialogId }) => dialogId,
      );
  }
}

/** How a load ended, in a word or two. */
export function endOf({ phase, failure, items }: PagedState<unknown>): string {
  if (failure === undefined) return items.length === 0 ? `${phase}, empty` : phase;
  const { error } = failure;
  return error.kind === "refused" ? error.code : error.kind;
}
