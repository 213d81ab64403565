import path from "node:path";
import { readdir, readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { browser } from "../setup/browser";
import { codeServer } from "../setup/codeServer";
import type { HostVersion } from "../versions";
import { monkeyMs } from "../monkey";
import { openBrowserWindow } from "./browserWindow";
import { startTestServer, type RunningServer } from "./vscodeServer";

const limitMs = 540_000 + monkeyMs();

export interface ExtensionTests {
  readonly version: HostVersion;
  /** Absolute folders of the extension and of the workspace to open, and the absolute file that runs the tests. */
  readonly extension: string;
  readonly tests: string;
  readonly workspace: string;
  /** A folder for logs and profiles, removed by the caller. */
  readonly data: string;
  readonly signal: AbortSignal;
}

/** Nobody looks at this window: a small one is drawn sooner. */
const unseen = { width: 640, height: 480 };

/**
 * Runs tests inside the extension host of a VS Code that shows itself in a headless browser.
 * @returns 0 when all passed, as the desktop VS Code does
 */
export async function runExtensionTests(options: ExtensionTests): Promise<number> {
  const host = await codeServer(options.version);
  const serverData = path.join(options.data, "server");
  // Where this VS Code keeps its logs and all else: a test looks for secrets there.
  const server = await startTestServer(host, serverData, { TEST_SERVER_DATA: serverData });
  const profile = path.join(options.data, "profile");
  const window = await openBrowserWindow(await browser(), profile, unseen);
  try {
    const page = window.pages()[0] ?? (await window.newPage());
    const exit = exitCode(page, options.signal);
    await page.goto(testPage(server, options));
    const code = await exit;
    if (code !== undefined) return code;
    console.error(await report(options, server, serverData));
    return 1;
  } finally {
    await window.close();
    await server.stop();
  }
}

/** @returns undefined when the tests did not end in time, or were stopped */
async function exitCode(page: Page, signal: AbortSignal): Promise<number | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs, undefined);
    signal.addEventListener("abort", () => {
      resolve(undefined);
    });
    page.on("close", () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    page.on("crash", () => {
      resolve(undefined);
    });
    // VS Code's page calls this function when the tests are over.
    void page.exposeFunction("codeAutomationExit", resolve);
  });
}

/** The page in which VS Code loads an extension from its folder and runs its tests. */
export function testPage(
  server: RunningServer,
  options: Pick<ExtensionTests, "extension" | "tests" | "workspace">,
): string {
  const url = new URL(server.origin);
  const remote = (file: string): string => `vscode-remote://${url.host}${file}`;
  const payload = [
    ["extensionDevelopmentPath", remote(options.extension)],
    ["extensionTestsPath", remote(options.tests)],
    ["skipWelcome", "true"],
  ];
  url.searchParams.set("folder", options.workspace);
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

async function report(
  options: ExtensionTests,
  server: RunningServer,
  serverData: string,
): Promise<string> {
  if (options.signal.aborted) return "Stopped.";
  return [
    `The tests in VS Code ${options.version.vscode} did not end within ${limitMs / 1000} seconds.`,
    "The last lines of the server:",
    server.tail(),
    "The last lines of the extension host:",
    await extensionHostLog(serverData),
  ].join("\n");
}

async function extensionHostLog(serverData: string): Promise<string> {
  const logs = path.join(serverData, "data", "logs");
  const files = await readdir(logs, { recursive: true });
  const log = files.find((file) => path.basename(file) === "remoteexthost.log");
  if (log === undefined) return "(it wrote nothing)";
  return (await readFile(path.join(logs, log), "utf8")).split("\n").slice(-30).join("\n");
}
