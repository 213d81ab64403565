import type { DialogHistory } from "../sessions/history";
import type { Portals } from "../portal/portals";
import type { DialogMemory } from "../sessions/dialogMemory";
import { nothingKnown, type DialogSummary } from "../dialog/dialogSummary";
import { matchesFilter } from "../base/filter";
import { emptyNotice, listNotice } from "./listNotice";
import type { NodeLists } from "./nodeLists";
import type { PagedList } from "../sessions/pagedList";
import type { Pins } from "../sessions/pins";
import { Ranges } from "./ranges";
import { summarizeRange, type RangeSummary } from "../dialog/rangeSummary";
import {
  isKeptSection,
  sections,
  type DialogNode,
  type ListNode,
  type MembersNode,
  type Notice,
  type NoticeNode,
  type RangeNode,
  type SectionNode,
  type TreeNode,
  type TreeNodes,
} from "./treeNode";

/** What stands below each node: what is loaded, as far as the filter lets it through, or a notice. */
export class TreeChildren {
  filter = "";
  private readonly ranges: Ranges;

  constructor(
    private readonly nodes: TreeNodes,
    private readonly lists: NodeLists,
    private readonly parts: {
      readonly portals: Portals;
      readonly history: DialogHistory;
      readonly pins: Pins;
      readonly memory: DialogMemory;
    },
  ) {
    this.ranges = new Ranges((list, first) => nodes.range(list, first));
  }

  /** The children of a node; opening one for the first time loads them. */
  of(node?: TreeNode): readonly TreeNode[] {
    switch (node?.type) {
      case undefined:
        return this.parts.portals.list().map(({ id }) => this.nodes.portal(id));
      case "portal":
        return sections.map((section) => this.nodes.section(node.portalId, section));
      case "section":
        return this.sectionChildren(node);
      case "dialog":
        return this.dialogChildren(node);
      case "members":
        return this.memberChildren(node);
      case "bot":
        return [this.nodes.dialog(node.portalId, "bots", String(node.botId))];
      case "range":
        return this.ranges.rowsIn(node);
      case "fact":
      case "person":
      case "loadMore":
      case "notice":
        return [];
    }
  }

  /** The rows of a list, whether or not they are folded. */
  rowsOf(node: ListNode): readonly TreeNode[] {
    return this.of(node).flatMap((row) => (row.type === "range" ? this.of(row) : row));
  }

  parentOf(node: TreeNode): TreeNode | undefined {
    return this.ranges.rangeOf(node) ?? this.nodes.parentOf(node);
  }

  rangeSummaryOf(node: RangeNode): RangeSummary {
    const dialogs = this.ranges.rowsIn(node).filter((row) => row.type === "dialog");
    return summarizeRange(dialogs.map((dialog) => this.summaryOf(dialog)));
  }

  summaryOf({ portalId, dialogId }: DialogNode): DialogSummary {
    return this.parts.memory.recall(portalId, dialogId) ?? this.fromHistory(portalId, dialogId);
  }

  /** What stands in place of a list's items. */
  noticeOf({ parent }: NoticeNode): Notice {
    const missing = this.lists.missingScope(parent);
    if (missing !== undefined) return { kind: "scopeMissing", scope: missing };
    if (!this.lists.isSafeToRead(parent)) return { kind: "inspectFirst" };
    const isFiltered = this.filter !== "";
    if (parent.type === "section" && isKeptSection(parent.section)) {
      return emptyNotice(this.keptIds(parent.portalId, parent.section).length, isFiltered);
    }
    const list = this.lists.of(parent);
    if (list === undefined) return { kind: "empty" };
    const loaded = this.lists.loadedIn(parent);
    return listNotice(parent, list.state, loaded, isFiltered && parent.type === "section");
  }

  private sectionChildren(node: SectionNode): readonly TreeNode[] {
    const { portalId, section } = node;
    const dialog = (dialogId: string): DialogNode => this.nodes.dialog(portalId, section, dialogId);
    switch (section) {
      case "pinned":
      case "recent": {
        const ids = this.keptIds(portalId, section);
        void this.lists.ofPortal(node).titles.learn(ids);
        const shown = ids.map(dialog).filter((child) => this.isShown(child));
        return shown.length > 0 ? shown : [this.nodes.notice(node)];
      }
      case "chats":
      case "lines":
        return this.listChildren(node, this.lists.ofPortal(node).recent, () =>
          this.lists
            .recentIn(node)
            .map(({ dialogId }) => dialog(dialogId))
            .filter((child) => this.isShown(child)),
        );
      case "bots":
        return this.listChildren(node, this.lists.ofPortal(node).bots, (bots) =>
          bots
            .filter(({ name, code, botId }) =>
              matchesFilter(this.filter, name, code, String(botId)),
            )
            .map(({ botId }) => this.nodes.bot(portalId, botId)),
        );
    }
  }

  private dialogChildren(node: DialogNode): readonly TreeNode[] {
    const facts = this.listChildren(
      node,
      this.lists.ofPortal(node).facts(node.dialogId),
      (fields) => fields.map(({ path }) => this.nodes.fact(node, path)),
    );
    return this.lists.isSafeToRead(node) ? [...facts, this.nodes.members(node)] : facts;
  }

  private memberChildren(node: MembersNode): readonly TreeNode[] {
    const { dialog } = node;
    return this.listChildren(node, this.lists.ofPortal(node).members(dialog.dialogId), (people) =>
      people.map(({ userId }) => this.nodes.person(dialog, userId)),
    );
  }

  /** Items, then what else is to be said of the list. Opening it for the first time loads it. */
  private listChildren<T>(
    node: ListNode,
    list: PagedList<T>,
    nodesOf: (items: readonly T[]) => readonly TreeNode[],
  ): readonly TreeNode[] {
    if (this.lists.readable(node) === undefined) return [this.nodes.notice(node)];
    list.open();
    const { phase, load, items, hasMore, failure } = list.state;
    const shown = this.ranges.fold(node, nodesOf(items));
    const more = hasMore && items.length > 0 ? [this.nodes.loadMore(node)] : [];
    const notice = this.nodes.notice(node);
    if (shown.length === 0) return phase === "failed" ? [notice] : [notice, ...more];
    // While a list is read anew its items stay, without a word: the view shows progress itself.
    if (failure === undefined) return [...shown, ...more];
    // Where one looks: what could not be read anew is said above it, a missing page in the page's place.
    return load === "anew" ? [notice, ...shown, ...more] : [...shown, notice];
  }

  private keptIds(portalId: string, section: "pinned" | "recent"): readonly string[] {
    const { pins, history } = this.parts;
    if (section === "pinned") return pins.list(portalId);
    return [...new Set(history.list(portalId).map(({ dialogId }) => dialogId))];
  }

  private fromHistory(portalId: string, dialogId: string): DialogSummary {
    const kind = this.parts.history.find(portalId, dialogId)?.kind;
    return { ...nothingKnown(dialogId), kind: kind === undefined ? undefined : { word: kind } };
  }

  private isShown(node: DialogNode): boolean {
    if (this.filter === "") return true;
    return matchesFilter(this.filter, this.summaryOf(node).title, node.dialogId);
  }
}
