import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { DisposableStore } from "../../core/base/lifecycle";
import {
  parsePanelToHost,
  type PageState,
  type HostToPanel,
  type PageIdentity,
  type PanelMemory,
  type PanelToHost,
} from "../protocol/panelMessages";
import type { PanelLayout, PanelView, PanelWords } from "../protocol/panelView";
import { pageMarkup, type PageFiles } from "./pageMarkup";

/** What a page is for: whoever knows what it shows, and what its buttons do. */
export interface PageOwner {
  /** What the tab is called. */
  title(): string;
  content(): PageContent;
  /** How much of what was asked for is there; asked more often than the content, which takes longer. */
  progress(): PageProgress;
  /** From where the page may load pictures, as its policy names it. */
  pictures(): readonly string[];
  /** @param action what the page sent: one that is not this page's own does nothing */
  act(action: string, argument?: string): Promise<void>;
  /** What is copied for a field; `undefined`: there is nothing. */
  copyTextOf(key: string): Promise<string | undefined>;
  /** The reader opened or closed groups. */
  arrange(change: Partial<PanelLayout>): Promise<void>;
  /** The reader filtered what is shown. */
  filtered?(): void;
  /** What only some pages ask for. */
  answer?(request: PageRequest): Promise<void>;
}

interface PageContent {
  readonly view: PanelView;
  readonly words: PanelWords;
  readonly identity: PageIdentity;
  readonly layout: PanelLayout;
  /** What the keyboard is on at first; absent: the start of the page. */
  readonly focus?: string;
}

/**
 * `answered`: a page that is open shows it at once, and what follows when it comes. `complete`: nothing is on its way
 * any more; a new page waits a moment for that, and a moment longer for an answer.
 */
type PageProgress = "reading" | "answered" | "complete";

export type PageRequest = Extract<
  PanelToHost,
  { readonly type: "people" | "runProbe" | "cancelProbe" }
>;

/** VS Code needs about as long to prepare a page: all that comes within it is in the first picture. */
const firstPictureMs = 80;
/** An answer is still better late in the first picture than behind one that has nothing to say. */
const lateAnswerMs = 160;
/** An open page has drawn what it was sent. */
const drawnWithinMs = 50;
/** A new page has said that it is drawn, or takes so long that its tab does not wait for it. */
const loadedWithinMs = 500;

/**
 * The page in a webview: the way there and back, and what it remembers while it is hidden. It takes one owner after
 * the other without being loaded again.
 */
