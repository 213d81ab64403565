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
  "readAsBot",
  "togglePin",
  "copyLink",
  "copyJson",
  "copyMarkdown",
  "findCause",
  "copyReport",
] as const;

export type PanelActionId = (typeof panelActionIds)[number];

export interface PanelAction {
  readonly id: PanelActionId;
  readonly label: string;
  readonly codicon: string;
  /** What stands on the button where that is more than its name. */
  readonly text?: string;
  /** What the action is about, where there are several. */
  readonly argument?: string;
  readonly isPrimary?: boolean;
  /** Why the button cannot be used now, as its tooltip; absent: it can. */
  readonly disabledReason?: string;
}

/** A button that opens a list of actions. */
export interface PanelMenu {
  readonly menuId: string;
  readonly label: string;
  readonly codicon: string;
  /** What stands on the button; absent: nothing but its icon. */
  readonly text?: string;
  readonly items: readonly PanelAction[];
}

export type PanelTool = PanelAction | PanelMenu;
