import * as vscode from "vscode";
import { ownCopy } from "../../core/base/visibleText";
import { addressOf, hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { settingsSection } from "../../ids";
import { fileOf } from "./documents";

const environmentFiles = [".env", ".env.local"];
const largestFileBytes = 100_000;

/** Where the ids of a document are looked up. */
export interface Home {
  readonly portal: PortalRecord;
  /** Its workspace folder, where that names none of the portals: absent when there is nothing to choose. */
  readonly folder?: vscode.Uri;
}

/**
 * The portal that a document is about: the one that its folder's setting names, else the one whose webhook is in a
 * `.env` beside it or above it, else the active one. Of a `.env` only the names of hosts are kept.
 */
export class DocumentPortals {
  /** By address of the file, as long as it stays as it was read. */
  private readonly files = new Map<string, EnvironmentFile>();

  constructor(private readonly portals: Portals) {}

  /** @param place a document or a folder */
  async of(place: vscode.Uri | undefined): Promise<Home | undefined> {
    const uri = place === undefined ? undefined : fileOf(place);
    const active = this.portals.active();
    if (active === undefined) return undefined;
    if (!vscode.workspace.isTrusted) return { portal: active };
    const stored = this.portals.list();
    const address = portalSetting(uri);
    // Of two webhooks of one portal, the one in use.
    const named = [active, ...stored].find((portal) => addressOf(portal) === address);
    const portal = named ?? (await this.ofEnvironment(uri, stored));
    if (portal !== undefined) return { portal };
    const root = uri === undefined ? undefined : vscode.workspace.getWorkspaceFolder(uri);
    const isChoice = address !== "" || stored.some((one) => addressOf(one) !== addressOf(active));
    return root !== undefined && isChoice
      ? { portal: active, folder: root.uri }
      : { portal: active };
  }

  private async ofEnvironment(
    uri: vscode.Uri | undefined,
    stored: readonly PortalRecord[],
  ): Promise<PortalRecord | undefined> {
    if (uri === undefined || stored.length < 2) return undefined;
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, "");
    if (root === undefined) return undefined;
    // A folder may hold one itself; in a document there is none.
    for (let at = uri; `${at.path}/`.startsWith(`${root}/`); at = vscode.Uri.joinPath(at, "..")) {
      const hosts = await this.hostsIn(at);
      const fitting = stored.filter((portal) => hosts.includes(hostOf(portal)));
      const [first] = fitting;
      // Several webhooks of one portal are one portal; of two portals nobody knows which is meant.
      if (first !== undefined && fitting.every((portal) => hostOf(portal) === hostOf(first))) {
        return fitting.find(({ id }) => id === this.portals.active()?.id) ?? first;
      }
      if (at.path === "/") return undefined;
    }
    return undefined;
  }

  private async hostsIn(folder: vscode.Uri): Promise<readonly string[]> {
    const hosts = environmentFiles.map((name) => this.hostsOf(vscode.Uri.joinPath(folder, name)));
    return (await Promise.all(hosts)).flat();
  }

  /** Watching the files would miss what changes before the watch has begun. */
  private async hostsOf(uri: vscode.Uri): Promise<readonly string[]> {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      const known = this.files.get(uri.toString());
      if (known?.size === size && known.mtime === mtime) return known.hosts;
      const hosts = size > largestFileBytes ? [] : await readHosts(uri);
      this.files.set(uri.toString(), { size, mtime, hosts });
      return hosts;
    } catch {
      this.files.delete(uri.toString());
      return [];
    }
  }
}

/** An address, as people write it. */
export function portalSetting(scope: vscode.Uri | undefined): string {
  const settings = vscode.workspace.getConfiguration(settingsSection, scope ?? null);
  const written: unknown = settings.get("portal");
  if (typeof written !== "string") return "";
  return written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/|\/+$/g, "");
}

interface EnvironmentFile {
  readonly size: number;
  readonly mtime: number;
  readonly hosts: readonly string[];
}

async function readHosts(uri: vscode.Uri): Promise<readonly string[]> {
  const { webhookHosts } = await import("../../core/portal/leaks");
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  // A part of the file's text would hold on to all of it, secrets among them.
  return webhookHosts(text).map((host) => ownCopy(host));
}
