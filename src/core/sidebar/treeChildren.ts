import type { DialogHistory } from "../sessions/history";
import type { Portals } from "../portal/portals";
import type { DialogMemory } from "../sessions/dialogMemory";
import { nothingKnown, type DialogSummary } from "../dialog/dialogSummary";
import { arrange, asSent, type Arrangement } from "./arrangement";
import { matchesFilter } from "../base/filter";
import { listNotice } from "./listNotice";
import type { NodeLists } from "./nodeLists";
import type { PagedList } from "../sessions/pagedList";
import type { Pins } from "../sessions/pins";
import { Ranges } from "./ranges";
import { summarizeRange, type RangeSummary } from "../dialog/rangeSummary";
import {
  isKeptSection,
  sections,
  type BotNode,
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

type Openable<T> = Pick<PagedList<T>, "open" | "state">;

/** What stands below each node: what is loaded, as far as the filter lets it through, or a notice. */
export class TreeChildren {
  filter = "";
  arrangement: Arrangement = asSent;
  /** Which branches each portal was shown with. */
  private readonly drawn = new Map<string, readonly SectionNode[]>();
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
        return this.shownPortals();
      case "portal": {
        const branches = this.sectionsOf(node.portalId);
        this.drawn.set(node.portalId, branches);
        return branches;
      }
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

  /** Whether a portal that is shown would be shown with other branches now. */
  hasOtherSections(portalId: string): boolean {
    const before = this.drawn.get(portalId);
    if (before === undefined) return false;
    const now = this.sectionsOf(portalId);
    return now.length !== before.length || now.some((node, index) => node !== before[index]);
  }

  /** Of a branch that was read, how many rows a filter lets through; `undefined`: nothing is left out, or nothing known. */
  countOf(node: SectionNode): { readonly found: number; readonly of: number } | undefined {
    if (!this.isFiltered(node) || this.lists.missingScope(node) !== undefined) return undefined;
    const { section, portalId } = node;
    if (isKeptSection(section)) {
      return { found: this.rowsIn(node).length, of: this.keptIds(portalId, section).length };
    }
    const of = this.lists.loadedIn(node);
    return of === 0 ? undefined : { found: this.rowsIn(node).length, of };
  }

  /** Whether a dialog is among the rows of its branch. */
  has(node: DialogNode): boolean {
    const { portalId, section } = node;
    return this.rowsIn(this.nodes.section(portalId, section)).includes(node);
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
    const isFiltered = parent.type === "section" && this.isFiltered(parent);
    const list = this.lists.of(parent);
    if (list === undefined) return { kind: "empty" };
    return listNotice(parent, list.state, this.lists.loadedIn(parent), isFiltered);
  }

  /** A filter leaves the active portal, and what has a match. */
  private shownPortals(): readonly TreeNode[] {
    const { portals } = this.parts;
    const activeId = portals.active()?.id;
    return portals
      .list()
      .filter(
        ({ id }) =>
          this.filter === "" ||
          id === activeId ||
          sections.some((section) => this.rowsIn(this.nodes.section(id, section)).length > 0),
      )
      .map(({ id }) => this.nodes.portal(id));
  }

  /** Branches that have rows, or may have some: one that is empty is not there. */
  private sectionsOf(portalId: string): readonly SectionNode[] {
    const all = sections.map((section) => this.nodes.section(portalId, section));
    const present = all.filter((node) => this.isPresent(node));
    return present.length > 0 ? present : all.filter(({ section }) => section === "chats");
  }

  private isPresent(node: SectionNode): boolean {
    const list = this.lists.of(node);
    if (list !== undefined && this.lists.missingScope(node) !== undefined)
      return this.filter === "";
    const { hasMore = false, failure } = list?.state ?? {};
    return hasMore || failure !== undefined || this.rowsIn(node).length > 0;
  }

  private isFiltered({ section }: SectionNode): boolean {
    const isArranged = section === "chats" || section === "lines";
    return this.filter !== "" || (isArranged && this.arrangement.unreadOnly);
  }

  /** The rows of a branch that the filter lets through, in their order. */
  private rowsIn(node: SectionNode): readonly (DialogNode | BotNode)[] {
    const { portalId, section } = node;
    if (section === "bots") {
      return this.lists
        .ofPortal(node)
        .bots.state.items.filter(({ name, code, botId }) =>
          matchesFilter(this.filter, name, code, String(botId)),
        )
        .map(({ botId }) => this.nodes.bot(portalId, botId));
    }
    const ids = isKeptSection(section)
      ? this.keptIds(portalId, section)
      : arrange(this.lists.recentIn(node), this.arrangement).map(({ dialogId }) => dialogId);
    const dialogs = ids.map((dialogId) => this.nodes.dialog(portalId, section, dialogId));
    return this.filter === "" ? dialogs : dialogs.filter((dialog) => this.isShown(dialog));
  }

  private sectionChildren(node: SectionNode): readonly TreeNode[] {
    const { portalId, section } = node;
    const lists = this.lists.ofPortal(node);
    if (!isKeptSection(section)) {
      const list: Openable<unknown> = section === "bots" ? lists.bots : lists.recent;
      return this.listChildren(node, list, () => this.rowsIn(node));
    }
    // What was refused would be refused again.
    const ids = this.keptIds(portalId, section);
    void lists.titles.learn(ids.filter((id) => !this.isRefused(portalId, id)));
    return this.rowsIn(node);
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
    list: Openable<T>,
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

  private isRefused(portalId: string, dialogId: string): boolean {
    return this.parts.history.find(portalId, dialogId)?.isRefused === true;
  }

  private isShown(node: DialogNode): boolean {
    return matchesFilter(this.filter, this.summaryOf(node).title, node.dialogId);
  }
}
