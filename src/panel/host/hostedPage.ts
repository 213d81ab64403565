import * as vscode from "vscode";
import { DisposableStore } from "../../core/base/lifecycle";
import {
  parsePanelToHost,
  type HostToPanel,
  type PageIdentity,
  type PanelToHost,
} from "../protocol/panelMessages";
import type { PanelActionId, PanelMemory, PanelView, PanelWords } from "../protocol/panelView";
import { panelOptions, panelPage } from "./panelPage";

/** What a page is for: whoever knows what it shows, and what its buttons do. */
export interface PageOwner {
  content(): {
    readonly view: PanelView;
    readonly words: PanelWords;
    readonly identity: PageIdentity;
  };
  act(action: PanelActionId): Promise<void>;
  /** What is copied for a field; `undefined`: there is nothing. */
  copyTextOf(key: string): string | undefined;
  /** What only some pages ask for. */
  answer?(request: PageRequest): Promise<void>;
}

export type PageRequest = Extract<
  PanelToHost,
  { readonly type: "people" | "runProbe" | "cancelProbe" }
>;

/** The page in a webview: the way there and back, and what it remembers while it is hidden. */
export class HostedPage implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private memory: PanelMemory | undefined;
  private isReady = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly owner: PageOwner,
  ) {
    this.store.add(panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    panel.iconPath = vscode.Uri.joinPath(extensionUri, "media", "icon.png");
    panel.webview.options = panelOptions(extensionUri);
    panel.webview.html = panelPage(panel.webview, extensionUri);
  }

  /** Sends the whole current state; a page that is not there yet asks for it when it is. */
  show(): void {
    this.send(undefined);
  }

  dispose(): void {
    this.store.dispose();
  }

  private send(memory: PanelMemory | undefined): void {
    if (!this.isReady) return;
    this.post({
      type: "show",
      ...this.owner.content(),
      language: vscode.env.language,
      ...(memory === undefined ? {} : { memory }),
    });
  }

  post(message: HostToPanel): void {
    // A page that is hidden is gone; it asks for everything again when it comes back.
    void this.panel.webview.postMessage(message);
  }

  private async receive(value: unknown): Promise<void> {
    const message = parsePanelToHost(value);
    switch (message?.type) {
      case "ready":
        this.isReady = true;
        this.send(this.memory);
        return;
      case "remember":
        this.memory = message.memory;
        return;
      case "copyValue":
        await this.copyValue(message.key);
        return;
      case "act":
        await this.owner.act(message.action);
        return;
      case "people":
      case "runProbe":
      case "cancelProbe":
        await this.owner.answer?.(message);
        return;
      case undefined:
        return;
    }
  }

  private async copyValue(key: string): Promise<void> {
    const text = this.owner.copyTextOf(key);
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    this.post({ type: "copied", key });
  }
}
