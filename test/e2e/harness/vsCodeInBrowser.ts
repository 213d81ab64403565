import { cp } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext, Frame, Locator, Page } from "playwright-core";
import { sampleWorkspace, vsix } from "../../host/paths";
import { openBrowserWindow } from "../../host/run/browserWindow";
import { picture, pictureFile } from "../../host/run/picture";
import { temporaryFolder } from "../../host/run/temporaryFolder";
import { startUserServer, type RunningServer } from "../../host/run/vscodeServer";
import { browser } from "../../host/setup/browser";
import { codeServer } from "../../host/setup/codeServer";
import { newestHost, type HostVersion } from "../../host/versions";
import { findAccessibilityProblems, type AccessibilityFinding } from "./accessibility";
import { Clipboard } from "./clipboard";
import { colorThemes, type ColorTheme } from "./colorThemes";
import { eventually } from "./eventually";
import { ModalDialog } from "./modalDialog";
import { Notifications, type Notification } from "./notifications";
import { PanelConsole } from "./panelConsole";
import { panelFrame } from "./panelFrame";
import { QuickInput } from "./quickInput";
import { SideBar } from "./sideBar";
import { userKeys, writeUserKeys } from "./userKeys";

const size = { width: 1280, height: 800 };

/** VS Code with the packaged extension, fresh user data, and a browser profile that keeps secrets over a reload. */
export class VsCodeInBrowser {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: ModalDialog;
  readonly sideBar: SideBar;
  /** Errors inside our panels. */
  readonly console: PanelConsole;

  /**
   * Needs the VSIX, which `npm run package` and `npm test` write.
   * @param language of the extension; VS Code itself speaks English always
   */
  static async start(
    version: HostVersion = newestHost,
    language?: string,
  ): Promise<VsCodeInBrowser> {
    const folder = temporaryFolder("e2e");
    const workspace = path.join(folder, "northwind-bots");
    await cp(sampleWorkspace, workspace, { recursive: true });
    const data = path.join(folder, "vscode");
    const server = await startUserServer(await codeServer(version), {
      data,
      vsix,
      workspace,
      ...(language === undefined ? {} : { language }),
    });
    await writeUserKeys(data);
    const window = await openBrowserWindow(await browser(), path.join(folder, "profile"), size);
    const page = window.pages()[0] ?? (await window.newPage());
    const vscode = new VsCodeInBrowser(page, version, window, server, data, workspace);
    await vscode.load();
    return vscode;
  }

  private constructor(
    readonly page: Page,
    readonly version: HostVersion,
    private readonly window: BrowserContext,
    private readonly server: RunningServer,
    private readonly data: string,
    /** A copy of the sample workspace; tests may change it. */
    readonly workspace: string,
  ) {
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.dialog = new ModalDialog(page);
    this.sideBar = new SideBar(page);
    this.console = new PanelConsole(page);
  }

  /** Where VS Code keeps settings, states and logs. */
  get userData(): string {
    return path.join(this.data, "user");
  }

  /** Does what has a key of its own. */
  async press(key: keyof typeof userKeys): Promise<void> {
    await this.page.keyboard.press(userKeys[key]);
  }

  /** Keys of one suite, beside those that are always there; known when the window has been loaded anew. */
  async bindKeys(more: Parameters<typeof writeUserKeys>[1]): Promise<void> {
    await writeUserKeys(this.data, more);
  }

  /**
   * Runs a command as a user does: F1, its title, a click.
   * @param title with its category: "Bitrix24: Inspect Dialog"
   */
  async palette(title: string, withinMs = 30_000): Promise<void> {
    await eventually(
      async () => {
        await (await this.findInPalette(title, withinMs)).click({ timeout: 2_000 });
        return true;
      },
      { what: `a click on "${title}" in the palette`, withinMs },
    );
  }

  /**
   * Does what asks something in a box. Now and then a page that gets the keyboard back, from the palette or by a click,
   * closes the box that came meanwhile, and all is done anew.
   * @param by the title of a command, or what is done instead
   * @param boxTitle a part of it will do
   * @param then what is done in the box first, as long as it takes to succeed; without it the box has to stay
   */
  async ask(
    by: string | (() => Promise<unknown>),
    boxTitle: string,
    then: () => Promise<unknown> = () => this.quickInput.settled(),
  ): Promise<void> {
    await eventually(
      async () => {
        await (typeof by === "string" ? this.palette(by) : by());
        const title = this.page.locator(".quick-input-title").getByText(boxTitle);
        await title.waitFor({ timeout: 8_000 });
        await then();
        return true;
      },
      { what: `the box “${boxTitle}”`, withinMs: 40_000 },
    );
  }

  /** Opens the palette and waits for a command's row. */
  async findInPalette(title: string, withinMs = 30_000): Promise<Locator> {
    return eventually(
      async () => {
        // A palette that was opened before the extension was known never lists it, not even after another F1.
        await this.quickInput.close();
        await this.page.keyboard.press("F1");
        // A key that is pressed while another box closes gets lost.
        await this.quickInput.input.fill(`>${title}`, { timeout: 2_000 });
        return this.quickInput.row(title, 2_000);
      },
      { what: `the command "${title}" in the palette`, withinMs },
    );
  }

  /** What is on the clipboard; a page may look at it only while the keyboard is in it, not in a panel. */
  async copied(): Promise<string> {
    await eventually(
      async () => {
        await this.quickInput.close();
        await this.page.keyboard.press("F1");
        await this.quickInput.input.waitFor({ timeout: 2_000 });
        await this.quickInput.settled();
        return true;
      },
      { what: "a palette that keeps the keyboard", withinMs: 20_000 },
    );
    const text = await new Clipboard(this.page).read();
    await this.quickInput.close();
    return text;
  }

