import * as vscode from "vscode";
import { chatRef } from "../../core/dialog/dialogId";
import type { DialogSession } from "../../core/sessions/dialogSession";
import { messengerUrl } from "../../core/dialog/links";
import { renamedTo } from "../../core/portal/portalError";
import type { Pins } from "../../core/sessions/pins";
import type { Portals } from "../../core/portal/portals";
import type { PanelActionId } from "../../panel/protocol/panelView";
import { pickReadAs } from "../bots";
import type { RawReplies } from "../../panel/host/rawReplies";
import { commandIds } from "../../ids";
import { runCommand } from "../base/commands";
import { confirmRead } from "./confirmRead";
import { adoptAddress } from "../portals";
import { openWebhookHelp } from "../base/openWebhookHelp";
import type { ReadAs } from "../../core/dialog/viewer";
import { markdownOf, reportOf } from "../../panel/view/markdown";
import { panelView, rawRepliesOf, type PanelSubject } from "../../panel/view/panelView";
import { openSettings } from "../base/settings";

interface ActionServices {
  readonly portals: Portals;
  readonly pins: Pins;
  readonly rawReplies: RawReplies;
  /** What the panel shows now. */
  readonly subject: () => PanelSubject;
  readonly show: () => void;
  readonly readPeople: () => Promise<void>;
  readonly findCause: () => Promise<void>;
}

/** What the buttons of a dialog's panel do. */
export class DialogActions {
  constructor(
    private readonly portalId: string,
    private readonly session: DialogSession,
    private readonly services: ActionServices,
  ) {}

  async run(action: PanelActionId, argument = ""): Promise<void> {
    const { portalId, session } = this;
    const { subject, rawReplies, readPeople } = this.services;
    const { ref } = session;
    switch (action) {
      case "refresh":
        return session.read();
      case "cancel":
        session.cancel();
        return;
      case "readPeople":
        return readPeople();
      case "readAnyway":
        if (session.state.phase === "unconfirmed") session.confirm(session.state.viewer);
        return session.read();
      case "openRaw": {
        await rawReplies.show(portalId, ref.dialogId, rawRepliesOf(session.state));
        return;
      }
      case "openInBitrix24":
        return this.openInBitrix24();
      case "copyDialogId":
        return this.copy(ref.dialogId, vscode.l10n.t("Copied {0}", ref.dialogId));
      case "copyLink":
        return this.copy(this.link());
      case "copyJson":
        return this.copy(rawRepliesOf(session.state)[0]?.body);
      case "copyMarkdown":
        return this.copy(markdownOf(panelView(subject())));
      case "readAsBot":
        return this.readAs({ kind: "bot", botId: Number(argument) });
      case "togglePin": {
        const pin = { portalId, dialogId: ref.dialogId };
        const { pins } = this.services;
        return pins.has(portalId, ref.dialogId) ? pins.remove([pin]) : pins.add([pin]);
      }
      case "findCause":
        return this.services.findCause();
      case "copyReport":
        return this.copy(reportOf(panelView(subject())));
      case "inspectAsChat":
        if (ref.form !== "user") return;
        await runCommand(commandIds.inspectDialog, {
          dialogId: chatRef(ref.userId).dialogId,
          portalId,
        });
        return;
      case "inspectAnother":
        // Offered when the portal was removed, too: then the active one is meant.
        await runCommand(
          commandIds.inspectDialog,
          subject().portal === undefined ? undefined : { portalId },
        );
        return;
      case "replaceWebhook": {
        const isReplaced: unknown = await runCommand(commandIds.replaceWebhook, { portalId });
        if (isReplaced === true) await session.read();
        return;
      }
      case "readAs":
        return this.chooseViewer();
      case "addBot": {
        if (session.readAs.kind === "owner") {
          // The refusal stays: the bot is one more way to find its cause.
          await runCommand(commandIds.addBot, { portalId });
          return;
        }
        const added: unknown = await runCommand(commandIds.addBot, {
          portalId,
          botId: session.readAs.botId,
        });
        if (added !== undefined) await session.read();
        return;
      }
      case "checkAccess":
        await runCommand(commandIds.checkAccess, { portalId });
        return;
      case "addPortal":
        await runCommand(commandIds.addPortal);
        return;
      case "openWebhookHelp":
        return openWebhookHelp();
      case "adoptAddress":
        if (!(await this.adoptAddress())) return;
        // The same portal under its new name: what was agreed to holds.
        session.confirm();
        return session.read();
      case "openTimeoutSetting":
      case "openCertificateSetting":
      case "openProxySettings":
        return openSettings(action);
      case "searchChats":
        await runCommand(commandIds.searchChats, { portalId });
        return;
      case "showLog":
        await runCommand(commandIds.showLog);
        return;
    }
  }

  private async chooseViewer(): Promise<void> {
    const { portal } = this.services.subject();
    const as = portal === undefined ? undefined : await pickReadAs(portal, this.session.readAs);
    if (as !== undefined) await this.readAs(as);
  }

  private async readAs(as: ReadAs): Promise<void> {
    const { portal } = this.services.subject();
    if (portal === undefined) return;
    const { session } = this;
    const asked = session.toConfirm(as);
    if (asked !== undefined) {
      if ((await confirmRead(portal, session.ref, asked)) === undefined) return;
      session.confirm(asked.viewer);
    }
    session.look(as);
    this.services.show();
    await session.read();
  }

  private async copy(text: string | undefined, said = vscode.l10n.t("Copied")): Promise<void> {
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(said, 3_000);
  }

  private link(): string | undefined {
    const { portal, isDemo, ref } = this.services.subject();
    return portal === undefined || isDemo ? undefined : messengerUrl(portal.origin, ref.dialogId);
  }

  private async adoptAddress(): Promise<boolean> {
    const { portal, state } = this.services.subject();
    const origin = state.phase === "failed" ? renamedTo(state.failure.error) : undefined;
    if (portal === undefined || origin === undefined) return false;
    return adoptAddress(this.services.portals, portal, origin);
  }

  private async openInBitrix24(): Promise<void> {
    const link = this.link();
    if (link !== undefined) await vscode.env.openExternal(vscode.Uri.parse(link));
  }
}
