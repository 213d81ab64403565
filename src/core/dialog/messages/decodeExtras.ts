import { isObject, membersOf } from "../../base/json";
import { clip } from "../../base/visibleText";
import { toNumber } from "../fieldValue";
import type { AttachedPart, MessageButton } from "./message";
import { listOf, Parts } from "./parts";

const longestPart = 4_000;

/** `ATTACH`: attachments of blocks, of which each has one key. @see REST brief, messages.md section 4 */
export function decodeAttached(wire: unknown): readonly AttachedPart[] {
  const attachments = isBlocks(wire) ? [wire] : listOf(wire);
  return attachments.flatMap((attachment) => {
    const blocks = new Parts(attachment).get("blocks") ?? attachment;
    return listOf(blocks).flatMap(partsOfBlock);
  });
}

/** One attachment without a list around it. */
function isBlocks(wire: unknown): boolean {
  return isObject(wire) && new Parts(wire).get("blocks") !== undefined;
}

function partsOfBlock(block: unknown): readonly AttachedPart[] {
  if (!isObject(block)) return [{ type: "other", wire: block }];
  return membersOf(block).flatMap(([key, value]) => partsOf(key.toLowerCase(), value, block));
}

function partsOf(kind: string, value: unknown, block: unknown): readonly AttachedPart[] {
  switch (kind) {
    case "message":
      return typeof value === "string"
        ? [{ type: "text", text: clip(value, longestPart) }]
        : [{ type: "other", wire: block }];
    case "link":
    case "user":
    case "image":
    case "file":
      return each(value).map((entry) => linked(kind, entry));
    case "grid":
      return [{ type: "grid", rows: each(value).map(rowOf) }];
    case "delimiter":
      return [{ type: "line" }];
    default:
      return [{ type: "other", wire: block }];
  }
}

/** Some blocks hold one thing, some a list of them, and both come. */
function each(value: unknown): readonly Parts[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.map((entry) => new Parts(entry));
}

function linked(type: "link" | "user" | "image" | "file", entry: Parts): AttachedPart {
  const text = (name: string): string => clip(entry.text(name), longestPart);
  return {
    type,
    name: text("name"),
    target: text("link"),
    text: text("desc"),
    sizeBytes: toNumber(entry.get("size")),
  };
}

function rowOf(entry: Parts): { readonly name: string; readonly text: string } {
  return { name: clip(entry.text("name"), 300), text: clip(entry.text("value"), longestPart) };
}

/** `KEYBOARD`: a list of buttons, or an object that holds one. A row ends where the list says so. */
export function decodeKeyboard(wire: unknown): readonly (readonly MessageButton[])[] {
  const buttons = isObject(wire) ? (new Parts(wire).get("buttons") ?? wire) : wire;
  const rows: MessageButton[][] = [[]];
  for (const entry of listOf(buttons)) {
    const button = new Parts(entry);
    if (button.text("type").toUpperCase() === "NEWLINE") rows.push([]);
    else if (button.text("text") !== "") rows.at(-1)?.push(buttonOf(button));
  }
  return rows.filter((row) => row.length > 0);
}

function buttonOf(button: Parts): MessageButton {
  const command = button.text("command");
  const deed = [
    command === "" ? "" : `/${command.replace(/^\//, "")}`,
    button.text("commandparams"),
    button.text("action"),
    button.text("actionvalue"),
  ];
  return {
    text: clip(button.text("text"), 300),
    target: clip(button.text("link"), 2_000),
    deed: clip(deed.filter(Boolean).join(" "), 300),
    isDisabled: button.isOn("disabled"),
  };
}
