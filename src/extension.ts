import * as vscode from "vscode";
import { DialogBrowser } from "./core/browse/dialogBrowser";
import { DialogMemory } from "./core/browse/dialogMemory";
import { ListReader } from "./core/browse/listReader";
import { Pins } from "./core/browse/pins";
import { AccessReader } from "./core/diagnosis/accessReader";
import { DialogHistory } from "./core/dialog/history";
import { DialogReader } from "./core/dialog/dialogReader";
import { BatchingCaller } from "./core/portal/batching";
import type { CallNote } from "./core/portal/portalCaller";
import { PortalClient } from "./core/portal/portalClient";
import { RateLimiter } from "./core/portal/rateLimiter";
import { Portals } from "./core/portal/portals";
import type { Webhook } from "./core/portal/webhook";
import { checkWebhook } from "./core/portal/webhookCheck";
import { demoOrigin, demoWebhook } from "./demo/demoAddress";
import { DemoTransport } from "./platform/demoTransport";
import { NodeFetchTransport } from "./platform/nodeFetchTransport";
import { systemClock } from "./platform/systemClock";
import { GlobalState, KeyringSecrets } from "./platform/vscodeStores";
import { AccessPanels } from "./ui/access/accessPanels";
import { registerAddDemoPortal, registerAddPortal } from "./ui/commands/addPortal";
import { registerCheckAccess } from "./ui/commands/checkAccess";
import { registerInspectDialog } from "./ui/commands/inspectDialog";
import {
  registerRemovePortal,
  registerRenamePortal,
  registerReplaceWebhook,
  registerSwitchPortal,
} from "./ui/commands/managePortals";
import { registerRefresh } from "./ui/commands/refresh";
import { registerSearchChats } from "./ui/commands/searchChats";
import { registerShowLog } from "./ui/commands/showLog";
import { RawReplies } from "./ui/documents/rawReplies";
import { dialogsViewId, settingsSection } from "./ui/ids";
import { DialogPanels } from "./ui/panel/dialogPanels";
import { PortalStatus } from "./ui/status/portalStatus";
import { DialogTree } from "./ui/tree/dialogTree";
import { registerFilterCommands } from "./ui/tree/filterCommands";
import { PinDragAndDrop } from "./ui/tree/pinDragAndDrop";
import { registerTreeCommands } from "./ui/tree/treeCommands";

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Dialog Inspector", { log: true });
  const { version } = context.extension.packageJSON as { readonly version: string };
  const transport = new DemoTransport(
    demoOrigin,
    async () => new (await import("./demo/demoPortal")).DemoPortal(),
    new NodeFetchTransport(`bitrix24-dialog-inspector/${version}`),
  );
  const client = new PortalClient({
    transport,
    clock: systemClock,
    limiter: new RateLimiter(systemClock),
    timeoutMs: requestTimeoutMs,
    note: (note) => {
      log.info(describeCall(note));
    },
  });
  const check = (webhook: Webhook, signal: AbortSignal): ReturnType<typeof checkWebhook> =>
    checkWebhook(client, webhook, signal);
  const secrets = new KeyringSecrets(context.secrets);
  const state = new GlobalState(context.globalState, secrets);
  const portals = new Portals(state, secrets, () => crypto.randomUUID());
  const history = new DialogHistory(state);
  const pins = new Pins(state);
  const memory = new DialogMemory();
  const reader = new ListReader(new BatchingCaller(client, setImmediate), portals);
  const browser = new DialogBrowser({ portals, history, pins, memory, reader });
  const rawReplies = new RawReplies();
  const panels = new DialogPanels(new DialogReader(client, portals), {
    extensionUri: context.extensionUri,
    portals,
    history,
    memory,
    rawReplies,
    demoOrigin,
    nowMs: () => systemClock.nowMs(),
  });
  const accessPanels = new AccessPanels(new AccessReader(client, portals), {
    extensionUri: context.extensionUri,
    portals,
    rawReplies,
  });
  const tree = new DialogTree(browser);
  const view = vscode.window.createTreeView(dialogsViewId, {
    treeDataProvider: tree,
    dragAndDropController: new PinDragAndDrop(pins),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const reread = (): void => {
    portals.reread();
    history.reread();
    pins.reread();
  };
  context.subscriptions.push(
    log,
    state,
    state.onDidChangeElsewhere(reread),
    pins,
    browser,
    tree,
    view,
    registerTreeCommands({ browser, pins, history, panels, demoOrigin }),
    registerFilterCommands(browser, view, context.workspaceState),
    registerSearchChats({ portals, reader, memory, clock: systemClock }),
    portals,
    history,
    rawReplies,
    panels,
    accessPanels,
    new PortalStatus(portals),
    registerInspectDialog(portals, history, memory, panels),
    registerAddPortal(portals, check),
    registerAddDemoPortal(portals, check, demoWebhook),
    registerSwitchPortal(portals),
    registerReplaceWebhook(portals, check),
    registerRenamePortal(portals),
    registerRemovePortal(portals, { history, pins, panels: [panels, accessPanels] }),
    registerCheckAccess(portals, accessPanels),
    registerRefresh(panels, accessPanels),
    registerShowLog(log),
  );
}

function requestTimeoutMs(): number {
  const settings = vscode.workspace.getConfiguration(settingsSection);
  // The manifest's minimum binds the settings editor only, not who writes the file by hand.
  return Math.max(1, settings.get<number>("requestTimeoutSeconds", 30)) * 1000;
}

function describeCall({ method, host, status, durationMs, outcome }: CallNote): string {
  const answered = status === undefined ? "no answer" : `HTTP ${status}`;
  return `${method} at ${host}: ${outcome}, ${answered}, ${Math.round(durationMs)} ms`;
}
