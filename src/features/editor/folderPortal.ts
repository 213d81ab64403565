import * as vscode from "vscode";
import { addressOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { settingsSection } from "../../ids";

/** The portal that a document is about: the one that its folder's setting names, else the active one. */
export function portalOfDocument(
  portals: Portals,
  uri: vscode.Uri | undefined,
): PortalRecord | undefined {
  const named = vscode.workspace.isTrusted
    ? vscode.workspace.getConfiguration(settingsSection, uri ?? null).get<string>("portal", "")
    : "";
  const address = named.trim().toLowerCase();
  const stored = portals.list();
  return stored.find((portal) => addressOf(portal) === address) ?? portals.active();
}
