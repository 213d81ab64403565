import type { TreeNode } from "./treeNode";

/**
 * Where a reader goes on after a row has loaded something.
 * @param pressed the row, which may be gone by now
 * @param before the rows of the list until then
 * @returns the first row that was not there; when none came, the pressed one or the first of all
 */
export function firstNewRow(
  pressed: TreeNode,
  before: readonly TreeNode[],
  after: readonly TreeNode[],
): TreeNode | undefined {
  const known = new Set(before);
  return (
    after.find((node) => !known.has(node)) ?? after.find((node) => node === pressed) ?? after[0]
  );
}
