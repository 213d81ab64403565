import * as v from "valibot";
import { parseWith } from "../../core/base/parseWith";
import { commandIds, rowCommandIds, type RowCommandId } from "../../ids";
import type { OpenPanels } from "../../panel/host/openPanels";
import { runCommand } from "../base/commands";
import { copyText } from "../base/messages";

/** What VS Code gathers from the page where the context menu was opened. */
const rowSchema = v.object({
  portalId: v.string(),
  dialogId: v.string(),
  bitrix24Row: v.string(),
  bitrix24Name: v.string(),
  bitrix24Person: v.optional(v.pipe(v.string(), v.regex(/^\d+$/))),
});

type Row = v.InferOutput<typeof rowSchema>;

/** What the context menu of a row or a person in a panel does. */
export async function runRowCommand(
  id: RowCommandId,
  panels: OpenPanels,
  given: unknown,
): Promise<void> {
  const row = parseWith(rowSchema, given);
  if (row === undefined) return;
  if (id !== rowCommandIds.inspectPerson) {
    const text = textOf(id, await valueOf(panels, row), row);
    if (text !== undefined) await copyText(text);
    return;
  }
  const { portalId, bitrix24Person } = row;
  // Asks where a private dialog may come to be.
  if (bitrix24Person === undefined) return;
  await runCommand(commandIds.inspectDialog, { portalId, dialogId: bitrix24Person });
}

async function valueOf(panels: OpenPanels, row: Row): Promise<string | undefined> {
  return panels
    .shown(({ portalId, dialogId }) => portalId === row.portalId && dialogId === row.dialogId)
    ?.copyTextOf(row.bitrix24Row);
}

function textOf(id: RowCommandId, value: string | undefined, row: Row): string | undefined {
  if (id === rowCommandIds.copyName) return row.bitrix24Name;
  if (id === rowCommandIds.copyValue || value === undefined) return value;
  return `${row.bitrix24Name}: ${value}`;
}
