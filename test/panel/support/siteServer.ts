import { access, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Theme } from "../fixtures/themes";

const built = path.resolve(__dirname, "..", "..", "..", "dist");
const nonce = "bm9uY2U";

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".ttf": "font/ttf",
};

/** Serves the built page as the host does: the same markup under the same policy. */
export class SiteServer {
  private readonly server: Server;

  private constructor(private readonly theme: () => Theme) {
    this.server = createServer((request, response) => {
      const name = new URL(request.url ?? "/", "http://localhost").pathname;
      if (name === "/") {
        response.setHeader("content-type", "text/html");
        response.setHeader("content-security-policy", this.policy);
        response.end(this.markup());
        return;
      }
      void this.file(name).then(({ status, body, type }) => {
        response.writeHead(status, { "content-type": type }).end(body);
      });
    });
  }

  static async start(theme: () => Theme): Promise<SiteServer> {
    await access(path.join(built, "panel.js")); // Else: build first.
    const site = new SiteServer(theme);
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

  private get policy(): string {
    return [
      "default-src 'none'",
      "img-src https: http://127.0.0.1:* http://localhost:* data:",
      `style-src ${this.origin}`,
      `font-src ${this.origin}`,
      `script-src 'nonce-${nonce}'`,
    ].join("; ");
  }

  private markup(): string {
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/theme.css">
<link rel="stylesheet" href="/panel.css">
<title>Dialog Inspector</title>
</head>
<body class="${this.theme().bodyClass}">
<script type="module" nonce="${nonce}" src="/panel.js"></script>
</body>
</html>`;
  }

  private async file(
    name: string,
  ): Promise<{ status: number; body: Buffer | string; type: string }> {
    const type = contentTypes[path.extname(name)] ?? "text/plain";
    if (name === "/theme.css") return { status: 200, body: themeCss(this.theme()), type };
    try {
      return { status: 200, body: await readFile(path.join(built, path.basename(name))), type };
    } catch {
      return { status: 404, body: "", type };
    }
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
