import type { DialogBrowser } from "./dialogBrowser";
import type { TreeNode } from "./treeNode";

type Look = Pick<DialogBrowser, "filter" | "isActive" | "countOf">;

const filtered = "?";

/**
 * Which rows stand open: as the reader left them, else the active portal with its pins, and while a filter is set
 * whatever has a match.
 */
export class OpenRows {
  private readonly turned = new Map<string, boolean>();

  constructor(private readonly browser: Look) {}

  /** Another id makes a row begin anew: a view keeps rows open or closed by their ids. */
  idOf(node: TreeNode): string {
    const { filter } = this.browser;
    const mark = filter === "" ? "" : filtered;
    if (node.type === "section") return `${node.id}${mark}`;
    if (node.type !== "portal") return node.id;
    return `${node.id}${this.browser.isActive(node.portalId) ? "" : "/closed"}${mark}`;
  }

  isOpen(node: TreeNode): boolean {
    return this.turned.get(this.idOf(node)) ?? this.beginsOpen(node);
  }

  /** Whether a reader sees what is in a row: it is open, and so is all that it stands in. */
  isInOpen(
    node: TreeNode | undefined,
    tree: { parent(node: TreeNode): TreeNode | undefined },
  ): boolean {
    return node === undefined || (this.isOpen(node) && this.isInOpen(tree.parent(node), tree));
  }

  turn(node: TreeNode, isOpen: boolean): void {
    this.turned.set(this.idOf(node), isOpen);
  }

  /** The next filter opens anew what it matches. */
  forgetFiltered(): void {
    for (const id of this.turned.keys()) if (id.endsWith(filtered)) this.turned.delete(id);
  }

  private beginsOpen(node: TreeNode): boolean {
    const isFiltered = this.browser.filter !== "";
    if (node.type === "portal") return isFiltered || this.browser.isActive(node.portalId);
    if (node.type !== "section") return false;
    return isFiltered ? (this.browser.countOf(node)?.found ?? 0) > 0 : node.section === "pinned";
  }
}
