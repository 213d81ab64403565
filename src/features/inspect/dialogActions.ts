import * as vscode from "vscode";
import type { DialogMessages } from "../../core/sessions/dialogMessages";
import type { DialogSession } from "../../core/sessions/dialogSession";
import { messengerUrl } from "../../core/dialog/links";
import { renamedTo } from "../../core/portal/portalError";
import type { Pins } from "../../core/sessions/pins";
import { isCommandAction, isPageAction, type ActionSubject } from "../../panel/view/actions";
import { isDialogAction } from "../../panel/protocol/panelActions";
import type { DialogActionId, PageActionId } from "../../panel/protocol/panelView";
import { pickReadAs } from "../bots";
import { copyText } from "../base/messages";
import { runAction } from "../base/runAction";
import type { RawReplies } from "../../panel/host/rawReplies";
import type { ReadToConfirm } from "../../core/dialog/consent";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { ReadAs } from "../../core/dialog/viewer";
import type { StoredBot } from "../../core/portal/portalRecord";
import { ownTitleOf } from "../../panel/view/headerView";
import { rawRepliesOf, readingOf, type PanelSubject } from "../../panel/view/panelSubject";
import { panelView } from "../../panel/view/panelView";

interface ActionServices {
  readonly pins: Pins;
  readonly rawReplies: RawReplies;
  /** What the panel shows now. */
  readonly subject: () => PanelSubject;
  readonly show: () => void;
  readonly readPeople: () => Promise<void>;
  readonly findCause: () => Promise<void> | undefined;
  /** `undefined`: the reader has turned them off. */
  readonly messages: () => DialogMessages | undefined;
  /** The tab stays with this dialog. */
  readonly keep: () => void;
}

/** What the buttons of a dialog's panel do. */
export class DialogActions {
  /** What no command does: the compiler asks for a deed for each. */
  private readonly deeds: Readonly<
    Record<PageActionId | DialogActionId, (argument: string) => unknown>
  > = {
    refresh: () => this.session.read(),
    cancel: () => {
      this.session.cancel();
    },
    readPeople: () => this.services.readPeople(),
    readAnyway: () => {
      const { session } = this;
      if (session.state.phase === "unconfirmed") session.confirm(session.state.viewer);
      return session.read();
    },
    openRaw: () => this.openRaw(),
    openInBitrix24: () => this.openInBitrix24(),
    copyDialogId: () => {
      const { dialogId } = this.session.ref;
      return this.copy(dialogId, vscode.l10n.t("Copied {0}", dialogId));
    },
    copyLink: () => this.copy(this.link()),
    copyJson: () => this.copy(rawRepliesOf(this.session.state)[0]?.body),
    copyMarkdown: async () => {
      const { markdownOf } = await import("../../panel/view/markdown");
      await this.copy(markdownOf(panelView(this.services.subject())));
    },
    copyReport: async () => {
      const { reportOf } = await import("../../panel/view/markdown");
      await this.copy(reportOf(panelView(this.services.subject())));
    },
    readAs: () => this.chooseViewer(),
    readAsBot: (botId) => this.readAs({ kind: "bot", botId: Number(botId) }),
    togglePin: () => this.togglePin(),
    findCause: () => this.services.findCause(),
    readMessages: () => this.services.messages()?.read(),
    readOlderMessages: () => this.services.messages()?.readOlder(),
    cancelMessages: () => this.services.messages()?.cancel(),
  };

  constructor(
    private readonly portalId: string,
    private readonly session: DialogSession,
    private readonly services: ActionServices,
  ) {}

  async run(action: string, argument = ""): Promise<void> {
    if (!isCommandAction(action)) {
      // Another page's own does not compile on this one.
      if (isPageAction(action) || isDialogAction(action)) await this.deeds[action](argument);
      return;
    }
    if (action === "checkEvents") return this.checkEvents(Number(argument) || undefined);
    if (!(await runAction(action, this.actionSubject))) return;
    // The same portal under its new name: what was agreed to holds.
    if (action === "adoptAddress") this.session.confirm();
    await this.session.read();
  }

  /** Of a bot in this chat, by the chat's number: other ids may change the portal when they are read. */
  private async checkEvents(botId: number | undefined): Promise<void> {
    const { portal, state, ref } = this.services.subject();
    const chatId = ref.form === "chat" ? ref.chatId : readingOf(state)?.dialog.chatId;
    const dialogId = chatId === undefined ? {} : { dialogId: `chat${chatId}` };
    await runAction("checkEvents", { portalId: portal?.id, botId, ...dialogId });
  }

  private get actionSubject(): ActionSubject {
    const { portal, state, ref } = this.services.subject();
    const { readAs } = this.session;
    return {
      portalId: portal?.id,
      dialogId: ref.dialogId,
      botId: readAs.kind === "owner" ? undefined : readAs.botId,
      newOrigin: state.phase === "failed" ? renamedTo(state.failure.error) : undefined,
    };
  }

  private async openRaw(): Promise<void> {
    const { ref, state } = this.session;
    await this.services.rawReplies.show(this.portalId, ref.dialogId, rawRepliesOf(state));
  }

  private async togglePin(): Promise<void> {
    const { pins } = this.services;
    const { dialogId } = this.session.ref;
    const pin = { portalId: this.portalId, dialogId };
    if (pins.has(this.portalId, dialogId)) return pins.remove([pin]);
    this.services.keep();
    await pins.add([pin]);
  }

  private async chooseViewer(): Promise<void> {
    const { portal } = this.services.subject();
    const as = portal === undefined ? undefined : await pickReadAs(portal, this.session.readAs);
    if (as !== undefined) await this.readAs(as);
  }

  private async readAs(as: ReadAs): Promise<void> {
    const { session } = this;
    // A refusal has not said what the chat is, and will not do so side by side either.
    const isRefused = as.kind === "both" && session.state.phase === "failed";
    const viewers = isRefused ? ({ kind: "bot", botId: as.botId } as const) : as;
    if (!(await this.agrees(session.ref, session.toConfirm(viewers)))) return;
    session.look(as);
    this.services.show();
    await session.read();
  }

  /** Before a bot is asked for a chat of this number, to find out why the dialog was refused. */
  async agreesToProbe(chat: DialogRef, { botId }: StoredBot): Promise<boolean> {
    const { session } = this;
    const viewer = { kind: "bot", botId } as const;
    const isThis = chat.dialogId === session.ref.dialogId;
    return this.agrees(chat, isThis ? session.toConfirm(viewer) : { viewer, effect: "joinsBot" });
  }

  private async agrees(ref: DialogRef, asked: ReadToConfirm | undefined): Promise<boolean> {
    const subject = this.services.subject();
    const { portal } = subject;
    if (portal === undefined || asked === undefined) return portal !== undefined;
    const isShown = ref.dialogId === subject.ref.dialogId;
    const known = { name: isShown ? ownTitleOf(subject) : "", isTyped: false };
    const { confirmRead } = await import("./confirmRead");
    if ((await confirmRead(portal, ref, asked, known)) === undefined) return false;
    if (isShown) this.session.confirm(asked.viewer);
    return true;
  }

  private async copy(text: string | undefined, said?: string): Promise<void> {
    if (text !== undefined) await copyText(text, said);
  }

  private link(): string | undefined {
    const { portal, isDemo, ref } = this.services.subject();
    return portal === undefined || isDemo ? undefined : messengerUrl(portal.origin, ref.dialogId);
  }

  private async openInBitrix24(): Promise<void> {
    const link = this.link();
    if (link !== undefined) await vscode.env.openExternal(vscode.Uri.parse(link));
  }
}
