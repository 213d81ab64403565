import { parseExactDialogId } from "../dialog/dialogId";
import type { DialogHistory } from "../sessions/history";
import { hasCode } from "../portal/portalError";
import type { Portals } from "../portal/portals";
import type { DialogSummary } from "../dialog/dialogSummary";
import { scopeOf } from "./listNotice";
import type { PagedState } from "../sessions/pagedList";
import type { PortalBranches } from "./portalBranches";
import type { PortalLists } from "./portalLists";
import {
  isKeptSection,
  portalIdOf,
  type DialogNode,
  type ListNode,
  type SectionNode,
  type TreeNode,
} from "./treeNode";

/** A list whatever it holds. */
export interface LoadableList {
  readonly state: PagedState<unknown>;
  loadMore(): Promise<void>;
  retry(): Promise<void>;
  refresh(): Promise<void>;
}

/** Which list a node shows, and whether it may be read at all. */
export class NodeLists {
  /** Dialogs that were not read because that might create a chat. */
  private readonly unsafe = new Set<DialogNode>();

  constructor(
    private readonly branches: PortalBranches,
    private readonly parts: { readonly portals: Portals; readonly history: DialogHistory },
  ) {}

  ofPortal(node: TreeNode): PortalLists {
    return this.branches.listsOf(portalIdOf(node));
  }

  /** `undefined`: what the node shows is kept here, not at the portal. */
  of(node: ListNode): LoadableList | undefined {
    const lists = this.ofPortal(node);
    if (node.type === "members") return lists.members(node.dialog.dialogId);
    if (node.type === "dialog") return lists.facts(node.dialogId);
    if (isKeptSection(node.section)) return undefined;
    return node.section === "bots" ? lists.bots : lists.recent;
  }

  /** How many items a node shows when no filter hides any: the portal mixes chats and Open Channel dialogs. */
  loadedIn(node: ListNode): number {
    const isMixed =
      node.type === "section" && (node.section === "chats" || node.section === "lines");
    return isMixed ? this.recentIn(node).length : (this.of(node)?.state.items.length ?? 0);
  }

  /** The list of a node, unless the webhook may not ask for it, or asking might create a chat. */
  readable(node: ListNode): LoadableList | undefined {
    if (this.missingScope(node) !== undefined) return undefined;
    return this.isSafeToRead(node) ? this.of(node) : undefined;
  }

  /** What one of the two branches shows of the list in which the portal mixes both. */
  recentIn(node: SectionNode): readonly DialogSummary[] {
    const { items } = this.ofPortal(node).recent.state;
    return items.filter(({ kind }) => (kind?.word === "lines") === (node.section === "lines"));
  }

  /** The scope that the webhook is known to lack for a list; a dialog's facts can be had with either. */
  missingScope(node: ListNode): string | undefined {
    if (node.type === "dialog" || (node.type === "section" && isKeptSection(node.section))) {
      return undefined;
    }
    const scope = scopeOf(node);
    const scopes = this.parts.portals.find(portalIdOf(node))?.scopes;
    return scopes === undefined || scopes.includes(scope) ? undefined : scope;
  }

  /** Whether the webhook is known to lack a list's scope, or was refused the list for lack of one. */
  lacksScope(node: ListNode): boolean {
    if (this.missingScope(node) !== undefined) return true;
    const failure = this.of(node)?.state.failure;
    return failure !== undefined && hasCode(failure.error, "insufficient_scope");
  }

  /** A chat's id only reads; a person's or workgroup's does when the chat is known to exist. */
  isSafeToRead(node: ListNode): boolean {
    if (node.type === "section") return true;
    const dialog = node.type === "members" ? node.dialog : node;
    const form = parseExactDialogId(dialog.dialogId)?.form;
    const isSafe =
      form === "chat" || ((form === "user" || form === "workgroup") && this.exists(dialog));
    if (!isSafe) this.unsafe.add(dialog);
    return isSafe;
  }

  /** Dialogs that could not be read before, and can be now: their chat turned out to exist. */
  takeReadable(): readonly DialogNode[] {
    const waiting = [...this.unsafe];
    this.unsafe.clear();
    return waiting.filter((dialog) => this.isSafeToRead(dialog));
  }

  forgetPortal(portalId: string): void {
    for (const dialog of this.unsafe) {
      if (dialog.portalId === portalId) this.unsafe.delete(dialog);
    }
  }

  /** Whether the portal has shown the dialog to the owner, so that reading it creates nothing. */
  exists({ portalId, dialogId }: Pick<DialogNode, "portalId" | "dialogId">): boolean {
    if (this.parts.history.wasRead(portalId, dialogId)) return true;
    return this.branches.listsOf(portalId).recent.find(dialogId) !== undefined;
  }
}
