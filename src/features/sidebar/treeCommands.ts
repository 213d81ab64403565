import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import type { Pins } from "../../core/sessions/pins";
import { portalIdOf, type DialogNode, type TreeNode } from "../../core/sidebar/treeNode";
import { needsConsent } from "../../core/dialog/consent";
import { parseExactDialogId, type DialogRef } from "../../core/dialog/dialogId";
import { ownerViewer, type ReadAs } from "../../core/dialog/viewer";
import type { DialogHistory } from "../../core/sessions/history";
import { messengerUrl } from "../../core/dialog/links";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { pickReadAs } from "../bots/readAsPicker";
import { commandIds, treeCommandIds } from "../../ids";
import { explainScope } from "../portals/explainScope";
import { openWebhookHelp } from "../portals/openWebhookHelp";
import { rawTextOf } from "./factItem";
import { TreeLoading } from "./treeLoading";

export interface TreeCommandServices {
  readonly browser: DialogBrowser;
  readonly view: vscode.TreeView<TreeNode>;
  readonly pins: Pins;
  readonly history: DialogHistory;
  readonly panels: {
    open(portal: PortalRecord, ref: DialogRef, as?: ReadAs): Promise<void>;
    openPreview(portal: PortalRecord, ref: DialogRef): Promise<void>;
  };
  readonly demoOrigin: string;
}

/** What can be done with the nodes of the sidebar. VS Code gives the node and the selected ones. */
export function registerTreeCommands(services: TreeCommandServices): vscode.Disposable {
  const { browser, view, pins, history } = services;
  const loading = new TreeLoading(browser, view);
  const on = (
    id: string,
    run: (node: TreeNode, selected: readonly TreeNode[]) => unknown,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (node?: unknown, selected?: unknown) => {
      if (!isNode(node)) return;
      await run(node, Array.isArray(selected) ? selected.filter(isNode) : [node]);
    });
  return vscode.Disposable.from(
    on(treeCommandIds.inspectNode, (node, selected) => inspectAll(services, node, selected)),
    on(treeCommandIds.previewNode, (node) => preview(services, node)),
    on(treeCommandIds.inspectPrivateDialog, (node) => inspectPrivate(node)),
    on(treeCommandIds.inspectNodeAs, (node) => inspectAs(services, node)),
    on(treeCommandIds.inspectAsBot, (node) => inspectAsBot(node)),
    on(treeCommandIds.pinDialog, (_node, selected) => pins.add(dialogsOf(selected))),
    on(treeCommandIds.unpinDialog, (_node, selected) => pins.remove(dialogsOf(selected))),
    on(treeCommandIds.removeFromHistory, (_node, selected) => history.remove(dialogsOf(selected))),
    on(treeCommandIds.copyDialogId, (_node, selected) =>
      copyIds(
        // A range stands for its rows.
        dialogsOf(selected.flatMap((row) => (row.type === "range" ? browser.children(row) : row))),
      ),
    ),
    on(treeCommandIds.copyUserId, (_node, selected) => copy(selected.flatMap(userIdOf))),
    on(treeCommandIds.copyFact, (_node, selected) =>
      copy(selected.flatMap((node) => factTextOf(browser, node))),
    ),
    on(treeCommandIds.openInBitrix24, (node) => openInBitrix24(services, node)),
    on(treeCommandIds.refreshNode, (node) => loading.refresh(node)),
    on(treeCommandIds.retryNode, (node) =>
      node.type === "notice" ? loading.retry(node) : undefined,
    ),
    on(treeCommandIds.loadMore, (node) =>
      node.type === "loadMore" ? loading.more(node) : undefined,
    ),
    on(treeCommandIds.openWebhookHelp, openWebhookHelp),
    on(treeCommandIds.explainScope, (node) => explainScope(portalIdOf(node))),
    on(treeCommandIds.checkAccessOfNode, (node) =>
      vscode.commands.executeCommand(commandIds.checkAccess, { portalId: portalIdOf(node) }),
    ),
    on(treeCommandIds.replaceWebhookOfNode, async (node) => {
      const portalId = portalIdOf(node);
      const isReplaced: unknown = await vscode.commands.executeCommand(commandIds.replaceWebhook, {
        portalId,
      });
      if (isReplaced === true) await loading.refresh(node);
    }),
    vscode.commands.registerCommand(treeCommandIds.refreshDialogs, () => loading.refresh()),
  );
}

/** A keybinding runs a command with anything, or with nothing. */
function isNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && "type" in value && "id" in value;
}

/** A click means one row, and so does a menu outside the selection. More than fit beside each other help nobody. */
const inspectedAtOnce = 10;

