import assert from "node:assert/strict";
import { decodeDialog } from "../../../src/core/dialog/decodeDialog";
import type { DialogKindWord } from "../../../src/core/dialog/dialogKind";
import type { DialogReading } from "../../../src/core/reads/dialogReader";
import { ownerViewer } from "../../../src/core/dialog/viewer";
import { fullRecord } from "./records";

/** A chat that was read, told from others by its title. */
export function readingOf(
  title: string,
  chat?: { readonly chatId: number; readonly kind: DialogKindWord },
): DialogReading {
  const result = { ...fullRecord, name: title };
  const dialog = decodeDialog(result, "chat29");
  assert.ok(dialog.ok);
  return {
    viewer: ownerViewer,
    dialog:
      chat === undefined
        ? dialog.value
        : { ...dialog.value, chatId: chat.chatId, kind: { word: chat.kind } },
    companion: undefined,
    answer: {
      result,
      next: undefined,
      total: undefined,
      exchange: {
        method: "imbot.dialog.get",
        host: "portal.example",
        status: 200,
        durationMs: 12,
        params: {},
        finishedAtMs: 0,
        time: undefined,
        body: JSON.stringify({ result }),
      },
    },
  };
}
