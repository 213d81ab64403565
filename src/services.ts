import * as vscode from "vscode";
import type { Disposable } from "./core/base/lifecycle";
import { once, type Once } from "./core/base/once";
import { OneAtATime } from "./core/base/oneAtATime";
import { BatchingCaller } from "./core/portal/batching";
import { demoOrigin } from "./core/portal/demoAddress";
import { beforeFailures } from "./core/portal/extensionFault";
import { inBackground, type CallNote } from "./core/portal/portalCaller";
import { PortalClient } from "./core/portal/portalClient";
import { Portals } from "./core/portal/portals";
import type { StateStore } from "./core/portal/stateStore";
import type { Clock } from "./core/portal/transport";
import { RateLimiter } from "./core/portal/rateLimiter";
import type { BotReader } from "./core/reads/botReader";
import type { ChatFinder } from "./core/reads/chatFinder";
import { DialogReader } from "./core/reads/dialogReader";
import { ListReader } from "./core/reads/listReader";
import type { MessagesReader } from "./core/sessions/dialogMessages";
import { DialogMemory } from "./core/sessions/dialogMemory";
import type { DialogBrowser } from "./core/sidebar/dialogBrowser";
import { DialogHistory } from "./core/sessions/history";
import { PanelLayouts } from "./core/sessions/panelLayout";
import { PortalBots } from "./core/sessions/portalBots";
import { Pins } from "./core/sessions/pins";
import { DocumentPortals } from "./features/base/documentPortals";
import { settingsSection } from "./ids";
import { OpenPanels } from "./panel/host/openPanels";
import { PageSource } from "./panel/host/pageSource";
import { RawReplies } from "./panel/host/rawReplies";
import { lateRefusal, lateTalk } from "./panel/view/lateViews";
import { DemoTransport } from "./platform/node/demoTransport";
import { GlobalState } from "./platform/node/globalState";
import { KeyringSecrets } from "./platform/node/keyringSecrets";
import { LateTransport } from "./platform/node/lateTransport";
import { systemClock } from "./platform/node/systemClock";
import { lateExplanations } from "./text/explain";
import { speak } from "./text/language";

/** What features share. */
export interface Services {
  readonly pageSource: PageSource;
  readonly layouts: PanelLayouts;
  readonly portalBots: PortalBots;
  readonly workspaceState: vscode.Memento;
  /** Disposes with the extension. */
  readonly own: <T extends Disposable>(item: T) => T;
  readonly log: vscode.LogOutputChannel;
  /** The latest calls, oldest first. */
  readonly recentCalls: readonly CallNote[];
  readonly clock: Clock;
  readonly nowMs: () => number;
  readonly client: PortalClient;
  readonly limiter: RateLimiter;
  readonly state: StateStore;
  readonly portals: Portals;
  readonly documentPortals: DocumentPortals;
  readonly history: DialogHistory;
  readonly pins: Pins;
  readonly memory: DialogMemory;
  /** Dialogs are read alone: an item of a batch has neither status nor reply of its own. */
  readonly dialogs: DialogReader;
  readonly bots: Pick<BotReader, "read">;
  readonly messages: MessagesReader;
  /** Lists share requests. */
  readonly reader: ListReader;
  /** What is read of the product's own accord: behind what somebody asks for. */
  readonly background: ListReader;
  readonly finder: Pick<ChatFinder, "find">;
  readonly browser: Once<DialogBrowser>;
  readonly rawReplies: RawReplies;
  readonly openPanels: OpenPanels;
  /** Additions look for what is stored already: one at a time. */
  readonly storing: OneAtATime;
}

/** What a report about a fault tells. */
const recentCallsLimit = 20;

/** Built at the first use, and then the same for all. */
export type LazyServices = Once<Services>;

