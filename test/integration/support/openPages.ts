import type * as vscode from "vscode";
import { replaced, type Api } from "./extensionApi";

type Send = (message: unknown) => unknown;

/** A page that the extension has opened, and the way of its messages. */
export interface OpenPage {
  /** What it is about, as its tab says. */
  readonly subject: () => string;
  /** Says something in the place of the page, which has no part in it. */
  readonly send: Send;
  /** When an open page was sent what it shows, in milliseconds of `performance`. */
  readonly shownAt: readonly number[];
}

/** The pages that the extension opens, from now on. */
export class OpenPages {
  /** Those that are open. */
  all: readonly OpenPage[] = [];
  readonly stop: () => void;

  constructor({ window }: Api) {
    this.stop = replaced(
      window,
      "createWebviewPanel",
      (create) =>
        (...given) =>
          this.watch(create(...given) as vscode.WebviewPanel),
    );
  }

  private watch(panel: vscode.WebviewPanel): vscode.WebviewPanel {
    const { webview } = panel;
    const listeners: Send[] = [];
    const subscribe = webview.onDidReceiveMessage;
    Object.defineProperty(webview, "onDidReceiveMessage", {
      value: (listener: Send, ...rest: []) => {
        listeners.push(listener);
        return subscribe(listener, ...rest);
      },
    });
    const shownAt: number[] = [];
    replaced(webview, "postMessage", (post) => (message) => {
      if (message instanceof Object && "type" in message && message.type === "show")
        shownAt.push(performance.now());
      return post(message);
    });
    const page: OpenPage = {
      subject: () => `${panel.viewType} ${panel.title}`,
      shownAt,
      send: (message) => Promise.all(listeners.map((listener) => listener(message))),
    };
    this.all = [...this.all, page];
    panel.onDidDispose(() => {
      this.all = this.all.filter((open) => open !== page);
    });
    return panel;
  }
}
