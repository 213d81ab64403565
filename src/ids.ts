import type { Position, Uri } from "vscode";
import type { ReadAs } from "./core/dialog/viewer";
import type { TreeNode } from "./core/sidebar/treeNode";

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
  checkEvents: "bitrix24.checkEvents",
  copyAsCode: "bitrix24.copyAsCode",
  refresh: "bitrix24.refresh",
  showLog: "bitrix24.showLog",
  reportIssue: "bitrix24.reportIssue",
  searchChats: "bitrix24.searchChats",
  refreshDialogs: "bitrix24.refreshDialogs",
  filterDialogs: "bitrix24.filterDialogs",
  clearFilter: "bitrix24.clearFilter",
  sortDialogs: "bitrix24.sortDialogs",
  inspectAtCursor: "bitrix24.inspectAtCursor",
  listDialogsInWorkspace: "bitrix24.listDialogsInWorkspace",
  findWebhooksInWorkspace: "bitrix24.findWebhooksInWorkspace",
  explainEvent: "bitrix24.explainEvent",
} as const;

/** Commands for nodes of the sidebar, which the palette does not show. */
export const treeCommandIds = {
  inspectNode: "bitrix24.inspectNode",
  previewNode: "bitrix24.previewNode",
  inspectNodeAs: "bitrix24.inspectNodeAs",
  inspectAsBot: "bitrix24.inspectAsBot",
  checkEventsOfNode: "bitrix24.checkEventsOfNode",
  pinDialog: "bitrix24.pinDialog",
  unpinDialog: "bitrix24.unpinDialog",
  copyDialogId: "bitrix24.copyDialogId",
  copyUserId: "bitrix24.copyUserId",
  copyFact: "bitrix24.copyFact",
  copyNodeAsCode: "bitrix24.copyNodeAsCode",
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
} as const;

/** Commands in the context menu of a panel's rows: what they are about comes from the page. */
export const rowCommandIds = {
  copyValue: "bitrix24.copyRowValue",
  copyName: "bitrix24.copyRowName",
  copyNameAndValue: "bitrix24.copyRowNameAndValue",
  inspectPerson: "bitrix24.inspectPerson",
} as const;

export type RowCommandId = (typeof rowCommandIds)[keyof typeof rowCommandIds];

/** Commands that only buttons, rows and our own links run: they are in no menu and not in the palette. */
export const innerCommandIds = {
  adoptAddress: "bitrix24.adoptAddress",
  showWebhookHelp: "bitrix24.showWebhookHelp",
  copyText: "bitrix24.copyText",
  keepWebhook: "bitrix24.keepWebhook",
  allowSecrets: "bitrix24.allowSecrets",
  openExample: "bitrix24.openExample",
} as const;

export type NodeCommandId = (typeof treeCommandIds)[keyof typeof treeCommandIds];
export type CommandId =
  | (typeof commandIds)[keyof typeof commandIds]
  | (typeof innerCommandIds)[keyof typeof innerCommandIds]
  | RowCommandId
  | NodeCommandId;

/** `{ portalId }` names a portal; without it the command asks, or takes the active one. */
interface OfPortal {
  readonly portalId?: string | undefined;
}

/** A node of the sidebar, and those that are selected with it. */
type OnNode = [node: TreeNode, selected?: readonly TreeNode[]];

/** Commands that need to know of which portal, and nothing else. */
type PortalCommandId =
  `bitrix24.${"switchPortal" | "replaceWebhook" | "renamePortal" | "removePortal" | "askBeforeReads" | "checkAccess"}`;

/** What the commands take that take something. Those that ask can do without it. */
interface GivenArguments
  extends
    Readonly<Record<NodeCommandId, OnNode>>,
    Readonly<Record<RowCommandId, [row: unknown]>>,
    Readonly<Record<PortalCommandId, [portal?: OfPortal]>> {
  readonly "bitrix24.inspectDialog": [
    dialog?:
      | string
      | (OfPortal & {
          readonly dialogId?: string | undefined;
          /** What the box begins with, where no id is given. */
          readonly text?: string;
          /** The file or folder that names it: it decides which portal is asked, unless that is given. */
          readonly file?: string;
          /** `ask`: the user chooses. */
          readonly readAs?: ReadAs | "ask";
          /** `false`: the tab stays with the dialog. Else the next look-up may take it over; `true` is a click, two of which keep it. */
          readonly isPreview?: boolean;
        }),
  ];
  readonly "bitrix24.addPortal": [portal?: { readonly webhook: string; readonly name?: string }];
  readonly "bitrix24.addBot": [
    bot?: OfPortal & { readonly botId?: number; readonly botToken?: string },
  ];
  readonly "bitrix24.removeBot": [bot?: OfPortal & { readonly botId?: number }];
  readonly "bitrix24.checkEvents": [
    bot?: OfPortal & { readonly botId?: number; readonly dialogId?: string },
  ];
  readonly "bitrix24.searchChats": [search?: OfPortal & { readonly text?: string }];
  readonly "bitrix24.adoptAddress": [move: { readonly portalId: string; readonly origin: string }];
  readonly "bitrix24.copyAsCode": [
    call?: OfPortal & {
      readonly dialogId?: string | undefined;
      readonly method?: string;
      readonly client?: string;
      readonly as?: "copy" | "insert" | "document";
      readonly shape?: "call" | "program";
      /** Ask which call before asking for a client. */
      readonly choosesCall?: boolean;
    },
  ];
  readonly "bitrix24.explainEvent": [event?: string | { readonly text?: string }];
  readonly "bitrix24.copyText": [text: string];
  /** A place in a document: the webhook itself is in no argument. */
  readonly "bitrix24.keepWebhook": [place: { readonly uri: Uri; readonly position: Position }];
  readonly "bitrix24.allowSecrets": [file: Uri];
}

/** All others take nothing. */
export type CommandArguments = GivenArguments &
  Readonly<Record<Exclude<CommandId, keyof GivenArguments>, []>>;

export const dialogsViewId = "bitrix24.dialogs";

/** Context key: the sidebar shows only what matches a text. */
export const isFilteredKey = "bitrix24.isFiltered";

/** Context key: there is something to look into. */
export const hasPortalsKey = "bitrix24.hasPortals";

/** Context key: an editor shows something to inspect. */
export const mentionInSightKey = "bitrix24.isMentionInSight";

export const dialogPanelType = "bitrix24.dialog";

export const accessPanelType = "bitrix24.access";

export const eventsPanelType = "bitrix24.events";

export const eventPanelType = "bitrix24.event";

/** Scheme of the read-only documents that hold raw replies. */
export const rawReplyScheme = "bitrix24-reply";

/** Scheme of the read-only document that shows a snippet while it is chosen. */
export const snippetScheme = "bitrix24-snippet";

export const settingsSection = "bitrix24";

/** The documentation of webhooks, in the two languages that Bitrix24 writes it in. */
export function webhookHelpUrl(language: string): string {
  const domain = language.startsWith("ru") ? "apidocs.bitrix24.ru" : "apidocs.bitrix24.com";
  return `https://${domain}/local-integrations/local-webhooks.html`;
}
