import { isObject } from "../base/json";
import { sections, type DialogNode, type ListNode, type TreeNode } from "./treeNode";

/** Whether something is a node by its shape: a keybinding or another extension runs a command with anything. */
export function isTreeNode(value: unknown): value is TreeNode {
  if (!isObject(value) || typeof value["id"] !== "string") return false;
  switch (value["type"]) {
    case "portal":
      return typeof value["portalId"] === "string";
    case "section":
      return typeof value["portalId"] === "string" && isSection(value["section"]);
    case "dialog":
      return isDialogNode(value);
    case "bot":
      return typeof value["portalId"] === "string" && isNumber(value["botId"]);
    case "fact":
      return isDialogNode(value["dialog"]) && typeof value["path"] === "string";
    case "members":
      return isDialogNode(value["dialog"]);
    case "person":
      return isDialogNode(value["dialog"]) && isNumber(value["userId"]);
    case "range":
      return isListNode(value["parent"]) && isNumber(value["first"]);
    case "loadMore":
    case "notice":
      return isListNode(value["parent"]);
    default:
      return false;
  }
}

function isDialogNode(value: unknown): value is DialogNode {
  return (
    isObject(value) &&
    value["type"] === "dialog" &&
    typeof value["id"] === "string" &&
    typeof value["portalId"] === "string" &&
    typeof value["dialogId"] === "string" &&
    isSection(value["section"])
  );
}

function isListNode(value: unknown): value is ListNode {
  if (!isObject(value)) return false;
  const isList = ["section", "dialog", "members"].includes(String(value["type"]));
  return isList && isTreeNode(value);
}

function isSection(value: unknown): boolean {
  return sections.some((section) => section === value);
}

function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value);
}
