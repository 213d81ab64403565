import type { DialogHistory } from "../sessions/history";
import { DisposableStore, Emitter, type Disposable } from "../base/lifecycle";
import type { PortalRecord } from "../portal/portalRecord";
import type { Portals } from "../portal/portals";
import type { DialogMemory } from "../sessions/dialogMemory";
import type { DialogSummary } from "../dialog/dialogSummary";
import type { KeyFact } from "../dialog/keyFacts";
import type { ListReader } from "../reads/listReader";
import { NodeLists } from "./nodeLists";
import type { Bot, Person } from "../dialog/person";
import type { Pins } from "../sessions/pins";
import { PinChanges } from "../sessions/pinChanges";
import type { Arrangement } from "./arrangement";
import { PortalBranches, type BranchChange } from "./portalBranches";
import type { RangeSummary } from "../dialog/rangeSummary";
import { TreeChildren } from "./treeChildren";
import {
  portalIdOf,
  sections,
  TreeNodes,
  type BotNode,
  type DialogNode,
  type ListNode,
  type Notice,
  type NoticeNode,
  type RangeNode,
  type Section,
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
  private readonly changed = this.store.add(new Emitter<readonly TreeNode[] | undefined>());
  /** The smallest nodes whose children or look changed; `undefined`: everything. */
  readonly onDidChange = this.changed.event;
  private readonly nodes = new TreeNodes();
  private readonly branches: PortalBranches;
  private readonly lists: NodeLists;
  private readonly tree: TreeChildren;
  private readonly pinChanges: PinChanges;
  private portalsShown: string;

  constructor(private readonly services: BrowserServices) {
    const { portals, history, pins } = services;
    this.pinChanges = new PinChanges(pins, portals);
    this.portalsShown = this.readPortals();
    this.branches = this.store.add(new PortalBranches(services));
    this.lists = new NodeLists(this.branches, services);
    this.tree = new TreeChildren(this.nodes, this.lists, services);
    for (const watch of [
      this.branches.onDidChange((change) => {
        this.fireBranchChange(change);
      }),
      portals.onDidChange(() => {
        for (const portalId of this.branches.follow()) {
          this.nodes.forgetPortal(portalId);
          this.lists.forgetPortal(portalId);
        }
        const before = this.portalsShown;
        this.portalsShown = this.readPortals();
        if (this.portalsShown !== before) this.changed.fire(undefined);
      }),
      history.onDidChange(() => {
        this.fire(portals.list().map(({ id }) => this.nodes.section(id, "recent")));
        this.fireReadable();
      }),
      pins.onDidChange(() => {
        this.firePins();
      }),
    ]) {
      this.store.add(watch);
    }
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
    this.changed.fire(undefined);
  }

  get arrangement(): Arrangement {
    return this.tree.arrangement;
  }

  setArrangement(arrangement: Arrangement): void {
    this.tree.arrangement = arrangement;
    this.changed.fire(undefined);
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

  /** What the tree shows of portals. A webhook that was replaced shows in the lists that are read through it. */
  private readPortals(): string {
    const { portals } = this.services;
    return JSON.stringify([portals.list(), portals.active()?.id]);
  }

  /** A pin shows at the dialog itself too, wherever it is listed. */
  private firePins(): void {
    const changes = this.pinChanges.take();
    this.fire(
      changes.flatMap(({ portalId, dialogIds }) => [
        this.nodes.section(portalId, "pinned"),
        ...dialogIds.flatMap((dialogId) => this.nodes.everyDialog(portalId, dialogId)),
      ]),
    );
  }

  private fireBranchChange({ portalId, change }: BranchChange): void {
    const fire = (...names: readonly Section[]): void => {
      this.fire(names.map((name) => this.nodes.section(portalId, name)));
    };
    switch (change.list) {
      case "recent":
        // The list tells what is unread in dialogs that are kept here, too.
        fire(...sections.filter((section) => section !== "bots"));
        this.fireReadable();
        return;
      case "bots":
        fire("bots");
        return;
      case "titles":
        fire("pinned", "recent", "chats");
        return;
      case "facts":
      case "members":
        // Members tell what the people in the facts are called.
        this.fire(this.nodes.everyDialog(portalId, change.dialogId));
    }
  }

  /** Reading them would have created a chat as far as was known; now it is known to exist. */
  private fireReadable(): void {
    this.fire(this.lists.takeReadable());
  }

  /** Where a branch comes or goes, its portal is drawn anew, with all that is in it. */
  private fire(nodes: readonly TreeNode[]): void {
    const changed = [...new Set(nodes.map(portalIdOf))].filter((id) =>
      this.tree.hasOtherSections(id),
    );
    const others = nodes.filter((node) => !changed.includes(portalIdOf(node)));
    const all = [...changed.map((id) => this.nodes.portal(id)), ...others];
    if (all.length > 0) this.changed.fire(all);
  }
}
