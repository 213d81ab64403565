import assert from "node:assert/strict";
import { isTreeNode } from "../../../../src/core/sidebar/isTreeNode";
import { TreeNodes, type TreeNode } from "../../../../src/core/sidebar/treeNode";

describe("What a command of the sidebar is given", () => {
  const nodes = new TreeNodes();
  const section = nodes.section("p1", "chats");
  const dialog = nodes.dialog("p1", "chats", "chat29");
  const members = nodes.members(dialog);
  const good: readonly TreeNode[] = [
    nodes.portal("p1"),
    section,
    dialog,
    nodes.bot("p1", 456),
    nodes.fact(dialog, "entity_id"),
    members,
    nodes.person(dialog, 5),
    nodes.range(section, 1),
    nodes.loadMore(members),
    nodes.notice(dialog),
  ];

  for (const node of good) {
    it(`is a node when it has all of one: ${node.type}`, () => {
      assert.ok(isTreeNode(node));
      assert.ok(isTreeNode(structuredClone(node)));
    });

    it(`is none with a part missing or of another kind: ${node.type}`, () => {
      for (const name of Object.keys(node)) {
        for (const damaged of [undefined, null, {}, [], true, "nonsense-type", 1.5]) {
          const isText =
            typeof damaged === "string" && ["id", "portalId", "dialogId", "path"].includes(name);
          if (!isText)
            assert.ok(
              !isTreeNode({ ...node, [name]: damaged }),
              `${name}: ${JSON.stringify(damaged)}`,
            );
        }
      }
    });
  }

  for (const other of [undefined, null, 5, "chat29", [], {}, { type: "dialog", id: "x" }]) {
    it(`is none: ${JSON.stringify(other)}`, () => {
      assert.ok(!isTreeNode(other));
    });
  }
});
