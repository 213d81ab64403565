import * as vscode from "vscode";
import type { DialogBrowser } from "../../core/browse/dialogBrowser";
import type { Pins } from "../../core/browse/pins";
import { portalIdOf, type DialogNode, type TreeNode } from "../../core/browse/treeNode";
import { effectOf, parseExactDialogId, type DialogRef } from "../../core/dialog/dialogId";
import { ownersEyes, type ReadAs } from "../../core/dialog/eyes";
import type { DialogHistory } from "../../core/dialog/history";
import { messengerUrl } from "../../core/dialog/links";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { pickReadAs } from "../bots/readAsPicker";
import { commandIds, treeCommandIds, webhookHelpUrl } from "../ids";

export interface TreeCommandParts {
  readonly browser: DialogBrowser;
  readonly pins: Pins;
  readonly history: DialogHistory;
  readonly panels: {
    open(portal: PortalRecord, ref: DialogRef, as?: ReadAs): Promise<void>;
    openPreview(portal: PortalRecord, ref: DialogRef): Promise<void>;
  };
  readonly demoOrigin: string;
}

/** What can be done with the nodes of the sidebar. VS Code gives the node and the selected ones. */
export function registerTreeCommands(parts: TreeCommandParts): vscode.Disposable {
  const { browser, pins, history } = parts;
  const on = (
    id: string,
    run: (node: TreeNode, selected: readonly TreeNode[]) => unknown,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (node?: unknown, selected?: unknown) => {
      if (!isNode(node)) return;
      await run(node, Array.isArray(selected) ? selected.filter(isNode) : [node]);
    });
  return vscode.Disposable.from(
    on(treeCommandIds.inspectNode, (node) => inspect(parts, node)),
    on(treeCommandIds.previewNode, (node) => preview(parts, node)),
    on(treeCommandIds.inspectNodeAs, (node) => inspectAs(parts, node)),
    on(treeCommandIds.inspectAsBot, (node) => inspectAsBot(node)),
    on(treeCommandIds.pinDialog, (_node, selected) => pins.add(dialogsOf(selected))),
    on(treeCommandIds.unpinDialog, (_node, selected) => pins.remove(dialogsOf(selected))),
    on(treeCommandIds.removeFromHistory, (_node, selected) => history.remove(dialogsOf(selected))),
    on(treeCommandIds.copyDialogId, (_node, selected) => copyIds(dialogsOf(selected))),
    on(treeCommandIds.openInBitrix24, (node) => openInBitrix24(parts, node)),
    on(treeCommandIds.refreshNode, (node) => browser.refresh(node)),
    on(treeCommandIds.retryNode, (node) => browser.refresh(node)),
    on(treeCommandIds.loadMore, (node) =>
      node.type === "loadMore" ? browser.loadMore(node.parent) : undefined,
    ),
    on(treeCommandIds.explainScope, (node) => explainScope(portalIdOf(node))),
    on(treeCommandIds.replaceWebhookOfNode, async (node) => {
      const portalId = portalIdOf(node);
      const isReplaced: unknown = await vscode.commands.executeCommand(commandIds.replaceWebhook, {
        portalId,
      });
      if (isReplaced === true) await browser.refresh(node);
    }),
    vscode.commands.registerCommand(treeCommandIds.refreshDialogs, () => browser.refresh()),
  );
}

/** A keybinding runs a command with anything, or with nothing. */
function isNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && "type" in value && "id" in value;
}

async function inspect(
  { browser, panels }: TreeCommandParts,
  node: TreeNode,
  as?: ReadAs,
): Promise<void> {
  const dialog = node.type === "notice" ? node.parent : node;
  if (dialog.type !== "dialog") return;
  const { portalId, dialogId } = dialog;
  const portal = browser.portalOf(portalId);
  const ref = parseExactDialogId(dialogId);
  if (isListed(dialog) && portal !== undefined && ref !== undefined)
    await panels.open(portal, ref, as);
  else await run(commandIds.inspectDialog, { portalId, dialogId, readAs: as });
}

/** A click: where reading needs no question, in the panel that clicks share. */
async function preview(parts: TreeCommandParts, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? parts.browser.portalOf(node.portalId) : undefined;
  const ref = node.type === "dialog" ? parseExactDialogId(node.dialogId) : undefined;
  const isHarmless =
    ref !== undefined &&
    (isListed(node) || portal?.readsWithoutAsking === true || effectOf(ref) === "none");
  if (portal !== undefined && isHarmless) await parts.panels.openPreview(portal, ref);
  else await inspect(parts, node);
}

/** The portal itself listed the chat, so it exists, and reading it creates nothing. */
function isListed(node: TreeNode): boolean {
  return node.type === "dialog" && (node.section === "chats" || node.section === "lines");
}

async function inspectAs(parts: TreeCommandParts, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? parts.browser.portalOf(node.portalId) : undefined;
  const as = portal === undefined ? undefined : await pickReadAs(portal, ownersEyes);
  if (as !== undefined) await inspect(parts, node, as);
}

async function inspectAsBot(node: TreeNode): Promise<void> {
  if (node.type !== "bot") return;
  const { portalId, botId } = node;
  await run(commandIds.inspectDialog, { portalId, readAs: { kind: "bot", botId } });
}

const run = vscode.commands.executeCommand;

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

async function openInBitrix24(parts: TreeCommandParts, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? parts.browser.portalOf(node.portalId) : undefined;
  if (node.type !== "dialog" || portal === undefined) return;
  if (portal.origin === parts.demoOrigin) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("The demo portal has no pages to open."),
    );
    return;
  }
  await vscode.env.openExternal(vscode.Uri.parse(messengerUrl(portal.origin, node.dialogId)));
}

async function explainScope(portalId: string): Promise<void> {
  const check = { title: vscode.l10n.t("Check Access") };
  const replace = { title: vscode.l10n.t("Replace Webhook") };
  const help = { title: vscode.l10n.t("How to Create a Webhook") };
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t("The webhook may not list this"),
    {
      modal: true,
      detail: vscode.l10n.t(
        "In the portal open Applications > Developer resources > Other > Incoming webhook, choose the webhook, and grant “im” (Chat and notifications) for chats, people and search, “imbot” (Create and manage chat bots) for bots. Then refresh the portal here: its permissions are asked anew. Only if the webhook's address changed, replace it.",
      ),
    },
    check,
    replace,
    help,
  );
  if (chosen === check) {
    await vscode.commands.executeCommand(commandIds.checkAccess, { portalId });
  } else if (chosen === replace) {
    await vscode.commands.executeCommand(commandIds.replaceWebhook, { portalId });
  } else if (chosen === help) {
    await vscode.env.openExternal(vscode.Uri.parse(webhookHelpUrl(vscode.env.language)));
  }
}

function dialogsOf(nodes: readonly TreeNode[]): readonly DialogNode[] {
  return nodes.filter((node) => node.type === "dialog");
}
