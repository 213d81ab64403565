import assert from "node:assert/strict";
import { decodeDialog } from "../../../src/core/dialog/decodeDialog";
import type { DialogReading } from "../../../src/core/reads/dialogReader";
import { ownerViewer } from "../../../src/core/dialog/viewer";
import { fullRecord } from "./records";

/** A chat that was read, told from others by its title. */
export function readingOf(title: string): DialogReading {
  const result = { ...fullRecord, name: title };
  const dialog = decodeDialog(result, "chat29");
  assert.ok(dialog.ok);
  return {
    viewer: ownerViewer,
    dialog: dialog.value,
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
