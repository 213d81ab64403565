import type { PortalFailure } from "../portal/portalCaller";

/** The branches of a portal, in the order they are shown. */
export const sections = ["pinned", "recent", "chats", "lines", "bots"] as const;

export type Section = (typeof sections)[number];

/** Whether a branch shows what is kept here, not a list of the portal. */
export function isKeptSection(section: Section): section is "pinned" | "recent" {
  return section === "pinned" || section === "recent";
}

/**
 * A place in the tree, not its content: nodes are made once and stay the same objects, so that a view keeps
 * selection, expansion and scroll when what they show changes. `id` is unique and holds no secret.
 */
export type TreeNode =
  | Node<"portal", { portalId: string }>
  | SectionNode
  | DialogNode
  | BotNode
  | FactNode
  | MembersNode
  | PersonNode
  | RangeNode
  | LoadMoreNode
  | NoticeNode;

type Node<Type extends string, Place> = Readonly<{ type: Type; id: string } & Place>;

export type SectionNode = Node<"section", { portalId: string; section: Section }>;

export type DialogNode = Node<"dialog", { portalId: string; section: Section; dialogId: string }>;

export type BotNode = Node<"bot", { portalId: string; botId: number }>;

/** `path`: of a field its path in the reply, else the place in an entity string. */
export type FactNode = Node<"fact", { dialog: DialogNode; path: string }>;

export type MembersNode = Node<"members", { dialog: DialogNode }>;

export type PersonNode = Node<"person", { dialog: DialogNode; userId: number }>;

/** A stretch of a long list, folded into one row; `first`: the place of its first row in the list, from 1. */
export type RangeNode = Node<"range", { parent: ListNode; first: number }>;

/** Loads the next page of the list that its parent shows. */
export type LoadMoreNode = Node<"loadMore", { parent: ListNode }>;

/** Stands where something else would be: loading, empty, failed. */
export type NoticeNode = Node<"notice", { parent: ListNode }>;

/** The nodes whose children come from the portal. */
export type ListNode = SectionNode | DialogNode | MembersNode;

export type Notice =
  | { readonly kind: "loading" }
  | { readonly kind: "empty" }
  /** `loaded` items are there, none of which has the filter's text. */
  | { readonly kind: "nothingMatches"; readonly loaded: number }
  /** The webhook may not do this at all. */
  | { readonly kind: "scopeMissing"; readonly scope: string }
  | { readonly kind: "webhookNeeded" }
  /** Reading would create or join a chat: that is for the user to decide. */
  | { readonly kind: "inspectFirst" }
  | { readonly kind: "failed"; readonly failure: PortalFailure };

export function portalIdOf(node: TreeNode): string {
  if ("parent" in node) return portalIdOf(node.parent);
  return "dialog" in node ? node.dialog.portalId : node.portalId;
}

/** Makes each node once. */
export class TreeNodes {
  private readonly nodes = new Map<string, TreeNode>();

  portal(portalId: string): TreeNode {
    return this.keep({ type: "portal", id: portalId, portalId });
  }

  section(portalId: string, section: Section): SectionNode {
    return this.keep({ type: "section", id: `${portalId}/${section}`, portalId, section });
  }

  dialog(portalId: string, section: Section, dialogId: string): DialogNode {
    const id = `${portalId}/${section}/${dialogId}`;
    return this.keep({ type: "dialog", id, portalId, section, dialogId });
  }

  bot(portalId: string, botId: number): BotNode {
    return this.keep({ type: "bot", id: `${portalId}/bots/bot${botId}`, portalId, botId });
  }

  fact(dialog: DialogNode, path: string): FactNode {
    return this.keep({ type: "fact", id: `${dialog.id}/fact/${path}`, dialog, path });
  }

  members(dialog: DialogNode): MembersNode {
    return this.keep({ type: "members", id: `${dialog.id}/members`, dialog });
  }

  person(dialog: DialogNode, userId: number): PersonNode {
    return this.keep({ type: "person", id: `${dialog.id}/members/${userId}`, dialog, userId });
  }

  range(parent: ListNode, first: number): RangeNode {
    return this.keep({ type: "range", id: `${parent.id}/from${first}`, parent, first });
  }

  loadMore(parent: ListNode): LoadMoreNode {
    return this.keep({ type: "loadMore", id: `${parent.id}/more`, parent });
  }

  notice(parent: ListNode): NoticeNode {
    return this.keep({ type: "notice", id: `${parent.id}/notice`, parent });
  }

  /** A dialog wherever it was shown so far: it may stand in several sections. */
  everyDialog(portalId: string, dialogId: string): readonly DialogNode[] {
    return sections.flatMap((section) => {
      const node = this.nodes.get(`${portalId}/${section}/${dialogId}`);
      return node?.type === "dialog" ? [node] : [];
    });
  }

  /** Where a node belongs, whether or not its list is folded. */
  parentOf(node: TreeNode): TreeNode | undefined {
    if ("parent" in node) return node.parent;
    if (node.type === "person") return this.members(node.dialog);
    if ("dialog" in node) return node.dialog;
    if (node.type === "portal") return undefined;
    if (node.type === "section") return this.portal(node.portalId);
    if (node.type === "bot") return this.section(node.portalId, "bots");
    return node.section === "bots"
      ? this.bot(node.portalId, Number(node.dialogId))
      : this.section(node.portalId, node.section);
  }

  /** @returns the node of this id made before, else this one */
  private keep<T extends TreeNode>(node: T): T {
    const known = this.nodes.get(node.id);
    // An id begins with what makes the type, so the node of an id never changes its type.
    if (known?.type === node.type) return known as T;
    this.nodes.set(node.id, node);
    return node;
  }

  forgetPortal(portalId: string): void {
    for (const id of this.nodes.keys()) {
      if (id === portalId || id.startsWith(`${portalId}/`)) this.nodes.delete(id);
    }
  }
}
