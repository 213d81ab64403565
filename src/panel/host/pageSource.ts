import * as vscode from "vscode";
import { once } from "../../core/base/once";
import type { HostedPage } from "./hostedPage";
import type { PageFiles } from "./pageMarkup";

/** Puts the page into webviews. */
export interface Pages {
  pageIn(panel: vscode.WebviewPanel): HostedPage;
}

/** Loads what pages need with the first of them: activation must not wait for it. */
export class PageSource {
  readonly load = once(() => this.loadNow());

  constructor(private readonly extensionUri: vscode.Uri) {}

  private async loadNow(): Promise<Pages> {
    const [{ HostedPage }, files] = await Promise.all([import("./hostedPage"), this.files()]);
    return { pageIn: (panel) => new HostedPage(panel, this.extensionUri, files) };
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
