import { parseDialogId, type DialogRef } from "./dialogId";

/** Prefixed ids stand for themselves; a bare number counts only beside a name that says what it is. */
const idInLine =
  /(?<![\w|])(?:chat[1-9]\d*|sg[1-9]\d*|crm(?:\||%7C)[A-Z_0-9]+(?:\||%7C)\d+)(?!\w)|(?:IM_DIALOG|DIALOG_ID|dialogId|dialog_id)["'\]]*\s*(?:=>|[:=])\s*["']?[1-9]\d*(?![\w.])/gi;

/** Longer lines are data, not code; the first stretch is enough to look at. */
const longestLine = 20_000;

/**
 * The DIALOG_ID that a line of code or log shows at a position; else the only one of the line.
 * @param column 0-based, in UTF-16 units, as editors count
 */
export function dialogIdAtPosition(line: string, column: number): DialogRef | undefined {
  const found = [...line.slice(0, longestLine).matchAll(idInLine)];
  const at = found.find(({ index, 0: text }) => index <= column && column <= index + text.length);
  const match = at ?? (found.length === 1 ? found[0] : undefined);
  return match === undefined ? undefined : firstReading(match[0]);
}

/** The DIALOG_ID in a short selection or on the clipboard; `undefined` for any other text. */
export function dialogIdInSnippet(text: string): DialogRef | undefined {
  if (text.length > 500) return undefined;
  const exact = firstReading(text);
  if (exact !== undefined) return exact;
  const found = [...text.matchAll(idInLine)];
  return found.length === 1 && found[0] !== undefined ? firstReading(found[0][0]) : undefined;
}

function firstReading(text: string): DialogRef | undefined {
  const parsed = parseDialogId(text.replaceAll(/%7C/gi, "|"));
  return parsed.ok ? parsed.value[0] : undefined;
}
