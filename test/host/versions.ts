import { Failure } from "./failure";

/** A VS Code that comes as the npm package `code-server`. */
export interface HostVersion {
  readonly vscode: string;
  readonly codeServer: string;
  /** The major version of Node that this VS Code runs on. */
  readonly nodeMajor: number;
  /** Modules of VS Code which have to be compiled, or its extension host does not start. */
  readonly nativeModules: readonly string[];
  /** The same, of code-server itself. */
  readonly serverNativeModules: readonly string[];
}

/** The oldest VS Code in `engines` of package.json. */
export const oldestHost: HostVersion = {
  vscode: "1.100.3",
  codeServer: "4.100.3",
  nodeMajor: 20,
  nativeModules: ["@vscode/spdlog", "native-watchdog"],
  serverNativeModules: ["argon2"],
};

export const newestHost: HostVersion = {
  vscode: "1.139.1",
  codeServer: "4.139.1",
  nodeMajor: 24,
  nativeModules: ["@vscode/spdlog", "@vscode/native-watchdog"],
  serverNativeModules: [],
};

export const hosts: readonly HostVersion[] = [oldestHost, newestHost];

export function hostVersion(vscode: string): HostVersion {
  const found = hosts.find((host) => host.vscode === vscode);
  if (found !== undefined) return found;
  const known = hosts.map((host) => host.vscode).join(" and ");
  throw new Failure(`VS Code ${vscode} is not prepared here; choose one of ${known}.`);
}
