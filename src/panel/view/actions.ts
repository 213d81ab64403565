import * as l10n from "@vscode/l10n";
import type { Remedy } from "../../core/diagnosis/causes";
import { commandIds, innerCommandIds, settingsSection } from "../../ids";
import type {
  CommandActionId,
  DialogActionId,
  EventActionId,
  EventsActionId,
  PageActionId,
  PanelAction,
} from "../protocol/panelView";

/** What an action is about; absent: it is not known, or there is none. */
export interface ActionSubject {
  readonly portalId?: string | undefined;
  readonly dialogId?: string;
  /** The bot whose view is shown. */
  readonly botId?: number | undefined;
  /** Where the portal has moved. */
  readonly newOrigin?: string | undefined;
  /** The one of a portal's methods that is meant. */
  readonly method?: string | undefined;
}

/** A command that does what a button says. */
export interface CommandCall {
  readonly command: string;
  readonly arguments: readonly unknown[];
}

interface ActionLook {
  readonly label: string;
  readonly codicon: string;
}

interface CommandAction {
  readonly look: (subject: ActionSubject) => ActionLook;
  readonly call: (subject: ActionSubject) => CommandCall;
  /** Done, it has removed what was in the way: what failed is worth another try. */
  readonly isFix?: (subject: ActionSubject) => boolean;
}

const ofPortal =
  (command: string) =>
  ({ portalId }: ActionSubject): CommandCall => ({
    command,
    arguments: [{ portalId }],
  });

const plainly = (command: string) => (): CommandCall => ({ command, arguments: [] });

/** Opens VS Code's settings with those that help, and no others. */
const settings =
  (...names: readonly string[]) =>
  (): CommandCall => ({
    command: "workbench.action.openSettings",
    arguments: [`@id:${names.join(",")}`],
  });

/** The one table of what commands do: label, icon and deed together, for every page, row and box. */
export const commandActions: Readonly<Record<CommandActionId, CommandAction>> = {
  replaceWebhook: {
    look: () => ({ label: l10n.t("Replace webhook"), codicon: "key" }),
    call: ofPortal(commandIds.replaceWebhook),
    isFix: () => true,
  },
  addBot: {
    look: () => ({ label: l10n.t("Add bot token"), codicon: "robot" }),
    call: ({ portalId, botId }) => ({
      command: commandIds.addBot,
      arguments: [{ portalId, ...(botId === undefined ? {} : { botId }) }],
    }),
    // To the webhook's owner a bot is one more way to find the cause: the refusal stays.
    isFix: ({ botId }) => botId !== undefined,
  },
  checkAccess: {
    look: () => ({ label: l10n.t("Check access"), codicon: "shield" }),
    call: ofPortal(commandIds.checkAccess),
  },
  inspectAsChat: {
    look: ({ dialogId = "" }) => ({
      label: l10n.t("Inspect chat{0}", dialogId),
      codicon: "comment-discussion",
    }),
    call: ({ portalId, dialogId = "" }) => ({
      command: commandIds.inspectDialog,
      arguments: [{ portalId, dialogId: `chat${dialogId}` }],
    }),
  },
  inspectAnother: {
    look: () => ({ label: l10n.t("Inspect another dialog"), codicon: "search" }),
    // Offered when the portal was removed, too: then the active one is meant.
    call: ({ portalId }) => ({
      command: commandIds.inspectDialog,
      arguments: portalId === undefined ? [] : [{ portalId }],
    }),
  },
  openWebhookHelp: {
    look: () => ({ label: l10n.t("How to create a webhook"), codicon: "book" }),
    call: plainly(innerCommandIds.showWebhookHelp),
  },
  adoptAddress: {
    look: () => ({ label: l10n.t("Use the new address"), codicon: "arrow-right" }),
    call: ({ portalId, newOrigin }) => ({
      command: innerCommandIds.adoptAddress,
      arguments: [{ portalId, origin: newOrigin }],
    }),
    isFix: () => true,
  },
  openTimeoutSetting: {
    look: () => ({ label: l10n.t("Change the timeout"), codicon: "gear" }),
    call: settings(`${settingsSection}.requestTimeoutSeconds`),
  },
  openCertificateSetting: {
    look: () => ({ label: l10n.t("Open the certificate setting"), codicon: "gear" }),
    call: settings("http.systemCertificates"),
  },
  openProxySettings: {
    look: () => ({ label: l10n.t("Open proxy settings"), codicon: "gear" }),
    call: settings("http.proxy", "http.proxySupport", "http.noProxy"),
  },
  copyAsCode: {
    look: ({ method }) => ({
      label: method === undefined ? l10n.t("Copy as code…") : l10n.t("Copy {0} as code…", method),
      codicon: "code",
    }),
    // The command knows what the page of a dialog shows; of a portal it asks which call is meant, if that is not said.
    call: ({ portalId, dialogId, method }) => ({
      command: commandIds.copyAsCode,
      arguments: [
        {
          portalId,
          ...(dialogId === undefined ? {} : { dialogId }),
          ...(method === undefined ? {} : { method }),
          ...(dialogId === undefined && method === undefined ? { choosesCall: true } : {}),
        },
      ],
    }),
  },
  showLog: {
    look: () => ({ label: l10n.t("Show log"), codicon: "output" }),
    call: plainly(commandIds.showLog),
  },
  reportIssue: {
    look: () => ({ label: l10n.t("Report an issue"), codicon: "feedback" }),
    call: plainly(commandIds.reportIssue),
  },
  checkEvents: {
    look: () => ({ label: l10n.t("Check events"), codicon: "pulse" }),
    call: ({ portalId, botId, dialogId }) => ({
      command: commandIds.checkEvents,
      arguments: [
        {
          portalId,
          ...(botId === undefined ? {} : { botId }),
          ...(dialogId === undefined ? {} : { dialogId }),
        },
      ],
    }),
  },
  addPortal: {
    look: () => ({ label: l10n.t("Add portal"), codicon: "add" }),
    call: plainly(commandIds.addPortal),
  },
  searchChats: {
    look: () => ({ label: l10n.t("Search by title"), codicon: "search-fuzzy" }),
    call: ofPortal(commandIds.searchChats),
  },
};

