import assert from "node:assert/strict";
import path from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
} from "playwright-core";
import type {
  HostToPanel,
  PageState,
  PanelMemory,
  PanelToHost,
} from "../../../src/panel/protocol/panelMessages";
import {
  groupsOf,
  type PanelLayout,
  type PanelView,
  type PanelWords,
} from "../../../src/panel/protocol/panelView";
import { panelWords } from "../../../src/panel/protocol/panelWords";
import { findAccessibilityProblems } from "../../e2e/harness/accessibility";
import { browser as findBrowser } from "../../host/setup/browser";
import { themes, type Theme } from "../fixtures/themes";
import { SiteServer } from "./siteServer";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const fakeHost = path.join(__dirname, "fakeHost.js");

interface Seen {
  readonly posted: readonly PanelToHost[];
  readonly states: readonly unknown[];
  readonly violations: readonly string[];
  readonly longestTaskMs: number;
}

interface ShowOptions {
  readonly words?: PanelWords;
  readonly language?: string;
  readonly layout?: PanelLayout;
  readonly memory?: PanelMemory;
}

/** One of several looks at the same page. */
interface Scan {
  /** Selector of what is scanned; absent: all. */
  readonly part?: string;
  readonly isFirstTheme?: boolean;
  /** The first language and width. */
  readonly isFirstText?: boolean;
}

export type OpenOptions = BrowserContextOptions & {
  readonly theme?: Theme;
  /** What is inside the page itself. */
  readonly first?: PageState;
};

const size = { width: 1000, height: 760 };

/** A browser with the panel's page in it, and the test in the place of the host. */
export class PanelBrowser {
  private theme: Theme = themes.dark;
  /** Tabs that nobody looks at, by what cannot be changed in them: a new one takes longer than most tests. */
  private readonly free = new Map<string, Page[]>();

  private constructor(
    private readonly browser: Browser,
    private site: SiteServer | undefined,
  ) {}

  static async start(): Promise<PanelBrowser> {
    const { executable, env } = await findBrowser();
    const browser = await chromium.launch({
      executablePath: executable,
      args: flags,
      env: { ...process.env, ...env },
    });
    const panels = new PanelBrowser(browser, undefined);
    panels.site = await SiteServer.start(() => panels.theme);
    return panels;
  }

  async open(options: OpenOptions = {}): Promise<PanelPage> {
    const { theme, first, viewport = size, reducedMotion = null, ...fixed } = options;
    if (this.site !== undefined) this.site.first = first;
    this.theme = theme ?? themes.dark;
    const kind = JSON.stringify(fixed);
    const page = this.free.get(kind)?.pop() ?? (await this.newTab(fixed));
    if (viewport !== null) await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion });
    // Over nothing, wherever an earlier test has left it.
    await page.mouse.move(-1, -1);
    const panel = new PanelPage(page, () => {
      this.free.set(kind, [...(this.free.get(kind) ?? []), page]);
    });
    await page.goto(this.site?.origin ?? "");
    await page.locator("main[data-panel='bitrix24']").waitFor({ state: "attached" });
    return panel;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.site?.stop();
  }

  private async newTab(options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext({
      locale: "en-US",
      timezoneId: "UTC",
      ...options,
    });
    await context.addInitScript({ path: fakeHost });
    return context.newPage();
  }
}

/** A reader who sees every row. */
function allOpen({ body }: PanelView): PanelLayout {
  const groups = Object.fromEntries(groupsOf(body).map(({ id }) => [id, true]));
  return { groups, showsEmpty: true };
}

/** What the host says of a page. */
export function pageState(
  view: PanelView,
  { words = panelWords(), language = "en", layout = allOpen(view), memory }: ShowOptions = {},
): PageState {
  const { dialogId } = view.header;
  return {
    view,
    words,
    language,
    layout,
    identity: { portalId: "p1", ...(dialogId === undefined ? {} : { dialogId }) },
    ...(memory === undefined ? {} : { memory }),
  };
}

export class PanelPage {
  /** What went wrong in the page, beside what it may report itself. */
  readonly problems: string[] = [];

  private readonly onConsole = (message: ConsoleMessage): void => {
    if (message.type() === "error" || message.type() === "warning")
      this.problems.push(message.text());
  };
  private readonly onError = (error: Error): void => {
    this.problems.push(error.message);
  };

  /** @param handBack gives the tab to whoever opens the next */
  constructor(
    readonly page: Page,
    private readonly handBack: () => void,
  ) {
    page.on("console", this.onConsole);
    page.on("pageerror", this.onError);
  }

  async show(view: PanelView, options: ShowOptions = {}): Promise<void> {
    await this.send({ type: "show", ...pageState(view, options) });
  }

  async send(message: HostToPanel): Promise<void> {
    await this.sendAnything(message);
  }

  /** Returns when the page has had its turn. */
  async sendAnything(message: unknown): Promise<void> {
    await this.page.evaluate(
      `new Promise((done) => {
        addEventListener("message", () => requestAnimationFrame(() => setTimeout(done)), { once: true });
        postMessage(${JSON.stringify(message)}, "*");
      })`,
    );
  }

  async seen(): Promise<Seen> {
    return this.page.evaluate<Seen>("window.seen");
  }

  async posted<Type extends PanelToHost["type"]>(
    type: Type,
  ): Promise<Extract<PanelToHost, { type: Type }>[]> {
    const { posted } = await this.seen();
    return posted.filter(
      (message): message is Extract<PanelToHost, { type: Type }> => message.type === type,
    );
  }

  /** Fonts are there and everything that fades in has done so; what moves for ever may go on. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      `Promise.all([
        document.fonts.ready,
        ...document.getAnimations()
          .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
          .map(({ finished }) => finished),
      ]).then(() => undefined)`,
    );
  }

  /** Waits until the page has posted as many messages of a type. */
  async waitForPosted(type: PanelToHost["type"], count = 1): Promise<void> {
    await this.waitFor(
      `window.seen.posted.filter(({ type }) => type === "${type}").length >= ${count}`,
    );
  }

  /** Waits until an expression of the page is true. Playwright's own wait needs `eval`, which the policy forbids. */
  async waitFor(expression: string): Promise<void> {
    await this.page.evaluate(
      `new Promise((done) => {
        const look = () => { if (${expression}) done(); else requestAnimationFrame(look); };
        look();
      })`,
    );
  }

  /** The focus key of what has the keyboard, or the name of its element. */
  async focused(): Promise<string> {
    return this.page.evaluate<string>(
      "document.activeElement.dataset.focus ?? document.activeElement.localName",
    );
  }

  /** What axe finds on the page, less what a scan of the same page in another look has looked at. */
  async assertAccessible({
    part = "html",
    isFirstTheme = true,
    isFirstText = true,
  }: Scan = {}): Promise<void> {
    if (!isFirstTheme && !isFirstText) return;
    const rules = !isFirstTheme ? "contrast" : isFirstText ? "all" : "structure";
    assert.deepEqual(await findAccessibilityProblems(this.page, { part, rules }), []);
  }

  close(): void {
    this.page.off("console", this.onConsole);
    this.page.off("pageerror", this.onError);
    this.handBack();
  }
}
