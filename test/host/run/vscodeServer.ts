import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure";
import type { InstalledHost } from "../setup/codeServer";
import { ChildGroup } from "./childGroup";
import { installLanguage } from "./languagePack";

/** What would start processes of its own, some every few seconds: nothing of it is ours, or tried here. */
const withoutHelpers = {
  // Else VS Code looks through all processes of the machine for ports that they listen on.
  "remote.autoForwardPortsSource": "output",
  "php.validate.enable": false,
  "typescript.tsserver.useSyntaxServer": "never",
  // It would fetch the types of what a file imports.
  "typescript.disableAutomaticTypeAcquisition": true,
};

/** A window without what an unrelated feature, a missing network or a first visit would put into it. */
const settings = {
  ...withoutHelpers,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.reduceMotion": "on",
  "window.autoDetectColorScheme": false,
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "telemetry.telemetryLevel": "off",
  // A flag for it could not be changed by a test, or by whoever tries the extension.
  "security.workspace.trust.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  // The text of a terminal is in the page then, and not in a picture.
  "terminal.integrated.gpuAcceleration": "off",
};

const readyWithinMs = 60_000;

/** A VS Code that listens on this machine. */
export interface RunningServer {
  /** For example http://127.0.0.1:41234 */
  readonly origin: string;
  /** The last lines of its log. */
  tail(): string;
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * VS Code's own server, with the door that lets a page ask for a test run.
 * @param data a folder of its own; logs and user data go there
 */
export async function startTestServer(
  host: InstalledHost,
  data: string,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  await writeSettings(path.join(data, "data", "Machine"), withoutHelpers);
  const options = ["--host", "127.0.0.1", "--port", "0", "--server-data-dir", data];
  const flags = [
    "--without-connection-token",
    "--enable-smoke-test-driver",
    "--accept-server-license-terms",
    "--disable-workspace-trust",
    "--telemetry-level=off",
  ];
  return start(host, [host.testServer, ...options, ...flags], /listening on (?:port )?(\d+)/, env);
}

interface UserServerOptions {
  /** A folder of its own; logs, user data and the extension go there. */
  readonly data: string;
  readonly vsix: string;
  readonly workspace: string;
  /** Of the extension: VS Code itself speaks English always. */
  readonly language?: string;
}

/** VS Code as a user has it in a browser, with one extension installed. */
export async function startUserServer(
  host: InstalledHost,
  options: UserServerOptions,
): Promise<RunningServer> {
  await writeSettings(path.join(options.data, "user", "User"), settings);
  const folders = [
    ["--user-data-dir", path.join(options.data, "user")],
    ["--extensions-dir", path.join(options.data, "extensions")],
    // Without it a file is written into the home folder.
    ["--config", path.join(options.data, "config.yaml")],
  ].flat();
  await installExtension(host, options.vsix, folders);
  const flags = [
    "--disable-telemetry",
    "--disable-update-check",
    "--disable-getting-started-override",
    "--ignore-last-opened",
  ];
  const address = ["--auth", "none", "--bind-addr", "127.0.0.1:0"];
  const { language, workspace } = options;
  if (language !== undefined) await installLanguage(language, path.join(options.data, "user"));
  const locale = language === undefined ? [] : ["--locale", language];
  const args = [host.userServer, ...folders, ...address, ...flags, ...locale, workspace];
  return start(host, args, /server listening on http:\/\/127\.0\.0\.1:(\d+)/i);
}

async function writeSettings(folder: string, values: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "settings.json"), JSON.stringify(values, undefined, 2));
}

async function installExtension(
  host: InstalledHost,
  vsix: string,
  folders: readonly string[],
): Promise<void> {
  const args = [host.userServer, ...folders, "--install-extension", vsix, "--force"];
  const installer = new ChildGroup(host.node, args, { env: environment() });
  if ((await installer.exited) === 0) return;
  throw new Failure(`VS Code ${host.version} did not install the extension:\n${installer.tail()}`);
}

async function start(
  host: InstalledHost,
  args: readonly string[],
  ready: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const server = new ChildGroup(host.node, args, { env: { ...environment(), ...env } });
  const match = await server.waitForLine(ready, readyWithinMs);
  if (match === undefined) {
    const tail = server.tail();
    await server.stop();
    throw new Failure(`VS Code ${host.version} did not start listening:\n${tail}`);
  }
  return {
    origin: `http://127.0.0.1:${match[1] ?? ""}`,
    tail: () => server.tail(),
    exited: server.exited,
    stop: () => server.stop(),
  };
}

/** A VS Code started from a terminal inside VS Code would believe that it belongs to that one. */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|PORT$|PASSWORD$|NODE_OPTIONS$)/;
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.test(name)),
  );
  // Started from a command line, it has these already and asks no shell for them.
  return { ...own, VSCODE_CLI: "1" };
}
