import type { BrowserContext, Request } from "playwright-core";

/** Where VS Code gets the files of a panel from: a name that only its service worker answers. */
const panelFiles = ".vscode-resource.vscode-cdn.net";

/** Every address that the browser asks for, whichever frame or worker asks. */
export class RequestLog {
  private readonly seen: string[] = [];
  private readonly note = (request: Request): void => {
    this.seen.push(request.url());
  };

  constructor(private readonly context: BrowserContext) {
    context.on("request", this.note);
  }

  get urls(): readonly string[] {
    return this.seen;
  }

  /** What left for other hosts than VS Code's own; pictures inside the page are no request. */
  foreign(vscodeOrigin: string): string[] {
    return this.seen.filter((address) => {
      const { protocol, hostname, origin } = new URL(address);
      const isWeb = protocol === "http:" || protocol === "https:" || protocol === "wss:";
      return isWeb && origin !== vscodeOrigin && !hostname.endsWith(panelFiles);
    });
  }

  stop(): void {
    this.context.off("request", this.note);
  }
}
