import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds } from "../../../src/ids";
import { agreeing } from "./questions";

export const extensionId = "dialog-inspector.bitrix24-dialog-inspector";

export async function inspect(argument: unknown): Promise<void> {
  await vscode.commands.executeCommand(commandIds.inspectDialog, argument);
}

/** In a tab that no other look-up takes over. */
export async function inspectInOwnTab(dialogId: string, portalId?: string): Promise<void> {
  await inspect({ dialogId, portalId, isPreview: false });
}

interface GivenPortal {
  readonly webhook: string;
  readonly name?: string;
}

/** As a quick fix or another extension does it: the question that comes first is not answered. */
export async function requestPortal(argument: GivenPortal): Promise<unknown> {
  return vscode.commands.executeCommand(commandIds.addPortal, argument);
}

/**
 * The same, with a person who agrees.
 * @returns the id of the portal, or `undefined` when none was added
 */
export async function addPortal(argument: GivenPortal): Promise<unknown> {
  return agreeing("Add Portal", () => requestPortal(argument));
}

/** The same, for a webhook that must be accepted. */
export async function addedPortal(webhook: string): Promise<string> {
  const id = await addPortal({ webhook });
  assert.ok(typeof id === "string" && id !== "", "the portal was not added");
  return id;
}

export async function switchPortal(portalId: string): Promise<void> {
  await vscode.commands.executeCommand(commandIds.switchPortal, { portalId });
}

export async function refresh(): Promise<void> {
  await vscode.commands.executeCommand(commandIds.refresh);
}
