import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pageMarkup, type PageFiles } from "../../../src/panel/host/pageMarkup";
import type { PageState } from "../../../src/panel/protocol/panelMessages";
import type { Theme } from "../fixtures/themes";

const built = path.resolve(__dirname, "..", "..", "..", "dist");
const nonce = "bm9uY2U";

/** Serves the built page as the host does: the same markup under the same policy, in a theme. */
export class SiteServer {
  private readonly server: Server;
  /** What is inside the next page that is opened. */
  first: PageState | undefined;

  private constructor(
    private readonly files: PageFiles,
    private readonly theme: () => Theme,
  ) {
    this.server = createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(this.markup());
    });
  }

  /** Needs the built page. */
  static async start(theme: () => Theme): Promise<SiteServer> {
    const [script, style] = await Promise.all(
      ["panel.js", "panel.css"].map((name) => readFile(path.join(built, name), "utf8")),
    );
    assert.ok(script !== undefined && style !== undefined);
    const site = new SiteServer({ script, style }, theme);
    await new Promise<void>((resolve) => site.server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private markup(): string {
    const { files, first } = this;
    const theme = this.theme();
    return pageMarkup({ files, nonce, language: "en", pictures: ["data:", "https:"], first })
      .replace("<style", () => `<style nonce="${nonce}">${themeCss(theme)}</style><style`)
      .replace("<body", () => `<body class="${theme.bodyClass}"`);
  }
}

function themeCss({ variables }: Theme): string {
  const lines = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  // VS Code's own default style of every webview, as far as it matters to the page.
  return `:root { ${lines.join(" ")} }
@layer vscode-default {
  body { background-color: transparent; color: var(--vscode-editor-foreground); margin: 0; padding: 0 20px; }
  code { font-family: var(--monaco-monospace-font); color: var(--vscode-textPreformat-foreground); }
}`;
}