export function isCommandAction(id: string): id is CommandActionId {
  return Object.hasOwn(commandActions, id);
}

export function isPageAction(id: string): id is PageActionId {
  return id === "refresh" || id === "cancel" || id === "openRaw";
}

export function commandAction(
  id: CommandActionId,
  subject: ActionSubject = {},
): PanelAction<CommandActionId> {
  return { id, ...commandActions[id].look(subject) };
}

/** The deed of a command's button. */
export function callOf(id: CommandActionId, subject: ActionSubject): CommandCall {
  return commandActions[id].call(subject);
}

/** Whether its success is a reason to try again what failed. */
export function isFix(id: CommandActionId, subject: ActionSubject): boolean {
  return commandActions[id].isFix?.(subject) === true;
}

/** What a page does itself; its deeds are the host's, which must have one for each. */
export function pageAction(id: PageActionId): PanelAction<PageActionId>;
export function pageAction(id: DialogActionId): PanelAction<DialogActionId>;
export function pageAction(id: EventActionId): PanelAction<EventActionId>;
export function pageAction<Id extends EventsActionId>(id: Id): PanelAction<Id>;
export function pageAction(id: keyof typeof pageLooks): PanelAction<keyof typeof pageLooks> {
  return { id, ...pageLooks[id]() };
}

export const pageLooks: Readonly<
  Record<PageActionId | DialogActionId | EventActionId | EventsActionId, () => ActionLook>
> = {
  refresh: () => ({ label: l10n.t("Refresh"), codicon: "refresh" }),
  cancel: () => ({ label: l10n.t("Cancel"), codicon: "stop-circle" }),
  openRaw: () => ({ label: l10n.t("Open raw JSON"), codicon: "json" }),
  openInBitrix24: () => ({ label: l10n.t("Open in Bitrix24"), codicon: "link-external" }),
  copyDialogId: () => ({ label: l10n.t("Copy dialog id"), codicon: "copy" }),
  readAs: () => ({ label: l10n.t("Read as…"), codicon: "eye" }),
  readAnyway: () => ({ label: l10n.t("Read it"), codicon: "eye" }),
  readPeople: () => ({ label: l10n.t("Try again"), codicon: "refresh" }),
  copyLink: () => ({ label: l10n.t("Copy link"), codicon: "link" }),
  copyJson: () => ({ label: l10n.t("Copy JSON"), codicon: "json" }),
  copyMarkdown: () => ({ label: l10n.t("Copy as Markdown"), codicon: "markdown" }),
  togglePin: () => ({ label: l10n.t("Pin"), codicon: "pin" }),
  findCause: () => ({ label: l10n.t("Find the cause"), codicon: "search" }),
  copyReport: () => ({ label: l10n.t("Copy report"), codicon: "copy" }),
  readAsBot: () => ({ label: l10n.t("Read as…"), codicon: "eye" }),
  readMessages: () => ({ label: l10n.t("Read the latest messages"), codicon: "comment" }),
  readOlderMessages: () => ({ label: l10n.t("Older messages"), codicon: "chevron-down" }),
  cancelMessages: () => ({ label: l10n.t("Cancel"), codicon: "stop-circle" }),
  inspectChat: () => ({ label: l10n.t("Inspect"), codicon: "eye" }),
  watchEvents: () => ({ label: l10n.t("Watch for ten minutes"), codicon: "watch" }),
  inspectWaiting: () => ({ label: l10n.t("Inspect"), codicon: "comment-discussion" }),
  openWaitingEvent: () => ({ label: l10n.t("Open raw JSON"), codicon: "json" }),
  inspectEventAsBot: () => ({ label: l10n.t("Inspect"), codicon: "robot" }),
  openFixture: () => ({ label: l10n.t("Open as a fixture"), codicon: "beaker" }),
  openFixtureBody: () => ({ label: l10n.t("Open as the body of a request"), codicon: "output" }),
};

type RemedyAction = PanelAction<PageActionId | CommandActionId>;

/** The buttons of a page that help against a failure; the first is the one to press. */
export function remedyActions(
  remedies: readonly Remedy[],
  dialogId: string,
): readonly RemedyAction[] {
  return remedies.map((remedy, index) => ({
    ...remedyAction(remedy, dialogId),
    ...(index === 0 ? { isPrimary: true } : {}),
  }));
}

export function remedyAction(remedy: Remedy, dialogId: string): RemedyAction {
  switch (remedy) {
    case "retry":
      return { id: "refresh", label: l10n.t("Try again"), codicon: "refresh" };
    case "openRaw":
      return { id: "openRaw", label: l10n.t("Open raw reply"), codicon: "json" };
    default:
      return commandAction(remedy, { dialogId });
  }
}

export function disabled<Action extends PanelAction>(
  action: Action,
  reason: string | undefined,
): Action {
  return reason === undefined ? action : { ...action, disabledReason: reason };
}
