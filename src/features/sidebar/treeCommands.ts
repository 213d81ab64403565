import * as vscode from "vscode";
import { copyText, showInformationMessage } from "../base/messages";
import { demoOrigin } from "../../core/portal/demoAddress";
import type { ReadMethod } from "../../core/portal/readMethods";
import { messengerUrl } from "../../core/dialog/links";
import { ownerViewer, type ReadAs } from "../../core/dialog/viewer";
import type { DialogBrowser } from "../../core/sidebar/dialogBrowser";
import {
  isKeptSection,
  portalIdOf,
  type DialogNode,
  type TreeNode,
} from "../../core/sidebar/treeNode";
import { commandIds, treeCommandIds, type NodeCommandId } from "../../ids";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { pickReadAs } from "../bots";
import { explainScope } from "../portals";
import { openWebhookHelp } from "../base/openWebhookHelp";
import { rawTextOf } from "./factItem";
import type { TreeLoading } from "./treeLoading";

type NodeCommand = (node: TreeNode, selected: readonly TreeNode[]) => unknown;

/** What can be done with the nodes of the sidebar: a deed for each command. */
export function nodeCommands(
  { history, pins }: Services,
  browser: DialogBrowser,
  loading: TreeLoading,
): Readonly<Record<NodeCommandId, NodeCommand>> {
  return {
    [treeCommandIds.inspectNode]: inspectAll,
    [treeCommandIds.previewNode]: (node) => inspect(node, { isPreview: true }),
    [treeCommandIds.inspectPrivateDialog]: inspectPrivate,
    [treeCommandIds.inspectNodeAs]: (node) => inspectAs(browser, node),
    [treeCommandIds.inspectAsBot]: inspectAsBot,
    [treeCommandIds.checkEventsOfNode]: async (node) => {
      if (node.type !== "bot") return;
      const { portalId, botId } = node;
      await runCommand(commandIds.checkEvents, { portalId, botId });
    },
    [treeCommandIds.pinDialog]: (_node, selected) => pins.add(dialogsOf(selected)),
    [treeCommandIds.unpinDialog]: (_node, selected) => pins.remove(dialogsOf(selected)),
    [treeCommandIds.removeFromHistory]: (_node, selected) => history.remove(dialogsOf(selected)),
    [treeCommandIds.copyDialogId]: (_node, selected) =>
      copyIds(
        // A range stands for its rows.
        dialogsOf(selected.flatMap((row) => (row.type === "range" ? browser.children(row) : row))),
      ),
    [treeCommandIds.copyUserId]: (_node, selected) => copy(selected.flatMap(userIdOf)),
    [treeCommandIds.copyFact]: (_node, selected) =>
      copy(selected.flatMap((node) => factTextOf(browser, node))),
    [treeCommandIds.copyNodeAsCode]: async (node) => {
      const call = callBehind(node);
      if (call === undefined) return;
      await runCommand(commandIds.copyAsCode, { portalId: portalIdOf(node), ...call });
    },
    [treeCommandIds.openInBitrix24]: (node) => openInBitrix24(browser, node),
    [treeCommandIds.refreshNode]: (node) => loading.refresh(node),
    [treeCommandIds.retryNode]: (node) =>
      node.type === "notice" ? loading.retry(node) : undefined,
    [treeCommandIds.loadMore]: (node) =>
      node.type === "loadMore" ? loading.more(node) : undefined,
    [treeCommandIds.openWebhookHelp]: openWebhookHelp,
    [treeCommandIds.explainScope]: (node) => explainScope(portalIdOf(node)),
    [treeCommandIds.checkAccessOfNode]: (node) =>
      runCommand(commandIds.checkAccess, { portalId: portalIdOf(node) }),
    [treeCommandIds.replaceWebhookOfNode]: async (node) => {
      const portalId = portalIdOf(node);
      const isReplaced = await runCommand(commandIds.replaceWebhook, { portalId });
      if (isReplaced === true) await loading.refresh(node);
    },
  };
}

/** A click means one row, and so does a menu outside the selection. More than fit beside each other help nobody. */
const inspectedAtOnce = 10;
const inOwnTab = { isPreview: false };

