import { readdirSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import * as vscode from "vscode";
import { TallyReporter } from "../host/mocha/tallyReporter";
import { connectTerminal } from "../host/mocha/terminal";
import { watchLeaks } from "./support/leaks";
import { watchRejections } from "./support/rejections";

/** VS Code calls this in its extension host; rejecting makes it end with exit code 1. */
export async function run(): Promise<void> {
  const terminal = await connectTerminal();
  // In a browser VS Code saves by itself, a second after a change: in the middle of a test.
  await vscode.workspace
    .getConfiguration("files")
    .update("autoSave", "off", vscode.ConfigurationTarget.Global);
  const grep = process.env["TEST_GREP"];
  const mocha = new Mocha({
    reporter: TallyReporter,
    color: process.env["FORCE_COLOR"] !== undefined,
    timeout: 20_000,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  mocha.rootHooks(watchRejections());
  mocha.rootHooks(watchLeaks());
  const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.js"))
    .sort();
  const isLong = (file: string): boolean => file.startsWith(`long${path.sep}`);
  const long = process.env["TEST_LONG"] === undefined ? [] : files.filter(isLong);
  const short = files.filter((file) => !isLong(file));
  // What takes long leaves more behind than VS Code clears away at once: last.
  for (const file of [...short, ...long]) mocha.addFile(path.join(__dirname, file));
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  await terminal.close();
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