async function inspectAll(
  services: TreeCommandServices,
  node: TreeNode,
  selected: readonly TreeNode[],
): Promise<void> {
  const dialogs = dialogsOf(selected);
  if (!selected.includes(node) || dialogs.length < 2) return inspect(services, node);
  for (const dialog of dialogs.slice(0, inspectedAtOnce)) await inspect(services, dialog);
  if (dialogs.length <= inspectedAtOnce) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      "The first {0} of {1} selected dialogs were opened.",
      inspectedAtOnce,
      dialogs.length,
    ),
  );
}

async function inspect(services: TreeCommandServices, node: TreeNode, as?: ReadAs): Promise<void> {
  const dialog = node.type === "notice" ? node.parent : node;
  if (dialog.type !== "dialog") return;
  const harmless = harmlessRead(services, dialog);
  const { portalId, dialogId } = dialog;
  if (harmless !== undefined) await services.panels.open(harmless.portal, harmless.ref, as);
  else await run(commandIds.inspectDialog, { portalId, dialogId, readAs: as });
}

/** A click: where reading needs no question, in the panel that clicks share. */
async function preview(services: TreeCommandServices, node: TreeNode): Promise<void> {
  const harmless = node.type === "dialog" ? harmlessRead(services, node) : undefined;
  if (harmless !== undefined) await services.panels.openPreview(harmless.portal, harmless.ref);
  else await inspect(services, node);
}

/** A read that nobody has to be asked about; `undefined`: it may change the portal, or there is none. */
function harmlessRead(
  { browser }: TreeCommandServices,
  node: DialogNode,
): { readonly portal: PortalRecord; readonly ref: DialogRef } | undefined {
  const portal = browser.portalOf(node.portalId);
  const ref = parseExactDialogId(node.dialogId);
  if (portal === undefined || ref === undefined) return undefined;
  // The portal itself listed the chat, so it exists, and reading it creates nothing.
  const isListed = node.section === "chats" || node.section === "lines";
  return needsConsent(ref, portal, isListed || browser.isKnown(node)) ? undefined : { portal, ref };
}

async function inspectAs(services: TreeCommandServices, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? services.browser.portalOf(node.portalId) : undefined;
  const as = portal === undefined ? undefined : await pickReadAs(portal, ownerViewer);
  if (as !== undefined) await inspect(services, node, as);
}

async function inspectAsBot(node: TreeNode): Promise<void> {
  if (node.type !== "bot") return;
  const { portalId, botId } = node;
  await run(commandIds.inspectDialog, { portalId, readAs: { kind: "bot", botId } });
}

/** The user's id is the DIALOG_ID too; the command asks before a read that may create the chat. */
async function inspectPrivate(node: TreeNode): Promise<void> {
  const [dialogId] = userIdOf(node);
  if (dialogId !== undefined) {
    await run(commandIds.inspectDialog, { portalId: portalIdOf(node), dialogId });
  }
}

const run = vscode.commands.executeCommand;

function userIdOf(node: TreeNode): readonly string[] {
  if (node.type === "bot") return [String(node.botId)];
  return node.type === "person" ? [String(node.userId)] : [];
}

function factTextOf(browser: DialogBrowser, node: TreeNode): readonly string[] {
  const fact = node.type === "fact" ? browser.factOf(node) : undefined;
  return fact === undefined ? [] : [rawTextOf(fact)];
}

async function copy(texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await vscode.env.clipboard.writeText(texts.join("\n"));
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied"), 3_000);
}

async function copyIds(dialogs: readonly DialogNode[]): Promise<void> {
  const ids = [...new Set(dialogs.map(({ dialogId }) => dialogId))];
  if (ids.length === 0) return;
  await vscode.env.clipboard.writeText(ids.join("\n"));
  vscode.window.setStatusBarMessage(
    ids.length === 1
      ? vscode.l10n.t("Copied {0}", ids[0] ?? "")
      : vscode.l10n.t("Copied {0} dialog ids", ids.length),
    3_000,
  );
}

async function openInBitrix24(services: TreeCommandServices, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? services.browser.portalOf(node.portalId) : undefined;
  if (node.type !== "dialog" || portal === undefined) return;
  if (portal.origin === services.demoOrigin) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("The demo portal has no pages to open."),
    );
    return;
  }
  await vscode.env.openExternal(vscode.Uri.parse(messengerUrl(portal.origin, node.dialogId)));
}

function dialogsOf(nodes: readonly TreeNode[]): readonly DialogNode[] {
  return nodes.filter((node) => node.type === "dialog");
}
