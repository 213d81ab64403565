import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "./eventually";

/**
 * What is offered at a place and has such a title: one at least. VS Code breaks off its own question, and answers with
 * less, when an extension registers meanwhile, as that of a language does some time after its first file.
 */
export async function offeredAt(
  { uri }: { readonly uri: vscode.Uri },
  range: vscode.Range,
  title: RegExp | string,
): Promise<readonly [vscode.CodeAction, ...vscode.CodeAction[]]> {
  return eventually(async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      range,
    );
    const [first, ...others] = actions.filter((action) =>
      typeof title === "string" ? action.title === title : title.test(action.title),
    );
    assert.ok(first, `nothing is offered that is called ${String(title)}`);
    return [first, ...others] as const;
  });
}
