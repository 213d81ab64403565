/** The buttons of a page; what they do is the host's. */
export const panelActionIds = [
  "refresh",
  "cancel",
  "openRaw",
  "openInBitrix24",
  "copyDialogId",
  "readAs",
  "replaceWebhook",
  "addBot",
  "checkAccess",
  "addPortal",
  "inspectAsChat",
  "inspectAnother",
  "readAnyway",
  "openWebhookHelp",
  "adoptAddress",
  "openTimeoutSetting",
  "openCertificateSetting",
  "openProxySettings",
  "searchChats",
  "showLog",
  "readPeople",
] as const;

export type PanelActionId = (typeof panelActionIds)[number];

export interface PanelAction {
  readonly id: PanelActionId;
  readonly label: string;
  readonly codicon: string;
  readonly isPrimary?: boolean;
  /** Why the button cannot be used now, as its tooltip; absent: it can. */
  readonly disabledReason?: string;
}
