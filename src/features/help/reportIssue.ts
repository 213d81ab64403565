import * as vscode from "vscode";
import type { CallNote } from "../../core/portal/portalCaller";
import { issueReport } from "./issueReport";

interface Manifest {
  readonly version: string;
  readonly bugs: { readonly url: string };
}

/** Opens the page for a new issue with a report in it, which the user reads before it is sent. */
export async function reportIssue(packageJson: unknown, calls: readonly CallNote[]): Promise<void> {
  const { version, bugs } = packageJson as Manifest;
  const { appName, appHost, remoteName, language } = vscode.env;
  const report = issueReport({
    extension: version,
    editor: `${appName} ${vscode.version}`,
    host: remoteName === undefined ? appHost : `${appHost}, ${kindOfRemote(remoteName)}`,
    system: `${process.platform} ${process.arch}`,
    language,
    calls,
  });
  // VS Code encodes the address when it opens it: what was encoded before would be so twice.
  const page = vscode.Uri.parse(`${bugs.url}/new`).with({
    query: `template=bug.yml&report=${report}`,
  });
  await vscode.env.openExternal(page);
}

/** `wsl`, `ssh-remote`; of a server that is used in a browser it is the name of the server. */
function kindOfRemote(name: string): string {
  return /^[a-z-]+$/.test(name) ? name : "server";
}
