import type * as vscode from "vscode";
import { once } from "../core/base/once";
import { registerChecks } from "./checks";
import { registerBots } from "./bots";
import { registerEditor } from "./editor";
import { registerExplain } from "./explain";
import { registerFind } from "./find";
import { registerHelp } from "./help";
import { registerHints } from "./hints";
import { registerInspect } from "./inspect";
import { registerLeakGuard } from "./leakGuard";
import { registerLog } from "./log";
import { registerPortals } from "./portals";
import { registerSidebar } from "./sidebar";
import { registerSnippets } from "./snippets";

/** Registers what a user can do. All else is loaded and built at the first use. */
export function registerFeatures(context: vscode.ExtensionContext): void {
  const services = once(async () => (await import("../services")).build(context));
  context.subscriptions.push(
    registerPortals(services, context.globalState),
    registerInspect(services),
    registerSidebar(services),
    registerEditor(services, context.globalState),
    registerLeakGuard(context.workspaceState),
    registerFind(services),
    registerChecks(services),
    registerBots(services),
    registerSnippets(services),
    registerExplain(services),
    registerHints(services),
    registerLog(services),
    registerHelp(services, context.extension),
  );
}
