import { nameBeforeId, parseDialogId, type DialogRef } from "./dialogId";

/** Prefixed ids stand for themselves; a bare number counts only beside a name that says what it is. */
const idInLine = new RegExp(
  String.raw`(?<![\w|])(?:chat[1-9]\d*|sg[1-9]\d*|crm(?:\||%7C)\w+(?:\||%7C)\d+)(?!\w|\.\d)` +
    String.raw`|${nameBeforeId}[1-9]\d*(?!\w|\.\d)`,
  "gi",
);

/** Longer lines are data, not code: what stands further from the cursor is not looked at. */
const reach = 10_000;

/**
 * The DIALOG_ID that a line of code or log shows at a position; else the only one of the line.
 * @param column 0-based, in UTF-16 units, as editors count
 */
export function dialogIdAtPosition(line: string, column: number): DialogRef | undefined {
  const found = idsAround(line, column);
  const at = found.find(({ start, text }) => start <= column && column <= start + text.length);
  const chosen = at ?? (found.length === 1 ? found[0] : undefined);
  return chosen === undefined ? undefined : firstReading(chosen.text);
}

/** The DIALOG_ID in a short selection or on the clipboard; `undefined` for any other text. */
export function dialogIdInSnippet(text: string): DialogRef | undefined {
  if (text.length > 500) return undefined;
  const exact = firstReading(text);
  if (exact !== undefined) return exact;
  const found = [...text.matchAll(idInLine)];
  return found.length === 1 && found[0] !== undefined ? firstReading(found[0][0]) : undefined;
}

interface FoundId {
  readonly start: number;
  readonly text: string;
}

function idsAround(line: string, column: number): readonly FoundId[] {
  const from = Math.max(0, column - reach);
  const to = Math.min(line.length, column + reach);
  return [...line.slice(from, to).matchAll(idInLine)]
    .map(({ index, 0: text }) => ({ start: from + index, text }))
    .filter(({ start, text }) => {
      // At a cut an id may be the rest of a longer word: the text beside it was not seen.
      const isWholeBefore = from === 0 || start > from;
      const isWholeAfter = to === line.length || start + text.length + 1 < to;
      return isWholeBefore && isWholeAfter;
    });
}

function firstReading(text: string): DialogRef | undefined {
  const parsed = parseDialogId(text.replaceAll(/%7C/gi, "|"));
  return parsed.ok ? parsed.value[0] : undefined;
}
