import type { TreeNode } from "../../../src/core/sidebar/treeNode";

const each: Readonly<Record<TreeNode["type"], true>> = {
  portal: true,
  section: true,
  dialog: true,
  bot: true,
  fact: true,
  members: true,
  person: true,
  range: true,
  loadMore: true,
  notice: true,
};

/** What a row of the sidebar may be: the compiler asks for all of them. */
export const nodeTypes = Object.keys(each);
