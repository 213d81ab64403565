import type { DialogHistory } from "../sessions/history";
import { DisposableStore, type Disposable } from "../base/lifecycle";
import type { PortalRecord } from "../portal/portalRecord";
import type { Portals } from "../portal/portals";
import type { DialogMemory } from "../sessions/dialogMemory";
import type { DialogSummary } from "../dialog/dialogSummary";
import type { KeyFact } from "../dialog/keyFacts";
import type { ListReader } from "../reads/listReader";
import { NodeLists } from "./nodeLists";
import type { Bot, Person } from "../dialog/person";
import type { Pins } from "../sessions/pins";
import type { Arrangement } from "./arrangement";
import { PortalBranches } from "./portalBranches";
import type { RangeSummary } from "../dialog/rangeSummary";
import { TreeChanges } from "./treeChanges";
import { TreeChildren } from "./treeChildren";
import {
  portalIdOf,
  TreeNodes,
  type BotNode,
  type DialogNode,
  type ListNode,
  type Notice,
  type NoticeNode,
  type RangeNode,
  type SectionNode,
  type TreeNode,
} from "./treeNode";

export interface BrowserServices {
  readonly portals: Portals;
  readonly history: DialogHistory;
  readonly pins: Pins;
  readonly memory: DialogMemory;
  readonly reader: ListReader;
  /** The same for what nobody waits for. */
  readonly titles: ListReader;
}

/** So many pages are looked through for one that shows something. */
const pagesAtOnce = 10;

type Readable = NonNullable<ReturnType<NodeLists["readable"]>>;

/** What the sidebar shows: portals, their dialogs, and what is loaded of each. */
export class DialogBrowser implements Disposable {
  private readonly store = new DisposableStore();
  private readonly nodes = new TreeNodes();
  private readonly branches: PortalBranches;
  private readonly lists: NodeLists;
  private readonly tree: TreeChildren;
  private readonly changes: TreeChanges;
  /** The smallest nodes whose children or look changed; `undefined`: everything. */
  readonly onDidChange: TreeChanges["onDidChange"];

  constructor(private readonly services: BrowserServices) {
    this.branches = this.store.add(new PortalBranches(services));
    this.lists = new NodeLists(this.branches, services);
    this.tree = new TreeChildren(this.nodes, this.lists, services);
    const { nodes, branches, lists, tree } = this;
    this.changes = this.store.add(new TreeChanges({ nodes, branches, lists, tree }, services));
    this.onDidChange = this.changes.onDidChange;
  }

  /** The children of a node; opening one for the first time loads them. */
  children(node?: TreeNode): readonly TreeNode[] {
    return this.tree.of(node);
  }

  /** The rows of a list, whether or not some are folded into ranges. */
  rowsOf(node: ListNode): readonly TreeNode[] {
    return this.tree.rowsOf(node);
  }

  parent(node: TreeNode): TreeNode | undefined {
    return this.tree.parentOf(node);
  }

  portalOf(portalId: string): PortalRecord | undefined {
    return this.services.portals.find(portalId);
  }

  isActive(portalId: string): boolean {
    return this.services.portals.active()?.id === portalId;
  }

  isPinned({ portalId, dialogId }: DialogNode): boolean {
    return this.services.pins.has(portalId, dialogId);
  }

  /** Whether the portal did not let it be read when that was tried last. */
  isRefused({ portalId, dialogId }: DialogNode): boolean {
    return this.services.history.find(portalId, dialogId)?.isRefused === true;
  }

  /** Whether the dialog was listed or read before, so that it exists. */
  isKnown(dialog: Pick<DialogNode, "portalId" | "dialogId">): boolean {
    return this.lists.exists(dialog);
  }

  summaryOf(node: DialogNode): DialogSummary {
    return this.tree.summaryOf(node);
  }

  rangeSummaryOf(node: RangeNode): RangeSummary {
    return this.tree.rangeSummaryOf(node);
  }

