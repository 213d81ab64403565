/** Ids that users, tests and documents rely on. */
export const commandIds = {
  inspectDialog: "bitrix24.inspectDialog",
  addPortal: "bitrix24.addPortal",
  addDemoPortal: "bitrix24.addDemoPortal",
  switchPortal: "bitrix24.switchPortal",
  replaceWebhook: "bitrix24.replaceWebhook",
  renamePortal: "bitrix24.renamePortal",
  removePortal: "bitrix24.removePortal",
  refresh: "bitrix24.refresh",
  showLog: "bitrix24.showLog",
} as const;

export const dialogPanelType = "bitrix24.dialog";

/** Scheme of the read-only documents that hold raw replies. */
export const rawReplyScheme = "bitrix24-reply";

export const settingsSection = "bitrix24";

/** The documentation of webhooks, in the two languages that Bitrix24 writes it in. */
export function webhookHelpUrl(language: string): string {
  const domain = language.startsWith("ru") ? "apidocs.bitrix24.ru" : "apidocs.bitrix24.com";
  return `https://${domain}/local-integrations/local-webhooks.html`;
}
