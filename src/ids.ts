/** Ids that users, tests and documents rely on. */
export const commandIds = {
  inspectDialog: "bitrix24.inspectDialog",
  addPortal: "bitrix24.addPortal",
  addDemoPortal: "bitrix24.addDemoPortal",
  switchPortal: "bitrix24.switchPortal",
  replaceWebhook: "bitrix24.replaceWebhook",
  renamePortal: "bitrix24.renamePortal",
  removePortal: "bitrix24.removePortal",
  askBeforeReads: "bitrix24.askBeforeReads",
  addBot: "bitrix24.addBot",
  removeBot: "bitrix24.removeBot",
  checkAccess: "bitrix24.checkAccess",
  refresh: "bitrix24.refresh",
  showLog: "bitrix24.showLog",
} as const;

/** Commands of the sidebar. Those that need a node are hidden from the palette. */
export const treeCommandIds = {
  inspectNode: "bitrix24.inspectNode",
  previewNode: "bitrix24.previewNode",
  inspectNodeAs: "bitrix24.inspectNodeAs",
  inspectAsBot: "bitrix24.inspectAsBot",
  pinDialog: "bitrix24.pinDialog",
  unpinDialog: "bitrix24.unpinDialog",
  copyDialogId: "bitrix24.copyDialogId",
  copyUserId: "bitrix24.copyUserId",
  copyFact: "bitrix24.copyFact",
  inspectPrivateDialog: "bitrix24.inspectPrivateDialog",
  openWebhookHelp: "bitrix24.openWebhookHelp",
  openInBitrix24: "bitrix24.openInBitrix24",
  removeFromHistory: "bitrix24.removeFromHistory",
  refreshNode: "bitrix24.refreshNode",
  retryNode: "bitrix24.retryNode",
  loadMore: "bitrix24.loadMore",
  explainScope: "bitrix24.explainScope",
  replaceWebhookOfNode: "bitrix24.replaceWebhookOfNode",
  checkAccessOfNode: "bitrix24.checkAccessOfNode",
  refreshDialogs: "bitrix24.refreshDialogs",
  filterDialogs: "bitrix24.filterDialogs",
  clearFilter: "bitrix24.clearFilter",
  searchChats: "bitrix24.searchChats",
} as const;

export const dialogsViewId = "bitrix24.dialogs";

/** Context key: the sidebar shows only what matches a text. */
export const isFilteredKey = "bitrix24.isFiltered";

/** Context key: there is something to look into. */
export const hasPortalsKey = "bitrix24.hasPortals";

export const dialogPanelType = "bitrix24.dialog";

export const accessPanelType = "bitrix24.access";

/** Scheme of the read-only documents that hold raw replies. */
export const rawReplyScheme = "bitrix24-reply";

export const settingsSection = "bitrix24";

/** The documentation of webhooks, in the two languages that Bitrix24 writes it in. */
export function webhookHelpUrl(language: string): string {
  const domain = language.startsWith("ru") ? "apidocs.bitrix24.ru" : "apidocs.bitrix24.com";
  return `https://${domain}/local-integrations/local-webhooks.html`;
}