  factOf({ dialog, path }: Extract<TreeNode, { type: "fact" }>): KeyFact | undefined {
    return this.lists.ofPortal(dialog).facts(dialog.dialogId).find(path);
  }

  personOf({ dialog, userId }: Extract<TreeNode, { type: "person" }>): Person | undefined {
    return this.lists.ofPortal(dialog).members(dialog.dialogId).find(String(userId));
  }

  /** What a user of a node's portal is called, as far as something that is loaded told. */
  nameOf(node: TreeNode, userId: number): string | undefined {
    return this.lists.ofPortal(node).nameOf(userId);
  }

  botOf(node: BotNode): Bot | undefined {
    return this.lists.ofPortal(node).bots.find(String(node.botId));
  }

  /** What stands in place of a list's items. */
  noticeOf(node: NoticeNode): Notice {
    return this.tree.noticeOf(node);
  }

  /** How many rows a list shows, and how many were read for it: the portal mixes what two branches show. */
  loadedOf(node: ListNode): { readonly shown: number; readonly read: number } {
    return {
      shown: this.itemsShown(node),
      read: this.lists.of(node)?.state.items.length ?? 0,
    };
  }

  /** Of a branch, how many rows a filter lets through; `undefined`: none is set, or nothing is known yet. */
  countOf(node: SectionNode): { readonly found: number; readonly of: number } | undefined {
    return this.tree.countOf(node);
  }

  /** Where a dialog stands in a list that is loaded. */
  rowsOfDialog(portalId: string, dialogId: string): readonly DialogNode[] {
    return this.nodes.everyDialog(portalId, dialogId).filter((node) => this.tree.has(node));
  }

  isLoadingMore(node: ListNode): boolean {
    const { phase, load } = this.lists.of(node)?.state ?? {};
    return phase === "loading" && load === "more";
  }

  get filter(): string {
    return this.tree.filter;
  }

  setFilter(text: string): void {
    this.tree.filter = text.trim();
    this.changes.fireAll();
  }

  get arrangement(): Arrangement {
    return this.tree.arrangement;
  }

  setArrangement(arrangement: Arrangement): void {
    this.tree.arrangement = arrangement;
    this.changes.fireAll();
  }

  /** Loads pages of a list until one has something to show, or for a good while nothing came. */
  async loadMore(node: ListNode): Promise<void> {
    const list = this.lists.readable(node);
    if (list === undefined) return;
    const before = this.itemsShown(node);
    for (let page = 0; page < pagesAtOnce; page += 1) {
      await list.loadMore();
      const { phase, hasMore } = list.state;
      if (phase !== "ready" || !hasMore || this.itemsShown(node) > before) return;
    }
  }

  /** Reads anew what a node shows; without one, everything that was opened. */
  async refresh(node?: TreeNode): Promise<void> {
    switch (node?.type) {
      case undefined:
        return this.branches.refreshOpened();
      case "portal":
        return this.branches.refreshOpened(node.portalId);
      case "notice":
        return this.readAgain(node.parent, (list) => list.retry());
      case "range":
      case "loadMore":
        return this.readAgain(node.parent, (list) => list.refresh());
      case "section":
      case "members":
      case "dialog":
        return this.readAgain(node, (list) => list.refresh());
      case "bot":
      case "fact":
      case "person":
        return;
    }
  }

  dispose(): void {
    this.store.dispose();
  }

  private itemsShown(node: ListNode): number {
    return this.rowsOf(node).filter(({ type }) => type !== "notice" && type !== "loadMore").length;
  }

  /** A list that lacks a scope may have been granted it meanwhile: the portal is asked in the same turn. */
  private async readAgain(node: ListNode, read: (list: Readable) => Promise<void>): Promise<void> {
    const list = this.lists.readable(node);
    await Promise.all([
      this.lists.lacksScope(node) ? this.branches.askScopes(portalIdOf(node)) : undefined,
      list === undefined ? undefined : read(list),
    ]);
  }
}
