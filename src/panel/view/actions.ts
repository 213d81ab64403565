import * as l10n from "@vscode/l10n";
import type { Remedy } from "../../core/diagnosis/diagnose";
import type { PanelAction, PanelTool } from "../protocol/panelView";

/** The buttons of a panel that mend a failure; the first is the one to press. */
export function remedyActions(
  remedies: readonly Remedy[],
  dialogId: string,
): readonly PanelAction[] {
  return remedies.map((remedy, index) => ({
    ...remedyAction(remedy, dialogId),
    ...(index === 0 ? { isPrimary: true } : {}),
  }));
}

export function remedyAction(remedy: Remedy, dialogId: string): PanelAction {
  switch (remedy) {
    case "retry":
      return { id: "refresh", label: l10n.t("Try again"), codicon: "refresh" };
    case "replaceWebhook":
      return { id: "replaceWebhook", label: l10n.t("Replace webhook"), codicon: "key" };
    case "addBot":
      return { id: "addBot", label: l10n.t("Add bot token"), codicon: "robot" };
    case "checkAccess":
      return { id: "checkAccess", label: l10n.t("Check access"), codicon: "shield" };
    case "inspectAsChat":
      return {
        id: "inspectAsChat",
        label: l10n.t("Inspect chat{0}", dialogId),
        codicon: "comment-discussion",
      };
    case "inspectAnother":
      return { id: "inspectAnother", label: l10n.t("Inspect another dialog"), codicon: "search" };
    case "openRaw":
      return { id: "openRaw", label: l10n.t("Open raw reply"), codicon: "json" };
    case "openWebhookHelp":
      return { id: "openWebhookHelp", label: l10n.t("How to create a webhook"), codicon: "book" };
    case "adoptAddress":
      return { id: "adoptAddress", label: l10n.t("Use the new address"), codicon: "arrow-right" };
    case "openTimeoutSetting":
      return { id: "openTimeoutSetting", label: l10n.t("Change the time-out"), codicon: "gear" };
    case "openCertificateSetting":
      return {
        id: "openCertificateSetting",
        label: l10n.t("Open the certificate setting"),
        codicon: "gear",
      };
    case "openProxySettings":
      return { id: "openProxySettings", label: l10n.t("Open proxy settings"), codicon: "gear" };
    case "showLog":
      return { id: "showLog", label: l10n.t("Show log"), codicon: "output" };
  }
}

export interface ToolbarState {
  /** Why the dialog cannot be read now; absent: it can. */
  readonly refreshDisabled: string | undefined;
  /** When it was read, as the clock shows it; absent: not yet. */
  readonly readAt: string | undefined;
  readonly hasRaw: boolean;
  readonly hasFacts: boolean;
  readonly isPinned: boolean;
  /** With whose rights it is read: as short as it goes, and whether that is a bot. */
  readonly viewer: { readonly text: string; readonly isBot: boolean };
  /** Why the dialog cannot be opened in a browser; absent: it can. */
  readonly openInBitrix24Disabled: string | undefined;
  /** Why nobody else can read the dialog; absent: it can be chosen who reads. */
  readonly readAsDisabled: string | undefined;
}

export function toolbarActions(state: ToolbarState): readonly PanelTool[] {
  const { readAt, viewer, isPinned, readAsDisabled, openInBitrix24Disabled } = state;
  const noReply = state.hasRaw ? undefined : l10n.t("There is no reply yet.");
  const noFacts = state.hasFacts ? undefined : l10n.t("There is no reply yet.");
  return [
    disabled(
      {
        id: "refresh",
        label: l10n.t("Refresh"),
        codicon: "refresh",
        ...(readAt === undefined ? {} : { text: readAt }),
      },
      state.refreshDisabled,
    ),
    disabled(
      {
        id: "readAs",
        label: l10n.t("Read as…"),
        codicon: viewer.isBot ? "hubot" : "eye",
        text: viewer.text,
      },
      readAsDisabled,
    ),
    {
      menuId: "copy",
      label: l10n.t("Copy…"),
      codicon: "copy",
      items: [
        { id: "copyDialogId", label: l10n.t("Copy dialog id"), codicon: "symbol-key" },
        disabled(
          { id: "copyLink", label: l10n.t("Copy link"), codicon: "link" },
          openInBitrix24Disabled,
        ),
        disabled({ id: "copyJson", label: l10n.t("Copy JSON"), codicon: "json" }, noReply),
        disabled(
          { id: "copyMarkdown", label: l10n.t("Copy as Markdown"), codicon: "markdown" },
          noFacts,
        ),
      ],
    },
    {
      id: "togglePin",
      label: isPinned ? l10n.t("Unpin") : l10n.t("Pin"),
      codicon: isPinned ? "pinned" : "pin",
      text: "",
    },
    {
      menuId: "more",
      label: l10n.t("More actions"),
      codicon: "ellipsis",
      items: [
        disabled(
          { id: "openInBitrix24", label: l10n.t("Open in Bitrix24"), codicon: "link-external" },
          openInBitrix24Disabled,
        ),
        disabled({ id: "openRaw", label: l10n.t("Open raw JSON"), codicon: "json" }, noReply),
        remedyAction("checkAccess", ""),
        remedyAction("showLog", ""),
      ],
    },
  ];
}

function disabled(action: PanelAction, reason: string | undefined): PanelAction {
  return reason === undefined ? action : { ...action, disabledReason: reason };
}

export function cancelAction(): PanelAction {
  return { id: "cancel", label: l10n.t("Cancel"), codicon: "debug-stop" };
}
