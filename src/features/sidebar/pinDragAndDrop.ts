import * as vscode from "vscode";
import * as v from "valibot";
import { parseWith } from "../../core/base/parseWith";
import type { Pin, Pins } from "../../core/sessions/pins";
import type { TreeNode } from "../../core/sidebar/treeNode";
import { sayFault } from "../base/faults";

const draggedPins = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ portalId: v.string(), dialogId: v.string() })),
);

/** Pins are reordered by dragging; a dialog dragged from another branch is pinned where it is dropped. */
export class PinDragAndDrop {
  constructor(private readonly pins: Pins) {}

  drag(source: readonly TreeNode[], data: vscode.DataTransfer, mimeType: string): void {
    const dialogs = source.filter((node) => node.type === "dialog");
    if (dialogs.length === 0) return;
    const dragged: Pin[] = dialogs.map(({ portalId, dialogId }) => ({ portalId, dialogId }));
    data.set(mimeType, new vscode.DataTransferItem(JSON.stringify(dragged)));
  }

  async drop(
    target: TreeNode | undefined,
    item: vscode.DataTransferItem | undefined,
  ): Promise<void> {
    const isPin = target?.type === "dialog" && target.section === "pinned";
    const isPinned = target?.type === "section" && target.section === "pinned";
    if (item === undefined || (!isPin && !isPinned)) return;
    const pins = parseWith(draggedPins, await item.asString());
    if (pins === undefined) return;
    // A pin stays with its portal: what comes from another one has no place here.
    const dragged = pins.filter(({ portalId }) => portalId === target.portalId);
    await this.pins.place(dragged, isPin ? target : undefined).catch(sayFault);
  }
}
