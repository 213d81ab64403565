import { cpSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Failure } from "./failure";
import { sampleWorkspace, vsix } from "./paths";
import { packageExtension } from "./run/build";
import { startEmulator } from "./run/emulator";
import { temporaryFolder } from "./run/temporaryFolder";
import { startUserServer } from "./run/vscodeServer";
import { codeServer } from "./setup/codeServer";
import { hostVersion, newestHost, type HostVersion } from "./versions";

/**
 * Shows the extension, as users get it, in a VS Code in the browser, beside an emulated portal.
 * Ends only when the process does, and leaves nothing behind.
 */
export async function start(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { vscode: { type: "string", default: newestHost.vscode } },
  });
  const version = hostVersion(values.vscode);
  const host = await codeServer(version);
  await packageExtension();
  const folder = temporaryFolder("start");
  const workspace = path.join(folder, "northwind-bots");
  cpSync(sampleWorkspace, workspace, { recursive: true });
  const data = path.join(folder, "vscode");
  const [emulator, server] = await Promise.all([
    startEmulator(),
    startUserServer(host, { data, vsix, workspace }),
  ]);
  console.log(welcome(version, server.origin, emulator.webhook));
  const name = await Promise.race([
    emulator.exited.then(() => "The portal emulator"),
    server.exited.then(() => "VS Code"),
  ]);
  throw new Failure(`${name} ended by itself.`);
}

function welcome(version: HostVersion, origin: string, webhook: string): string {
  return `
VS Code ${version.vscode} with the extension:  ${origin}
Sample portal, webhook to paste:    ${webhook}

Try this:
  1. F1, "Bitrix24: Add Demo Portal", then "Bitrix24: Inspect Dialog" and type chat29.
  2. F1, "Bitrix24: Add Portal", paste the webhook above and inspect chat210, a visitor from Telegram.
  3. Open logs/bot.log and inspect chat405: the portal refuses it, and you are told why and what to do.
  4. Rest the pointer on chat210 in bots/*, type "echo chat210" in a terminal and Ctrl+click it.
  5. Paste the webhook into bots/supportBot.ts: it is underlined, and the light bulb moves it to safety.

Ctrl-C stops everything.`;
}
