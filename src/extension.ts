import * as vscode from "vscode";
import { CrmChatFinder } from "./core/reads/crmChatFinder";
import { DialogBrowser } from "./core/sidebar/dialogBrowser";
import { DialogMemory } from "./core/sessions/dialogMemory";
import { ListReader } from "./core/reads/listReader";
import { Pins } from "./core/sessions/pins";
import { AccessReader } from "./core/reads/accessReader";
import { CauseFinder } from "./core/sessions/causeFinder";
import { BotReader } from "./core/reads/botReader";
import { DialogHistory } from "./core/sessions/history";
import { DialogReader } from "./core/reads/dialogReader";
import type { SessionServices } from "./core/sessions/dialogSession";
import { BatchingCaller } from "./core/portal/batching";
import { checkBot } from "./core/reads/botCheck";
import type { CallNote } from "./core/portal/portalCaller";
import { PortalClient } from "./core/portal/portalClient";
import { RateLimiter } from "./core/portal/rateLimiter";
import { Portals } from "./core/portal/portals";
import type { Webhook } from "./core/portal/webhook";
import { checkWebhook } from "./core/reads/webhookCheck";
import { demoBot, demoOrigin, demoWebhook } from "./core/portal/demoAddress";
import { DemoTransport } from "./platform/node/demoTransport";
import { GlobalState } from "./platform/node/globalState";
import { KeyringSecrets } from "./platform/node/keyringSecrets";
import { LateTransport } from "./platform/node/lateTransport";
import { systemClock } from "./platform/node/systemClock";
import { AccessPanels } from "./features/access/accessPanels";
import { registerAddDemoPortal, registerAddPortal } from "./features/portals/addPortal";
import { registerAskBeforeReads } from "./features/portals/askBeforeReads";
import { registerAddBot, registerRemoveBot } from "./features/bots/bots";
import { registerCheckAccess } from "./features/access/checkAccess";
import { registerInspectDialog } from "./features/inspect/inspectDialog";
import {
  registerRemovePortal,
  registerRenamePortal,
  registerSwitchPortal,
} from "./features/portals/managePortals";
import { registerRefresh } from "./features/inspect/refresh";
import { registerLeftovers } from "./features/portals/leftovers";
import { registerReplaceWebhook } from "./features/portals/replaceWebhook";
import { registerSearchChats } from "./features/find/searchChats";
import { registerShowLog } from "./features/log/showLog";
import { PageSource } from "./panel/host/pageSource";
import { RawReplies } from "./panel/host/rawReplies";
import { speak } from "./text/language";
import { dialogsViewId, settingsSection } from "./ids";
import { DialogPanels } from "./features/inspect/dialogPanels";
import { PortalStatus } from "./features/portals/portalStatus";
import { DialogTree } from "./features/sidebar/dialogTree";
import { registerFilterCommands } from "./features/sidebar/filterCommands";
import { PinDragAndDrop } from "./features/sidebar/pinDragAndDrop";
import { registerPortalsInView } from "./features/sidebar/portalsInView";
import { registerTreeCommands } from "./features/sidebar/treeCommands";

export function activate(context: vscode.ExtensionContext): void {
  speak(vscode.l10n.bundle);
  const log = vscode.window.createOutputChannel("Dialog Inspector", { log: true });
  const { version } = context.extension.packageJSON as { readonly version: string };
  const transport = new DemoTransport(
    demoOrigin,
    async () => new (await import("./demo/demoPortal")).DemoPortal(demoOrigin),
    new LateTransport(async () => {
      const { NodeFetchTransport } = await import("./platform/node/nodeFetchTransport");
      return new NodeFetchTransport(`bitrix24-dialog-inspector/${version}`);
    }),
  );
  const client = new PortalClient({
    transport,
    clock: systemClock,
    limiter: new RateLimiter(systemClock),
    timeoutMs: requestTimeoutMs,
    note: (note) => {
      if (note.outcome === "ok" || note.outcome === "cancelled") log.info(describeCall(note));
      else log.warn(describeCall(note));
    },
  });
  const check = (webhook: Webhook, signal: AbortSignal): ReturnType<typeof checkWebhook> =>
    checkWebhook(client, webhook, signal);
  const secrets = new KeyringSecrets(context.secrets);
  const state = new GlobalState(context.globalState, systemClock, {
    isFocused: () => vscode.window.state.focused,
    onDidChange: vscode.window.onDidChangeWindowState,
  });
  const portals = new Portals(state, secrets, {
    newId: () => crypto.randomUUID(),
    nowMs: () => systemClock.nowMs(),
  });
  const history = new DialogHistory(state);
  const pins = new Pins(state);
  const memory = new DialogMemory();
  const batching = new BatchingCaller(client, setImmediate);
  const reader = new ListReader(batching, portals);
  const finder = new CrmChatFinder(batching, portals);
  const browser = new DialogBrowser({ portals, history, pins, memory, reader });
  const rawReplies = new RawReplies();
  const owner = new DialogReader(client, portals);
  const bots = new BotReader(client, portals);
  const read: SessionServices["read"] = (portal, ref, viewer, signal) =>
    viewer.kind === "owner"
      ? owner.read(portal, ref, signal)
      : bots.read(portal, ref, viewer.botId, signal);
  const pageSource = new PageSource(context.extensionUri);
  const panels = new DialogPanels(read, {
    pageSource,
    portals,
    history,
    memory,
    people: reader,
    rawReplies,
    causeFinder: (portalId, ref) =>
      new CauseFinder(ref, {
        portal: () => portals.find(portalId),
        reader,
        bots,
      }),
    demoOrigin,
    nowMs: () => systemClock.nowMs(),
  });
  const accessPanels = new AccessPanels(new AccessReader(client, portals), {
    pageSource,
    portals,
    rawReplies,
  });
  const tree = new DialogTree(browser, demoOrigin);
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
    registerTreeCommands({ browser, view, pins, history, panels, demoOrigin }),
    registerPortalsInView(portals, browser, view),
    registerFilterCommands(browser, view, context.workspaceState),
    registerSearchChats({ portals, reader, memory, clock: systemClock }),
    portals,
    history,
    rawReplies,
    panels,
    accessPanels,
    new PortalStatus(portals),
    registerInspectDialog(portals, { portals, history, memory, reader, finder }, panels),
    registerAddPortal(portals, check),
    registerAddDemoPortal(portals, check, { webhook: demoWebhook, bot: demoBot }),
    registerSwitchPortal(portals),
    registerReplaceWebhook(portals, check, { history, pins, demoOrigin }),
    registerRenamePortal(portals),
    registerAskBeforeReads(portals),
    registerRemovePortal(portals, { history, pins, panels: [panels, accessPanels] }),
    registerAddBot({
      portals,
      list: (portal, signal) => reader.bots(portal, signal),
      check: async (portal, botId, token, signal) => {
        const webhook = await portals.webhookFor(portal.id, signal);
        return webhook.ok ? checkBot(client, webhook.value, botId, token, signal) : webhook;
      },
    }),
    registerRemoveBot(portals),
    registerLeftovers(portals),
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
