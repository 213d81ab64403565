import { Failure } from "./failure";

/** A VS Code that comes as the npm package `code-server`. */
export interface HostVersion {
  readonly vscode: string;
  readonly codeServer: string;
  /** The major version of Node that this VS Code runs on. */
  readonly nodeMajor: number;
  /**
   * Modules that npm delivers as C++, and the file of setup/plainModules which takes the place of each: VS Code's own,
   * without which its extension host does not start, ...
   */
  readonly nativeModules: Readonly<Record<string, string>>;
  /** ... and those of code-server itself. */
  readonly serverNativeModules: Readonly<Record<string, string>>;
}

/** The oldest VS Code in `engines` of package.json. */
export const oldestHost: HostVersion = {
  vscode: "1.100.3",
  codeServer: "4.100.3",
  nodeMajor: 20,
  nativeModules: { "@vscode/spdlog": "spdlog.cjs", "native-watchdog": "watchdog.cjs" },
  serverNativeModules: { argon2: "argon2.cjs" },
};

export const newestHost: HostVersion = {
  vscode: "1.139.1",
  codeServer: "4.139.1",
  nodeMajor: 24,
  nativeModules: { "@vscode/spdlog": "spdlog.cjs", "@vscode/native-watchdog": "watchdog.cjs" },
  serverNativeModules: {},
};

export const hosts: readonly HostVersion[] = [newestHost, oldestHost];

export function hostVersion(vscode: string): HostVersion {
  const found = hosts.find((host) => host.vscode === vscode);
  if (found !== undefined) return found;
  const known = hosts.map((host) => host.vscode).join(" and ");
  throw new Failure(`VS Code ${vscode} is not prepared here; choose one of ${known}.`);
}
