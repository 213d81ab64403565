import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import type { BrowserContext, Page } from "playwright-core";
import * as v from "valibot";
import { SideBar } from "../../e2e/harness/sideBar";
import { repository, sampleWorkspace } from "../../host/paths";
import { openBrowserWindow } from "../../host/run/browserWindow";
import { testPage } from "../../host/run/extensionTests";
import { temporaryFolder } from "../../host/run/temporaryFolder";
import { startTestServer, type RunningServer } from "../../host/run/vscodeServer";
import { browser } from "../../host/setup/browser";
import { codeServer } from "../../host/setup/codeServer";
import { newestHost } from "../../host/versions";
import { bundled } from "../bundled";
import { PaintWatch } from "./paint";
import { agentVariable, outcomeSchema, type Outcome, type Task } from "./tasks";

/** The newest VS Code with the built extension, and somebody inside its extension host who does what is asked. */
export class BenchWindow {
  readonly sideBar: SideBar;
  private agent: AsyncIterator<string> | undefined;
  private socket: Socket | undefined;

  /** Needs the built extension. */
  static async start(workspace = sampleWorkspace): Promise<BenchWindow> {
    // The extension host knows no TypeScript.
    const tests = await bundled("window/agent");
    const folder = temporaryFolder("bench-window");
    const door = createServer().listen(0, "127.0.0.1");
    await once(door, "listening");
    const host = await codeServer(newestHost);
    const env = { [agentVariable]: String((door.address() as AddressInfo).port) };
    const server = await startTestServer(host, path.join(folder, "server"), env);
    const window = await openBrowserWindow(await browser(), path.join(folder, "profile"));
    const page = window.pages()[0] ?? (await window.newPage());
    const paints = await PaintWatch.on(page);
    const address = testPage(server, { extension: repository, tests, workspace });
    return new BenchWindow(page, paints, address, window, server, door);
  }

  private constructor(
    readonly page: Page,
    readonly paints: PaintWatch,
    private readonly address: string,
    private readonly window: BrowserContext,
    private readonly server: RunningServer,
    private readonly door: Server,
  ) {
    this.sideBar = new SideBar(page);
  }

  /** A fresh window, with an extension host of its own. */
  async load(): Promise<void> {
    this.socket?.destroy();
    const connected = once(this.door, "connection");
    await this.page.goto(this.address);
    const [socket] = (await connected) as [Socket];
    this.socket = socket;
    this.agent = createInterface({ input: socket })[Symbol.asyncIterator]();
  }

  /** Has something done in the extension host. */
  async ask(task: Task): Promise<Outcome> {
    this.socket?.write(`${JSON.stringify(task)}\n`);
    const line = await this.agent?.next();
    if (line === undefined || line.done === true) throw new Error("The extension host has ended.");
    const outcome = v.parse(outcomeSchema, JSON.parse(line.value));
    if (outcome.error !== undefined) throw new Error(`${task.do}: ${outcome.error}`);
    return outcome;
  }

  async run(command: string, argument?: unknown): Promise<Outcome> {
    return this.ask({ do: "run", command, ...(argument === undefined ? {} : { argument }) });
  }

  async closeEditors(): Promise<void> {
    await this.run("workbench.action.closeAllEditors");
  }

  /** Nothing that was done before is still being worked on: nobody asks for the next thing while the last one is drawn. */
  async rest(): Promise<void> {
    await this.page.evaluate(`new Promise((rested) => {
      let quiet = 0;
      const look = () => {
        const asked = performance.now();
        setTimeout(() => {
          quiet = performance.now() - asked < 25 ? quiet + 1 : 0;
          if (quiet === 10) rested();
          else look();
        }, 20);
      };
      look();
    })`);
  }

  /** @returns the longest time at a stretch in which the extension host could do nothing else, in milliseconds */
  async longestFreezeDuring(work: () => Promise<unknown>): Promise<number> {
    await this.ask({ do: "watchFreezes" });
    await work();
    return v.parse(v.number(), (await this.ask({ do: "longestFreeze" })).result);
  }

  async stop(): Promise<void> {
    this.socket?.destroy();
    this.door.close();
    await this.window.close();
    await this.server.stop();
  }
}

/**
 * Measures in a window of its own that knows the portal: what was asked of it before would make later requests wait
 * for its limit.
 */
export async function withPortal<T>(
  webhook: string,
  measure: (window: BenchWindow, portalId: string) => Promise<T>,
  workspace?: string,
): Promise<T> {
  const window = await BenchWindow.start(workspace);
  try {
    await window.load();
    const added = await window.ask({ do: "addPortal", webhook, name: "Bench" });
    return await measure(window, v.parse(v.string(), added.result));
  } finally {
    await window.stop();
  }
}
