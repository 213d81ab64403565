import * as vscode from "vscode";
import { CrmChatFinder } from "./core/browse/crmChatFinder";
import { DialogBrowser } from "./core/browse/dialogBrowser";
import { DialogMemory } from "./core/browse/dialogMemory";
import { ListReader } from "./core/browse/listReader";
import { Pins } from "./core/browse/pins";
import { AccessReader } from "./core/diagnosis/accessReader";
import { AccessTests } from "./core/diagnosis/accessTests";
import { BotReader } from "./core/dialog/botReader";
import { DialogHistory } from "./core/dialog/history";
import { DialogReader } from "./core/dialog/dialogReader";
import type { SessionParts } from "./core/dialog/dialogSession";
import { BatchingCaller } from "./core/portal/batching";
import { checkBot } from "./core/portal/botCheck";
import type { CallNote } from "./core/portal/portalCaller";
import { PortalClient } from "./core/portal/portalClient";
import { RateLimiter } from "./core/portal/rateLimiter";
import { Portals } from "./core/portal/portals";
import type { Webhook } from "./core/portal/webhook";
import { checkWebhook } from "./core/portal/webhookCheck";
import { failure } from "./core/result";
import { demoBot, demoOrigin, demoWebhook } from "./demo/demoAddress";
import { DemoTransport } from "./platform/demoTransport";
import { GlobalState } from "./platform/globalState";
import { KeyringSecrets } from "./platform/keyringSecrets";
import { LateTransport } from "./platform/lateTransport";
import { systemClock } from "./platform/systemClock";
import { AccessPanels } from "./ui/access/accessPanels";
import { registerAddDemoPortal, registerAddPortal } from "./ui/commands/addPortal";
import { registerAskBeforeReads } from "./ui/commands/askBeforeReads";
import { registerAddBot, registerRemoveBot } from "./ui/commands/bots";
import { registerCheckAccess } from "./ui/commands/checkAccess";
import { registerInspectDialog } from "./ui/commands/inspectDialog";
import {
  registerRemovePortal,
  registerRenamePortal,
  registerSwitchPortal,
} from "./ui/commands/managePortals";
import { registerRefresh } from "./ui/commands/refresh";
import { registerReplaceWebhook } from "./ui/commands/replaceWebhook";
import { registerSearchChats } from "./ui/commands/searchChats";
import { registerShowLog } from "./ui/commands/showLog";
import { RawReplies } from "./ui/documents/rawReplies";
import { dialogsViewId, settingsSection } from "./ui/ids";
import { DialogPanels } from "./ui/panel/dialogPanels";
import { PortalStatus } from "./ui/status/portalStatus";
import { DialogTree } from "./ui/tree/dialogTree";
import { registerFilterCommands } from "./ui/tree/filterCommands";
import { PinDragAndDrop } from "./ui/tree/pinDragAndDrop";
import { registerPortalsInView } from "./ui/tree/portalsInView";
import { registerTreeCommands } from "./ui/tree/treeCommands";

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Dialog Inspector", { log: true });
  const { version } = context.extension.packageJSON as { readonly version: string };
  const transport = new DemoTransport(
    demoOrigin,
    async () => new (await import("./demo/demoPortal")).DemoPortal(),
    new LateTransport(async () => {
      const { NodeFetchTransport } = await import("./platform/nodeFetchTransport");
      return new NodeFetchTransport(`bitrix24-dialog-inspector/${version}`);
    }),
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
  const state = new GlobalState(context.globalState, systemClock);
  const portals = new Portals(state, secrets, () => crypto.randomUUID());
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
  const read: SessionParts["read"] = (portal, ref, eyes, signal) =>
    eyes.kind === "owner"
      ? owner.read(portal, ref, signal)
      : bots.read(portal, ref, eyes.botId, signal);
  const panels = new DialogPanels(read, {
    extensionUri: context.extensionUri,
    portals,
    history,
    memory,
    people: reader,
    rawReplies,
    accessTests: (portalId, ref) =>
      new AccessTests(ref, {
        portal: () => portals.find(portalId),
        reader,
        bots,
      }),
    demoOrigin,
    nowMs: () => systemClock.nowMs(),
  });
  const accessPanels = new AccessPanels(new AccessReader(client, portals), {
    extensionUri: context.extensionUri,
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
        const webhook = await portals.webhookOf(portal.id);
        return webhook === undefined
          ? failure({ error: { kind: "webhookNeeded" }, exchange: undefined })
          : checkBot(client, webhook, botId, token, signal);
      },
    }),
    registerRemoveBot(portals),
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
