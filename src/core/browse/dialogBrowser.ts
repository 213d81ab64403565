import { parseExactDialogId } from "../dialog/dialogId";
import type { DialogField } from "../dialog/dialog";
import type { DialogHistory } from "../dialog/history";
import { DisposableStore, Emitter, type Disposable } from "../lifecycle";
import { hasCode } from "../portal/portalError";
import type { PortalRecord } from "../portal/portalRecord";
import type { Portals } from "../portal/portals";
import type { DialogMemory } from "./dialogMemory";
import { nothingKnown, type DialogSummary } from "./dialogSummary";
import { matchesFilter } from "./filter";
import type { ListReader } from "./listReader";
import type { PagedList, PagedState } from "./pagedList";
import type { Bot, Person } from "./person";
import type { Pins } from "./pins";
import { PortalLists, type ListChange } from "./portalLists";
import {
  sections,
  TreeNodes,
  type BotNode,
  type DialogNode,
  type ListNode,
  type Notice,
  type NoticeNode,
  type Section,
  type SectionNode,
  type TreeNode,
} from "./treeNode";

export interface BrowserParts {
  readonly portals: Portals;
  readonly history: DialogHistory;
  readonly pins: Pins;
  readonly memory: DialogMemory;
  readonly reader: ListReader;
}

/** A list whatever it holds. */
interface LoadableList {
  readonly state: PagedState<unknown>;
  loadMore(): Promise<void>;
  refresh(): Promise<void>;
}