export function build(context: vscode.ExtensionContext): Services {
  speak(vscode.l10n.bundle);
  beforeFailures(() => Promise.all([lateExplanations.ready(), lateRefusal.ready()]));
  const own = <T extends Disposable>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const log = own(vscode.window.createOutputChannel("Dialog Inspector", { log: true }));
  const clock = systemClock;
  const { version } = context.extension.packageJSON as { readonly version: string };
  const recentCalls: CallNote[] = [];
  const limiter = own(new RateLimiter(clock));
  const client = new PortalClient({
    transport: new DemoTransport(
      demoOrigin,
      async () => new (await import("./demo/demoPortal")).DemoPortal(demoOrigin),
      new LateTransport(async () => {
        const { NodeFetchTransport } = await import("./platform/node/nodeFetchTransport");
        return new NodeFetchTransport(`bitrix24-dialog-inspector/${version}`);
      }),
    ),
    clock,
    limiter,
    timeoutMs: requestTimeoutMs,
    note: (note) => {
      recentCalls.push(note);
      if (recentCalls.length > recentCallsLimit) recentCalls.shift();
      if (note.outcome === "ok" || note.outcome === "cancelled") log.info(describeCall(note));
      else log.warn(describeCall(note));
    },
  });
  const state = own(
    new GlobalState(context.globalState, clock, {
      isFocused: () => vscode.window.state.focused,
      onDidChange: vscode.window.onDidChangeWindowState,
    }),
  );
  const portals = own(
    new Portals(state, new KeyringSecrets(context.secrets), {
      newId: () => crypto.randomUUID(),
      nowMs: () => clock.nowMs(),
    }),
  );
  const history = own(new DialogHistory(state));
  const pins = own(new Pins(state));
  own(
    state.onDidChangeElsewhere(() => {
      portals.reread();
      history.reread();
      pins.reread();
    }),
  );
  const batching = new BatchingCaller(client, setImmediate);
  const memory = new DialogMemory();
  const background = new ListReader(inBackground(batching, client.operating), portals);
  const portalBots = own(new PortalBots(background));
  const reader = new ListReader(batching, portals, (portal, bots) => {
    portalBots.note(portal, bots);
  });
  return {
    pageSource: new PageSource(context.extensionUri, async (error) =>
      (await import("./features/base/faults")).sayFault(error),
    ),
    layouts: new PanelLayouts(state),
    portalBots,
    workspaceState: context.workspaceState,
    own,
    log,
    recentCalls,
    clock,
    nowMs: () => clock.nowMs(),
    client,
    limiter,
    state,
    portals,
    documentPortals: new DocumentPortals(portals),
    history,
    pins,
    memory,
    dialogs: new DialogReader(client, portals),
    bots: {
      read: async (...asked) => {
        const { BotReader } = await import("./core/reads/botReader");
        return new BotReader(client, portals).read(...asked);
      },
    },
    messages: {
      read: async (...asked) => {
        const reads = import("./core/reads/messageReader");
        const [{ MessageReader }] = await Promise.all([reads, lateTalk.ready()]);
        return new MessageReader(client, portals).read(...asked);
      },
    },
    reader,
    background,
    finder: {
      find: async (...asked) => {
        const reads = import("./core/reads/chatFinder");
        const [{ ChatFinder }] = await Promise.all([reads, lateExplanations.ready()]);
        return new ChatFinder(batching, portals).find(...asked);
      },
    },
    browser: once(async () => {
      const { DialogBrowser } = await import("./core/sidebar/dialogBrowser");
      const watched = { portals, history, pins, memory, reader, titles: background };
      return own(new DialogBrowser(watched));
    }),
    rawReplies: own(new RawReplies()),
    openPanels: new OpenPanels(),
    storing: new OneAtATime(),
  };
}

function requestTimeoutMs(): number {
  const settings = vscode.workspace.getConfiguration(settingsSection);
  // The manifest's minimum binds the settings editor only, not who writes the file by hand.
  return Math.max(1, settings.get<number>("requestTimeoutSeconds", 30)) * 1000;
}

function describeCall(note: CallNote): string {
  const { method, dialogId = "", host, status, durationMs, outcome } = note;
  const settings = vscode.workspace.getConfiguration(settingsSection);
  const isNamed = dialogId !== "" && settings.get<boolean>("log.dialogIds", true);
  const answered = status === undefined ? "no answer" : `HTTP ${status}`;
  return `${method}${isNamed ? ` ${dialogId}` : ""} at ${host}: ${outcome}, ${answered}, ${Math.round(durationMs)} ms`;
}
