import { inspect as printed } from "node:util";
import * as vscode from "vscode";
import { extensionApi, replaced, type Api } from "./extensionApi";
import { OpenPages, type OpenPage } from "./openPages";

type Box = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;
type Send = (message: unknown) => unknown;

const whole = { depth: 10, maxStringLength: null, maxArrayLength: null, showHidden: true } as const;

/** All that the extension gives to VS Code to be shown, kept or opened, from `watch` on, as text. */
export class Surfaces {
  private readonly texts: string[] = [];
  private readonly boxes = new Set<Box>();
  private readonly undo: (() => void)[] = [];

  static async watch(): Promise<Surfaces> {
    const api = await extensionApi();
    const surfaces = new Surfaces(new OpenPages(api));
    surfaces.look(api);
    return surfaces;
  }

  private constructor(private readonly openPages: OpenPages) {}

  get pages(): readonly OpenPage[] {
    return this.openPages.all;
  }

  /** Whether a list or a box is still waiting for what it shows. */
  get isBusy(): boolean {
    return [...this.boxes].some(({ busy }) => busy);
  }

  note(...shown: readonly unknown[]): void {
    this.texts.push(printed(shown, whole));
  }

  /** What was shown since the last time, and what can be seen now. */
  async take(): Promise<string> {
    for (const box of this.boxes) this.noteBox(box);
    this.note(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label, input }) => [label, input])),
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme !== "file")
        .map((document) => [document.uri.toString(), document.getText()]),
      vscode.languages.getDiagnostics().map(([uri, found]) => [uri.toString(), found]),
      vscode.workspace.getConfiguration("bitrix24"),
      await vscode.env.clipboard.readText(),
    );
    return this.texts.splice(0).join("\n");
  }

  stop(): void {
    for (const undo of this.undo.reverse()) undo();
    this.openPages.stop();
  }

  private look({ window, env }: Api): void {
    const noteGiven = (name: string, owner: object = window): void => {
      this.replace(owner, name, (show) => (...given) => {
        this.note(name, given);
        return show(...given);
      });
    };
    for (const name of ["showErrorMessage", "showWarningMessage", "showInformationMessage"])
      noteGiven(name);
    for (const name of ["showInputBox", "setStatusBarMessage", "showTextDocument"]) noteGiven(name);
    this.replace(window, "showQuickPick", (show) => (items, ...rest) => {
      void Promise.resolve(items).then((loaded) => {
        this.note("showQuickPick", loaded, rest);
      });
      return show(items, ...rest);
    });
    this.replace(window, "withProgress", (run) => (options, task) => {
      const work = task as (progress: { report: Send }, ...rest: unknown[]) => unknown;
      this.note("withProgress", options);
      return run(options, (progress: { report: Send }, ...rest: unknown[]) => {
        const report = (value: unknown): void => {
          this.note("progress", value);
          progress.report(value);
        };
        return work({ report }, ...rest);
      });
    });
    // Whoever runs the tests wants no browser; what it would have opened is a surface like any other.
    this.replace(env, "openExternal", () => (uri) => {
      this.note("openExternal", String(uri));
      return Promise.resolve(true);
    });
    for (const name of ["createQuickPick", "createInputBox"]) {
      this.replace(window, name, (create) => () => this.watchBox(create() as Box));
    }
    this.replace(window, "createWebviewPanel", (create) => (...given) => {
      this.note("createWebviewPanel", given);
      return this.notePage(create(...given) as vscode.WebviewPanel);
    });
  }

  private replace(...given: Parameters<typeof replaced>): void {
    this.undo.push(replaced(...given));
  }

  private watchBox(box: Box): Box {
    this.boxes.add(box);
    for (const name of ["hide", "dispose"]) {
      replaced(box, name, (end) => () => {
        if (this.boxes.delete(box)) this.noteBox(box);
        return end();
      });
    }
    return box;
  }

  private noteBox(box: Box): void {
    const { title, placeholder } = box;
    const { items, prompt, validationMessage } = box as Partial<
      vscode.QuickPick<vscode.QuickPickItem> & vscode.InputBox
    >;
    this.note("box", title, placeholder, items, prompt, validationMessage, box.buttons);
  }

  /** The page itself gets what it is shown, too. */
  private notePage(panel: vscode.WebviewPanel): vscode.WebviewPanel {
    const { webview } = panel;
    const proto: object = Object.getPrototypeOf(webview) as object;
    const html = Object.getOwnPropertyDescriptor(proto, "html");
    Object.defineProperty(webview, "html", {
      get: () => html?.get?.call(webview) as unknown,
      set: (text: string) => {
        this.note("html", text);
        html?.set?.call(webview, text);
      },
    });
    replaced(webview, "postMessage", (post) => (message) => {
      this.note("postMessage", message);
      return post(message);
    });
    return panel;
  }
}
