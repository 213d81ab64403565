import * as v from "valibot";
import { sections, type TreeNode } from "./treeNode";

const integer = v.pipe(v.number(), v.safeInteger());

function nodeOf<const Type extends TreeNode["type"], Place extends v.ObjectEntries>(
  type: Type,
  place: Place,
): v.ObjectSchema<
  { type: v.LiteralSchema<Type, undefined>; id: v.StringSchema<undefined> } & Place,
  undefined
> {
  return v.object({ type: v.literal(type), id: v.string(), ...place });
}

const ofPortal = { portalId: v.string() };
const ofSection = { ...ofPortal, section: v.picklist(sections) };
const section = nodeOf("section", ofSection);
const dialog = nodeOf("dialog", { ...ofSection, dialogId: v.string() });
const members = nodeOf("members", { dialog });
const inList = { parent: v.variant("type", [section, dialog, members]) };

const treeNode = v.variant("type", [
  nodeOf("portal", ofPortal),
  section,
  dialog,
  nodeOf("bot", { ...ofPortal, botId: integer }),
  nodeOf("fact", { dialog, path: v.string() }),
  members,
  nodeOf("person", { dialog, userId: integer }),
  nodeOf("range", { ...inList, first: integer }),
  nodeOf("loadMore", inList),
  nodeOf("notice", inList),
]);

/** Whether something is a node by its shape: a keybinding or another extension runs a command with anything. */
export function isTreeNode(value: unknown): value is TreeNode {
  return v.is(treeNode, value);
}
