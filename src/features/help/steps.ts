import * as vscode from "vscode";
import type { SessionState } from "../../core/sessions/dialogSession";
import type { Viewer } from "../../core/dialog/viewer";

/** Context keys that finish steps of the walkthrough; VS Code remembers which are finished. */
const stepKeys = {
  read: "bitrix24.hasReadDialog",
  refused: "bitrix24.hasSeenRefusal",
  asBot: "bitrix24.hasReadAsBot",
} as const;

const marked = new Set<string>();

/** Finishes the steps of the walkthrough that an inspection has come to. */
export function markSteps(state: SessionState): void {
  if (state.phase === "failed") {
    mark(stepKeys.refused);
  } else if (state.phase === "read") {
    mark(stepKeys.read);
    const { viewer, counterpart } = state.reading;
    if ([viewer, counterpart?.viewer].some(isBot)) mark(stepKeys.asBot);
  }
}

function isBot(viewer: Viewer | undefined): boolean {
  return viewer?.kind === "bot";
}

function mark(key: string): void {
  if (marked.has(key)) return;
  marked.add(key);
  void vscode.commands.executeCommand("setContext", key, true);
}