async function inspectAll(node: TreeNode, selected: readonly TreeNode[]): Promise<void> {
  const dialogs = dialogsOf(selected);
  if (!selected.includes(node) || dialogs.length < 2) return inspect(node, inOwnTab);
  for (const dialog of dialogs.slice(0, inspectedAtOnce)) await inspect(dialog, inOwnTab);
  if (dialogs.length <= inspectedAtOnce) return;
  void showInformationMessage(
    vscode.l10n.t(
      "The first {0} of {1} selected dialogs were opened.",
      inspectedAtOnce,
      dialogs.length,
    ),
  );
}

/** Where a read may change the portal, the command asks. */
async function inspect(
  node: TreeNode,
  how: { readonly readAs?: ReadAs; readonly isPreview?: boolean } = {},
): Promise<void> {
  const dialog = node.type === "notice" ? node.parent : node;
  if (dialog.type !== "dialog") return;
  const { portalId, dialogId } = dialog;
  await runCommand(commandIds.inspectDialog, { portalId, dialogId, ...how });
}

async function inspectAs(browser: DialogBrowser, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? browser.portalOf(node.portalId) : undefined;
  const readAs = portal === undefined ? undefined : await pickReadAs(portal, ownerViewer);
  if (readAs !== undefined) await inspect(node, { readAs });
}

async function inspectAsBot(node: TreeNode): Promise<void> {
  if (node.type !== "bot") return;
  const { portalId, botId } = node;
  await runCommand(commandIds.inspectDialog, { portalId, readAs: { kind: "bot", botId } });
}

/** The user's id is the DIALOG_ID too; the command asks before a read that may create the chat. */
async function inspectPrivate(node: TreeNode): Promise<void> {
  const [dialogId] = userIdOf(node);
  if (dialogId !== undefined) {
    await runCommand(commandIds.inspectDialog, { portalId: portalIdOf(node), dialogId });
  }
}

/** What a row shows was read by this call, or would be. */
function callBehind(
  node: TreeNode,
): { readonly dialogId?: string; readonly method?: ReadMethod } | undefined {
  switch (node.type) {
    case "dialog":
      return { dialogId: node.dialogId };
    case "members":
      return { dialogId: node.dialog.dialogId, method: "im.dialog.users.list" };
    case "section":
      if (isKeptSection(node.section)) return undefined;
      return { method: node.section === "bots" ? "imbot.bot.list" : "im.recent.list" };
    default:
      return undefined;
  }
}

function userIdOf(node: TreeNode): readonly string[] {
  if (node.type === "bot") return [String(node.botId)];
  return node.type === "person" ? [String(node.userId)] : [];
}

function factTextOf(browser: DialogBrowser, node: TreeNode): readonly string[] {
  const fact = node.type === "fact" ? browser.factOf(node) : undefined;
  return fact === undefined ? [] : [rawTextOf(fact)];
}

async function copy(texts: readonly string[]): Promise<void> {
  if (texts.length > 0) await copyText(texts.join("\n"));
}

async function copyIds(dialogs: readonly DialogNode[]): Promise<void> {
  const ids = [...new Set(dialogs.map(({ dialogId }) => dialogId))];
  if (ids.length === 0) return;
  await copyText(
    ids.join("\n"),
    ids.length === 1
      ? vscode.l10n.t("Copied {0}", ids[0] ?? "")
      : vscode.l10n.t("Copied {0} dialog ids", ids.length),
  );
}

async function openInBitrix24(browser: DialogBrowser, node: TreeNode): Promise<void> {
  const portal = node.type === "dialog" ? browser.portalOf(node.portalId) : undefined;
  if (node.type !== "dialog" || portal === undefined) return;
  if (portal.origin === demoOrigin) {
    void showInformationMessage(vscode.l10n.t("The demo portal has no pages to open."));
    return;
  }
  await vscode.env.openExternal(vscode.Uri.parse(messengerUrl(portal.origin, node.dialogId)));
}

function dialogsOf(nodes: readonly TreeNode[]): readonly DialogNode[] {
  return nodes.filter((node) => node.type === "dialog");
}
