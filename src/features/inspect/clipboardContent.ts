import * as vscode from "vscode";
import { parseCrmObject, type CrmObjectMention } from "../../core/dialog/crmObject";
import { clipboardSuggestion, type Suggestion } from "./suggestions";

/** What the clipboard names; at most one of the two readings: an id is what the box asks for. */
export interface ClipboardContent {
  readonly text?: string;
  readonly suggestion?: Suggestion;
  readonly mention?: CrmObjectMention;
}

export async function readClipboard(): Promise<ClipboardContent> {
  const text = (await vscode.env.clipboard.readText()).trim();
  const suggestion = clipboardSuggestion(text);
  if (suggestion !== undefined) return { text, suggestion };
  const mention = parseCrmObject(text);
  return mention === undefined ? { text } : { text, mention };
}
