import { largestPage } from "../sessions/pagedList";
import type { ListNode, RangeNode, TreeNode } from "./treeNode";

/** As many rows of one node as a view takes at once without a wait that is felt. */
export const rangeSize = 500;

/** Folds long lists into ranges of rows, each of which opens by itself. */
export class Ranges {
  private readonly rows = new WeakMap<RangeNode, readonly TreeNode[]>();
  private readonly ranges = new WeakMap<TreeNode, RangeNode>();

  /** @param rangeAt makes the node of a range once */
  constructor(private readonly rangeAt: (list: ListNode, first: number) => RangeNode) {}

  /**
   * The rows as they are shown: the last ones stay in the open, for that is where a list grows and where its reader
   * is. What came last is never folded: to bring it into sight would open its range, and each page after it would draw
   * all that is open anew.
   */
  fold(list: ListNode, rows: readonly TreeNode[]): readonly TreeNode[] {
    const count = Math.max(0, Math.floor((rows.length - largestPage) / rangeSize));
    const folded = Array.from({ length: count }, (_, index) => {
      const start = index * rangeSize;
      const range = this.rangeAt(list, start + 1);
      const inside = rows.slice(start, start + rangeSize);
      this.rows.set(range, inside);
      for (const row of inside) this.ranges.set(row, range);
      return range;
    });
    const open = rows.slice(count * rangeSize);
    for (const row of open) this.ranges.delete(row);
    return [...folded, ...open];
  }

  /** The rows of a range, as they were when its list was shown last. */
  rowsIn(range: RangeNode): readonly TreeNode[] {
    return this.rows.get(range) ?? [];
  }

  /** The range that a row was folded into. */
  rangeOf(row: TreeNode): RangeNode | undefined {
    return this.ranges.get(row);
  }
}