  /** Waits for a message in the corner. */
  async notification(text: string | RegExp): Promise<Notification> {
    return this.notifications.shown(text);
  }

  /**
   * Waits for the page inside an inspector panel.
   * @param accepts which panel, when there are several
   */
  async panelFrame(accepts?: (frame: Frame) => Promise<boolean>): Promise<Frame> {
    return panelFrame(this.page, accepts);
  }

  /** Opens a file of the workspace, by its path in it. */
  async openFile(file: string): Promise<void> {
    const name = path.basename(file);
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
    await eventually(
      async () => {
        // A panel that gets the keyboard back at this moment closes the box, and nothing is opened.
        await this.quickInput.close();
        await this.page.keyboard.press("Control+KeyP");
        await this.quickInput.input.fill(file, { timeout: 2_000 });
        await (await this.quickInput.row(name, 2_000)).click({ timeout: 2_000 });
        await tab.waitFor({ timeout: 3_000 });
        return true;
      },
      { what: `the file ${file} in an editor`, withinMs: 30_000 },
    );
  }

  /** Titles of the open editors, from left to right. */
  async openEditors(): Promise<string[]> {
    return this.page.locator(".tabs-container .tab .monaco-icon-name-container").allInnerTexts();
  }

  /** Closes editors and messages, so that the next test starts from an empty window. */
  async tidy(): Promise<void> {
    if (await this.dialog.isShown()) await this.dialog.cancel();
    await this.closeModalEditor();
    await this.quickInput.close();
    const tabs = this.page.locator(".tabs-container .tab");
    const dropChanges = this.page.locator(".monaco-dialog-box .monaco-button", {
      hasText: "Don't Save",
    });
    await eventually(
      async () => {
        if (await dropChanges.isVisible()) await dropChanges.click();
        else await this.press("closeAll");
        // Until it is: a key that is pressed while the keyboard is on its way from one place to another gets lost.
        await tabs.first().waitFor({ state: "detached", timeout: 1_000 });
        await this.notifications.none(1_000);
        return true;
      },
      { what: "all editors and messages to close" },
    );
  }

  /** Where the settings come: above everything else, and nothing below can be used meanwhile. */
  get modalEditor(): Locator {
    return this.page.locator(".monaco-modal-editor-block");
  }

  async closeModalEditor(): Promise<void> {
    if (!(await this.modalEditor.isVisible())) return;
    await this.press("closeModalEditor");
    await this.modalEditor.waitFor({ state: "hidden" });
  }

  /** The extension host starts anew, what is stored stays. After the browser's own F5 it would not: the last seconds are lost. */
  async reload(): Promise<void> {
    await eventually(
      async () => {
        const loaded = this.page.waitForEvent("load", { timeout: 10_000 });
        await this.press("reload");
        await loaded;
        return true;
      },
      { what: "the window to be loaded anew", withinMs: 40_000 },
    );
    await this.ready();
  }

  /** Another workspace in this window; without a file the one that it began with. */
  async openWorkspace(file?: string): Promise<void> {
    await this.load(file === undefined ? "" : `/?workspace=${encodeURIComponent(file)}`);
    if (file === undefined) return;
    const folder = this.page.locator(".explorer-folders-view .monaco-list-row").first();
    await eventually(
      async () => {
        await this.palette("View: Show Explorer");
        const isThere = await folder.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => undefined,
        );
        // The first time VS Code now and then takes a workspace for empty, until it is loaded again.
        if (isThere === undefined) await this.reload();
        return isThere;
      },
      { what: "the folders of the workspace", withinMs: 60_000 },
    );
  }

  async setColorTheme(theme: ColorTheme): Promise<void> {
    const { inPicker, windowClass } = colorThemes[theme];
    await eventually(
      async () => {
        // Soon after a start the list has no themes yet, and does not get them while it is open.
        await this.palette("Preferences: Color Theme");
        await this.quickInput.type(inPicker);
        await (await this.quickInput.row(inPicker, 2_000)).click();
        return true;
      },
      { what: `the theme ${theme} in the picker` },
    );
    await this.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
  }

  async setWindowSize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** Makes the window wider or narrower until the panel has this many pixels. */
  async setPanelWidth(width: number): Promise<void> {
    const frame = await this.panelFrame();
    await eventually(
      async () => {
        const current = await frame.evaluate<number>("innerWidth");
        if (current === width) return true;
        const window = this.page.viewportSize() ?? size;
        await this.setWindowSize(window.width + width - current, window.height);
        return undefined;
      },
      { what: `a panel of ${width} pixels` },
    );
  }

  /** @returns the file, in out/screenshots */
  async screenshot(name: string): Promise<string> {
    const file = pictureFile(name);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** For who asks for pictures. */
  async picture(name: string): Promise<void> {
    await picture(this.page, name);
  }

  async axe(frame: Frame): Promise<AccessibilityFinding[]> {
    return findAccessibilityProblems(frame);
  }

  /** The same VS Code in another tab: a window with an extension host of its own. */
  async openAnotherWindow(): Promise<VsCodeInBrowser> {
    const page = await this.window.newPage();
    const { version, window, server, data, workspace } = this;
    const vscode = new VsCodeInBrowser(page, version, window, server, data, workspace);
    await vscode.load();
    return vscode;
  }

  /** Only this window; `stop` closes all. */
  async close(): Promise<void> {
    await this.page.close();
  }

  async stop(): Promise<void> {
    await this.window.close();
    await this.server.stop();
  }

  private async load(query = ""): Promise<void> {
    await this.page.goto(this.server.origin + query);
    await this.ready();
  }

  private async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.statusbar .statusbar-item").first().waitFor();
  }
}