/** What the sidebar shows: portals, their dialogs, and what is loaded of each. */
export class DialogBrowser implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new Emitter<TreeNode | undefined>());
  /** The smallest node whose children or look changed; `undefined`: everything. */
  readonly onDidChange = this.changed.event;
  private readonly nodes = new TreeNodes();
  private readonly lists = new Map<string, PortalLists>();
  private filterText = "";

  constructor(private readonly parts: BrowserParts) {
    const { portals, history, pins } = parts;
    this.store.add(
      portals.onDidChange(() => {
        this.dropRemovedPortals();
        this.changed.fire(undefined);
      }),
    );
    this.store.add(
      history.onDidChange(() => {
        this.fireSection("recent");
      }),
    );
    this.store.add(
      pins.onDidChange(() => {
        // A pin shows at the dialog itself too, wherever it is listed.
        this.changed.fire(undefined);
      }),
    );
  }

  /** The children of a node; opening one for the first time loads them. */
  children(node?: TreeNode): readonly TreeNode[] {
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
        return this.listChildren(
          node,
          this.listsOf(node.dialog).members(node.dialog.dialogId),
          (person) => this.nodes.person(node.dialog, person.userId),
        );
      case "bot":
        return [this.nodes.dialog(node.portalId, "bots", String(node.botId))];
      case "fact":
      case "person":
      case "loadMore":
      case "notice":
        return [];
    }
  }

  parent(node: TreeNode): TreeNode | undefined {
    return this.nodes.parentOf(node);
  }

  portalOf(portalId: string): PortalRecord | undefined {
    return this.parts.portals.find(portalId);
  }

  isActive(portalId: string): boolean {
    return this.parts.portals.active()?.id === portalId;
  }

  isPinned({ portalId, dialogId }: DialogNode): boolean {
    return this.parts.pins.has(portalId, dialogId);
  }

  summaryOf({ portalId, dialogId }: DialogNode): DialogSummary {
    return this.parts.memory.recall(portalId, dialogId) ?? this.fromHistory(portalId, dialogId);
  }

  factOf(node: Extract<TreeNode, { type: "fact" }>): DialogField | undefined {
    const { items } = this.listsOf(node.dialog).facts(node.dialog.dialogId).state;
    return items.find(({ path }) => path === node.path);
  }

  personOf(node: Extract<TreeNode, { type: "person" }>): Person | undefined {
    const { items } = this.listsOf(node.dialog).members(node.dialog.dialogId).state;
    return items.find(({ userId }) => userId === node.userId);
  }

  botOf(node: BotNode): Bot | undefined {
    return this.listsOf(node).bots.state.items.find(({ botId }) => botId === node.botId);
  }

  /** What stands in place of a list's items. */
  noticeOf({ parent }: NoticeNode): Notice {
    const missing = this.missingScope(parent);
    if (missing !== undefined) return { kind: "scopeMissing", scope: missing };
    if (parent.type === "dialog" && !this.isSafeToRead(parent)) return { kind: "inspectFirst" };
    const list = this.listOf(parent);
    if (list === undefined) return this.emptyOf(parent);
    const { phase, failure, items } = list.state;
    if (phase === "idle" || phase === "loading") return { kind: "loading" };
    if (phase === "failed" && failure !== undefined) {
      const { error } = failure;
      const scope = scopeOf(parent);
      if (hasCode(error, "insufficient_scope")) return { kind: "scopeMissing", scope };
      return error.kind === "webhookNeeded"
        ? { kind: "webhookNeeded" }
        : { kind: "failed", failure };
    }
    return items.length === 0 ? { kind: "empty" } : this.emptyOf(parent);
  }

  /** How many items of a list are loaded, for "Load more". */
  loadedOf(node: ListNode): number {
    return this.listOf(node)?.state.items.length ?? 0;
  }

  get filter(): string {
    return this.filterText;
  }

  setFilter(text: string): void {
    this.filterText = text.trim();
    this.changed.fire(undefined);
  }

  /** Loads the next page of a list, or tries again what failed. */
  async loadMore(node: ListNode): Promise<void> {
    const list = this.listOf(node);
    await (list?.state.items.length === 0 ? list.refresh() : list?.loadMore());
  }

  /** Reads anew what a node shows; without one, everything that was opened. */
  async refresh(node?: TreeNode): Promise<void> {
    if (node === undefined || node.type === "portal") {
      const opened = [...this.lists].filter(([id]) => node === undefined || id === node.portalId);
      await Promise.all(opened.map(([, lists]) => lists.refreshOpened()));
      return;
    }
    const target = node.type === "notice" || node.type === "loadMore" ? node.parent : node;
    if (target.type === "section" || target.type === "members") {
      await this.listOf(target)?.refresh();
    } else if (target.type === "dialog" && this.isSafeToRead(target)) {
      await this.listsOf(target).facts(target.dialogId).refresh();
    }
  }

  dispose(): void {
    for (const lists of this.lists.values()) lists.dispose();
    this.lists.clear();
    this.store.dispose();
  }

  private sectionChildren(node: SectionNode): readonly TreeNode[] {
    const { portalId, section } = node;
    const dialog = (dialogId: string): DialogNode => this.nodes.dialog(portalId, section, dialogId);
    switch (section) {
      case "pinned":
      case "recent": {
        const ids = this.keptIds(portalId, section);
        void this.listsOf(node).learnTitles(ids);
        const shown = ids.filter((dialogId) => this.isShown(this.summaryOf(dialog(dialogId))));
        return shown.length > 0 ? shown.map(dialog) : [this.nodes.notice(node)];
      }
      case "chats":
      case "lines":
        return this.listChildren(node, this.listsOf(node).recent, (item) =>
          isLine(item) === (section === "lines") && this.isShown(item)
            ? dialog(item.dialogId)
            : undefined,
        );
      case "bots":
        return this.listChildren(node, this.listsOf(node).bots, (bot) =>
          matchesFilter(this.filterText, bot.name, bot.code, String(bot.botId))
            ? this.nodes.bot(portalId, bot.botId)
            : undefined,
        );
    }
  }

  private dialogChildren(node: DialogNode): readonly TreeNode[] {
    if (!this.isSafeToRead(node)) return [this.nodes.notice(node)];
    const facts = this.listChildren(node, this.listsOf(node).facts(node.dialogId), ({ path }) =>
      this.nodes.fact(node, path),
    );
    return [...facts, this.nodes.members(node)];
  }

  /** Items, then what else is to be said of the list. */
  private listChildren<T>(
    node: ListNode,
    list: PagedList<T>,
    nodeOf: (item: T) => TreeNode | undefined,
  ): readonly TreeNode[] {
    if (this.missingScope(node) !== undefined) return [this.nodes.notice(node)];
    list.open();
    const { phase, items, hasMore } = list.state;
    const children = items.map(nodeOf).filter((child) => child !== undefined);
    // While a list is read anew its items stay, without a word; the view shows progress itself.
    if (children.length === 0 || phase === "failed") children.push(this.nodes.notice(node));
    if (hasMore && phase !== "failed" && items.length > 0) children.push(this.nodes.loadMore(node));
    return children;
  }

  private listOf(node: ListNode): LoadableList | undefined {
    const lists = this.listsOf(node.type === "members" ? node.dialog : node);
    if (node.type === "members") return lists.members(node.dialog.dialogId);
    if (node.type === "dialog") return lists.facts(node.dialogId);
    switch (node.section) {
      case "pinned":
      case "recent":
        return undefined;
      case "chats":
      case "lines":
        return lists.recent;
      case "bots":
        return lists.bots;
    }
  }

  private emptyOf(node: ListNode): Notice {
    const loaded =
      node.type === "section" && (node.section === "pinned" || node.section === "recent")
        ? this.keptIds(node.portalId, node.section).length
        : this.loadedOf(node);
    const isFiltered = this.filterText !== "" && loaded > 0;
    return isFiltered ? { kind: "nothingMatches", loaded } : { kind: "empty" };
  }

  private keptIds(portalId: string, section: "pinned" | "recent"): readonly string[] {
    const { pins, history } = this.parts;
    if (section === "pinned") return pins.list(portalId);
    return history.list(portalId).map(({ dialogId }) => dialogId);
  }

  private fromHistory(portalId: string, dialogId: string): DialogSummary {
    const kind = this.parts.history.find(portalId, dialogId)?.kind;
    return { ...nothingKnown(dialogId), kind: kind === undefined ? undefined : { word: kind } };
  }

  private isShown({ title, dialogId }: DialogSummary): boolean {
    return matchesFilter(this.filterText, title, dialogId);
  }

  /** A chat's id only reads; a person's or workgroup's does when the chat is known to exist. */
  private isSafeToRead(node: DialogNode): boolean {
    const { portalId, dialogId } = node;
    const form = parseExactDialogId(dialogId)?.form;
    if (form === "chat") return true;
    if (form !== "user" && form !== "workgroup") return false;
    if (this.parts.history.find(portalId, dialogId) !== undefined) return true;
    return this.listsOf(node).recent.state.items.some((item) => item.dialogId === dialogId);
  }

  /** The scope that the webhook is known to lack for a list. */
  private missingScope(node: ListNode): string | undefined {
    if (node.type === "dialog") return undefined;
    if (node.type === "section" && (node.section === "pinned" || node.section === "recent")) {
      return undefined;
    }
    const portalId = node.type === "members" ? node.dialog.portalId : node.portalId;
    const scope = scopeOf(node);
    const scopes = this.portalOf(portalId)?.scopes;
    return scopes === undefined || scopes.includes(scope) ? undefined : scope;
  }

  private listsOf({ portalId }: { readonly portalId: string }): PortalLists {
    const known = this.lists.get(portalId);
    if (known !== undefined) return known;
    const { reader, memory } = this.parts;
    const lists = new PortalLists(() => this.portalOf(portalId), reader, memory);
    lists.onDidChange((change) => {
      this.fireListChange(portalId, change);
    });
    this.lists.set(portalId, lists);
    return lists;
  }

  private fireListChange(portalId: string, change: ListChange): void {
    switch (change.list) {
      case "recent":
        this.changed.fire(this.nodes.section(portalId, "chats"));
        this.changed.fire(this.nodes.section(portalId, "lines"));
        return;
      case "bots":
        this.changed.fire(this.nodes.section(portalId, "bots"));
        return;
      case "titles":
        this.changed.fire(this.nodes.section(portalId, "pinned"));
        this.changed.fire(this.nodes.section(portalId, "recent"));
        return;
      case "facts":
      case "members":
        for (const node of this.nodes.everyDialog(portalId, change.dialogId)) {
          this.changed.fire(change.list === "facts" ? node : this.nodes.members(node));
        }
    }
  }

  private fireSection(section: Section): void {
    for (const { id } of this.parts.portals.list())
      this.changed.fire(this.nodes.section(id, section));
  }

  private dropRemovedPortals(): void {
    const ids = new Set(this.parts.portals.list().map(({ id }) => id));
    for (const [id, lists] of this.lists) {
      if (ids.has(id)) continue;
      lists.dispose();
      this.lists.delete(id);
      this.nodes.forgetPortal(id);
      this.parts.memory.forgetPortal(id);
    }
  }
}

function isLine({ kind }: DialogSummary): boolean {
  return kind?.word === "lines";
}

function scopeOf(node: ListNode): string {
  return node.type === "section" && node.section === "bots" ? "imbot" : "im";
}
