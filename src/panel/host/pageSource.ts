import * as vscode from "vscode";
import { once } from "../../core/base/once";
import type { HostedPage } from "./hostedPage";
import type { PageFiles } from "./pageMarkup";

/** Puts the page into webviews. */
export interface Pages {
  /** In a tab of its own; with an empty title it is called as what it presents. */
  open(
    viewType: string,
    title: string,
    place: Parameters<typeof vscode.window.createWebviewPanel>[2],
  ): HostedPage;
  /** In a panel that VS Code has brought back. */
  restore(panel: vscode.WebviewPanel): HostedPage;
}

/** It runs its own script, and loads nothing. */
const webviewOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/** Loads what pages need with the first of them: activation must not wait for it. */
export class PageSource {
  readonly load = once(() => this.loadNow());

  /** @param sayFault says that a button ended in an exception */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly sayFault: (error: unknown) => Promise<void>,
  ) {}

  private async loadNow(): Promise<Pages> {
    const [{ HostedPage }, files] = await Promise.all([import("./hostedPage"), this.files()]);
    const pageIn = (panel: vscode.WebviewPanel): HostedPage =>
      new HostedPage(panel, this.extensionUri, files, this.sayFault);
    return {
      open: (viewType, title, place) => {
        // From the beginning: for options that change VS Code loads a webview once more.
        const options = { ...webviewOptions, enableFindWidget: true };
        return pageIn(vscode.window.createWebviewPanel(viewType, title, place, options));
      },
      restore: (panel) => {
        panel.webview.options = webviewOptions;
        return pageIn(panel);
      },
    };
  }

  private async files(): Promise<PageFiles> {
    const [script, style] = await Promise.all([this.text("panel.js"), this.text("panel.css")]);
    return { script, style };
  }

  private async text(name: string): Promise<string> {
    const uri = vscode.Uri.joinPath(this.extensionUri, "dist", name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }
}
