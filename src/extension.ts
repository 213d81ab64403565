import type * as vscode from "vscode";
import { once } from "./core/base/once";
import { registerChecks } from "./features/checks";
import { registerBots } from "./features/bots";
import { registerEditor } from "./features/editor";
import { registerExplain } from "./features/explain";
import { registerFind } from "./features/find";
import { registerHelp } from "./features/help";
import { registerHints } from "./features/hints";
import { registerInspect } from "./features/inspect";
import { registerLeakGuard } from "./features/leakGuard";
import { registerLog } from "./features/log";
import { registerPortals } from "./features/portals";
import { registerSidebar } from "./features/sidebar";
import { registerSnippets } from "./features/snippets";

/** Registers what a user can do. All else is loaded and built at the first use. */
export function activate(context: vscode.ExtensionContext): void {
  const services = once(async () => (await import("./services")).build(context));
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