export class HostedPage implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private owner: PageOwner | undefined;
  private memory: PanelMemory | undefined;
  /** Loaded, and listening. */
  private isReady = false;
  private hasMarkup = false;
  /** From where the page that was written may load pictures: another portal's dialog, or setting, needs a new one. */
  private pictures = "";
  /** What the page drew, or will draw, is not what is to be shown now. */
  private isStale = false;
  private wait: ReturnType<typeof setTimeout> | undefined;
  /** The picture waits for an answer only. */
  private isLate = false;
  /** The tab gets its name a moment after the page its view: when that is drawn. */
  private naming: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly files: PageFiles,
    sayFault: (error: unknown) => Promise<void>,
  ) {
    panel.iconPath = vscode.Uri.joinPath(extensionUri, "media", "icon.png");
    this.store.add(
      panel.webview.onDidReceiveMessage(async (message: unknown) => {
        try {
          await this.receive(message);
        } catch (error) {
          void sayFault(error);
          throw error;
        }
      }),
    );
    this.store.add(
      panel.onDidChangeViewState(() => {
        // A page that is hidden is gone; it begins anew with what is in its markup.
        if (panel.visible || !this.hasMarkup || this.wait !== undefined) return;
        this.isReady = false;
        this.writeMarkup();
      }),
    );
  }

  /** From now on the page is this one's; it shows what is there within a moment, and the rest when it comes. */
  present(owner: PageOwner): void {
    this.owner = owner;
    this.memory = undefined;
    clearTimeout(this.wait);
    this.isLate = false;
    if (this.panel.title === "") this.writeTitle();
    this.wait = setTimeout(() => {
      this.isLate = true;
      this.writeTitle();
      this.wait = setTimeout(() => {
        this.showFirst();
      }, lateAnswerMs - firstPictureMs);
      this.show();
    }, firstPictureMs);
    this.show();
  }

  /** The owner shows nothing here any more. */
  leave(owner: PageOwner): void {
    if (this.owner === owner) this.owner = undefined;
  }

  /** Shows the whole current state. */
  show(): void {
    if (this.wait !== undefined) {
      const progress = this.owner?.progress();
      const isAnswerEnough = this.isLate || (this.isReady && !this.needsMarkup);
      if (progress === "complete" || (progress === "answered" && isAnswerEnough)) this.showFirst();
      return;
    }
    this.isStale = true;
    if (this.needsMarkup) this.writeMarkup();
    // However long the page takes to load, its tab does not wait for it.
    else if (!this.isReady) this.nameWithin(loadedWithinMs);
    // While the page draws, more would delay its picture. What changes in one turn of the event loop is sent once.
    else if (this.naming === undefined) {
      setImmediate(() => {
        this.sendStale();
      });
    }
  }

  /** In the order of the calls: after what is to be shown. */
  post(message: HostToPanel): void {
    // What took its time may come to a page that is closed.
    if (this.owner === undefined) return;
    this.sendStale();
    void this.panel.webview.postMessage(message);
  }

  dispose(): void {
    this.owner = undefined;
    this.isStale = false;
    clearTimeout(this.wait);
    clearTimeout(this.naming);
    this.store.dispose();
  }

  private get needsMarkup(): boolean {
    return !this.panel.visible || this.pictures !== this.owner?.pictures().join();
  }

  private showFirst(): void {
    clearTimeout(this.wait);
    this.wait = undefined;
    if (this.hasMarkup) this.show();
    else this.writeMarkup();
  }

  private writeMarkup(): void {
    const first = this.current(this.memory);
    if (first === undefined) return;
    const pictures = this.owner?.pictures() ?? [];
    this.hasMarkup = true;
    this.isStale = false;
    this.pictures = pictures.join();
    this.panel.webview.html = pageMarkup({
      files: this.files,
      nonce: randomBytes(16).toString("base64"),
      language: vscode.env.language,
      pictures,
      first,
    });
    if (this.panel.visible) this.nameWithin(loadedWithinMs);
    else this.writeTitle();
  }

  private sendStale(memory?: PanelMemory): void {
    if (!this.isStale || !this.isReady || this.wait !== undefined) return;
    if (this.needsMarkup) {
      this.writeMarkup();
      return;
    }
    const show = this.current(memory);
    this.isStale = false;
    if (show !== undefined) this.post({ type: "show", ...show });
    this.nameWithin(drawnWithinMs);
  }

  private nameWithin(ms: number): void {
    clearTimeout(this.naming);
    this.naming = setTimeout(() => {
      this.writeTitle();
      this.sendStale();
    }, ms);
  }

  /** Once the page is drawn: the same thread of VS Code draws the tabs anew. */
  private writeTitle(): void {
    clearTimeout(this.naming);
    this.naming = undefined;
    if (this.owner !== undefined) this.panel.title = this.owner.title();
  }

  private current(memory: PanelMemory | undefined): PageState | undefined {
    if (this.owner === undefined) return undefined;
    const { view, words, identity, layout, focus } = this.owner.content();
    const { language } = vscode.env;
    return {
      view,
      words,
      identity,
      layout,
      language,
      ...(focus === undefined ? {} : { focus }),
      ...(memory === undefined ? {} : { memory }),
    };
  }

  private async receive(value: unknown): Promise<void> {
    const message = parsePanelToHost(value);
    // The page still draws the owner before: what is pressed there is meant for that one.
    if (this.wait !== undefined && message?.type !== "ready") return;
    switch (message?.type) {
      case "ready": {
        // A second one: the page was loaded again, and drew what was of an earlier moment.
        this.isStale ||= this.isReady;
        this.isReady = true;
        this.writeTitle();
        this.sendStale(this.memory);
        return;
      }
      case "remember":
        this.memory = message.memory;
        if (message.memory.filter !== "") this.owner?.filtered?.();
        // Its last word before it was hidden belongs into the markup, too.
        if (!this.panel.visible) this.writeMarkup();
        return;
      case "arrange":
        await this.owner?.arrange({
          groups: message.groups,
          ...(message.showsEmpty === undefined ? {} : { showsEmpty: message.showsEmpty }),
        });
        return;
      case "copyValue":
        await this.copyValue(message.key);
        return;
      case "act":
        await this.owner?.act(message.action, message.argument);
        return;
      case "people":
      case "runProbe":
      case "cancelProbe":
        await this.owner?.answer?.(message);
        return;
      case undefined:
        return;
    }
  }

  private async copyValue(key: string): Promise<void> {
    const { owner } = this;
    const text = await owner?.copyTextOf(key);
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    // Meanwhile the page may be another's.
    if (this.owner === owner) this.post({ type: "copied", key });
  }
}
