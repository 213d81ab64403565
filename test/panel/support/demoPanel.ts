import assert from "node:assert/strict";
import { BotToken } from "../../../src/core/portal/botToken";
import { BatchingCaller } from "../../../src/core/portal/batching";
import { PortalClient } from "../../../src/core/portal/portalClient";
import type { PortalRecord } from "../../../src/core/portal/portalRecord";
import { Portals } from "../../../src/core/portal/portals";
import { RateLimiter } from "../../../src/core/portal/rateLimiter";
import type { Transport, TransportFailure } from "../../../src/core/portal/transport";
import { parsePastedWebhook } from "../../../src/core/portal/pastedWebhook";
import { parseExactDialogId, type DialogRef } from "../../../src/core/dialog/dialogId";
import { AccessReader, type AccessReading } from "../../../src/core/reads/accessReader";
import { BotReader } from "../../../src/core/reads/botReader";
import { DialogReader } from "../../../src/core/reads/dialogReader";
import { EventsReader } from "../../../src/core/reads/eventsReader";
import { ListReader } from "../../../src/core/reads/listReader";
import { checkWebhook } from "../../../src/core/reads/webhookCheck";
import { CauseFinder } from "../../../src/core/sessions/causeFinder";
import { MessageReader } from "../../../src/core/reads/messageReader";
import { DialogMessages } from "../../../src/core/sessions/dialogMessages";
import { DialogPeople } from "../../../src/core/sessions/dialogPeople";
import { DialogSession } from "../../../src/core/sessions/dialogSession";
import { PortalBots } from "../../../src/core/sessions/portalBots";
import { ReportSession } from "../../../src/core/sessions/reportSession";
import { ownerViewer, viewersOf, type ReadAs } from "../../../src/core/dialog/viewer";
import { demoBot, demoOrigin, demoWebhook } from "../../../src/core/portal/demoAddress";
import { isJsonObject, type Json, type JsonObject } from "../../../src/demo/base/json";
import { demoMethods } from "../../../src/demo/methods/demoMethods";
import type { CallWatch, NamedCall } from "../../../src/demo/portal/callWatch";
import { parametersIn } from "../../../src/demo/portal/parameters";
import { Portal } from "../../../src/demo/portal/portal";
import { currentTraits } from "../../../src/demo/portal/portalTraits";
import { sourceRefusals } from "../../../src/demo/portal/systemRefusals";
import { inlinePicture } from "../../../src/demo/seed/avatars";
import { accessView } from "../../../src/panel/view/accessView";
import { eventsView } from "../../../src/panel/view/eventsView";
import type { PanelSubject } from "../../../src/panel/view/panelSubject";
import { panelView } from "../../../src/panel/view/panelView";
import { dialogOfSecond } from "../../../src/panel/view/viewersView";
import type { PanelView } from "../../../src/panel/protocol/panelView";
import { DemoTransport } from "../../../src/platform/node/demoTransport";
import { systemClock } from "../../../src/platform/node/systemClock";
import { MemorySecrets, MemoryState } from "../../unit/support/stores";

const never = new AbortController().signal;

export interface DemoSettings {
  /** Another of the demo's webhooks. */
  readonly webhook?: string;
  readonly portalName?: string;
  /** Its pages can be opened, which those of the demo cannot. */
  readonly hasPages?: boolean;
  /** No token of a bot is stored. */
  readonly withoutBot?: boolean;
  /** What each record of a dialog says otherwise than the demo's, when it is asked for. */
  readonly record?: () => JsonObject;
  /** What else the portal does otherwise, by call. */
  readonly watch?: (call: NamedCall) => CallWatch;
}

/** The demo portal with everything of the product but VS Code: its panels are what the product really shows. */
export class DemoPanels {
  /** Set by tests that need time to go by. */
  nowMs = Date.parse("2026-03-16T18:06:00Z");
  /** Set by tests whose portal does not answer. */
  outage: TransportFailure | undefined;
  private readonly client: PortalClient;
  readonly lists: ListReader;
  readonly portals: Portals;

  private constructor(private readonly settings: DemoSettings) {
    const { record = () => ({}), watch = () => ({}) } = settings;
    const clock = { ...systemClock, nowMs: () => this.nowMs };
    const portal = new Portal(demoMethods, {
      origin: demoOrigin,
      clock: () => this.nowMs,
      refusals: sourceRefusals,
      traits: currentTraits,
      pictureUrl: inlinePicture,
      moreChats: [],
    });
    const reshape = (result: Json): Json =>
      isJsonObject(result) ? { ...result, ...record() } : result;
    const watchOf = (call: NamedCall): CallWatch => ({
      ...(call.method.endsWith(".dialog.get") ? { reshape } : {}),
      ...watch(call),
      item: watchOf,
    });
    const answer = ({ path, body }: { path: string; body: string }) => {
      const [, , user = "", secret = "", method = ""] = path.split("/");
      const call = { user, secret, method, parameters: parametersIn(body) };
      return portal.call(call, watchOf(call));
    };
    const nobody: Transport = {
      send: () => Promise.reject(new Error("Nothing but the demo portal is asked.")),
    };
    const demo = new DemoTransport(demoOrigin, () => Promise.resolve({ answer }), nobody);
    this.client = new PortalClient({
      transport: {
        send: async (request, signal) =>
          this.outage === undefined
            ? demo.send(request, signal)
            : { ok: false, error: this.outage },
      },
      clock,
      limiter: new RateLimiter(systemClock),
      timeoutMs: () => 10_000,
      note: () => undefined,
    });
    this.portals = new Portals(new MemoryState(), new MemorySecrets(), {
      newId: () => "p1",
      nowMs: () => this.nowMs,
    });
    this.lists = new ListReader(new BatchingCaller(this.client, setImmediate), this.portals);
  }

  static async start(settings: DemoSettings = {}): Promise<DemoPanels> {
    const demo = new DemoPanels(settings);
    const webhook = parsePastedWebhook(settings.webhook ?? demoWebhook);
    assert.ok(webhook.ok);
    const access = await checkWebhook(demo.client, webhook.value.webhook, never);
    assert.ok(access.ok);
    const added = await demo.portals.add({
      webhook: webhook.value.webhook,
      name: settings.portalName ?? "Northwind Couriers",
      access: access.value,
    });
    assert.ok(added.ok);
    const token = BotToken.parse(demoBot.token);
    assert.ok(token !== undefined);
    if (settings.withoutBot !== true) await demo.portals.addBot("p1", demoBot, token);
    return demo;
  }

  get isDemo(): boolean {
    return this.settings.hasPages !== true;
  }

  get portal(): PortalRecord {
    const portal = this.portals.find("p1");
    assert.ok(portal !== undefined);
    return portal;
  }

  /** The page about the events of a bot. */
  async events(botId: number): Promise<PanelView> {
    const { client, portal, portals } = this;
    const reader = new EventsReader(client, portals);
    const reading = await reader.read(portal, { botId, chat: undefined }, never);
    assert.ok(reading.ok);
    const state = { phase: "read", reading: reading.value } as const;
    return eventsView({ portal, state, botId, dialogId: undefined, isWatching: false });
  }

  /** The page about what the webhook may do; nothing is asked yet. */
  access(): { readonly session: ReportSession<AccessReading>; readonly view: () => PanelView } {
    const reader = new AccessReader(this.client, this.portals);
    const session = new ReportSession({
      read: (portal, signal) => reader.read(portal, signal),
      portal: () => this.portal,
      webhook: () => this.portals.webhookOf("p1"),
    });
    return { session, view: () => accessView({ portal: this.portal, state: session.state }) };
  }

  /** What the webhook may do, when it has come. */
  async accessView(): Promise<PanelView> {
    const { session, view } = this.access();
    await session.read();
    return view();
  }

  /** The panel of a dialog when everything has come. */
  async view(dialogId: string, readAs: ReadAs = ownerViewer): Promise<PanelView> {
    return (await this.read(dialogId, readAs)).view();
  }

  /** The panel of a dialog, which can be read again. */
  async read(dialogId: string, readAs: ReadAs = ownerViewer): Promise<DemoDialog> {
    const dialog = this.dialog(dialogId, readAs);
    await dialog.read();
    return dialog;
  }

  /** The panel of a dialog; nothing is asked yet. */
  dialog(dialogId: string, readAs: ReadAs = ownerViewer): DemoDialog {
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    return new DemoDialog(this, ref, readAs, {
      owner: new DialogReader(this.client, this.portals),
      bot: new BotReader(this.client, this.portals),
      messages: new MessageReader(this.client, this.portals),
    });
  }
}

interface Readers {
  readonly owner: DialogReader;
  readonly bot: BotReader;
  readonly messages: MessageReader;
}

/** One dialog of the demo, with what the product knows of it. */
export class DemoDialog {
  readonly session: DialogSession;
  readonly people: DialogPeople;
  readonly messages: DialogMessages;
  readonly probes: CauseFinder;
  private readonly bots: PortalBots;

  constructor(
    private readonly demo: DemoPanels,
    private readonly ref: DialogRef,
    private readonly readAs: ReadAs,
    readers: Readers,
  ) {
    const portal = (): PortalRecord => demo.portal;
    this.session = new DialogSession(
      ref,
      {
        read: (record, asked, viewer, signal) =>
          viewer.kind === "owner"
            ? readers.owner.read(record, asked, signal)
            : readers.bot.read(record, asked, viewer.botId, signal),
        portal,
      },
      true,
    );
    this.session.look(readAs);
    // Whoever looks has agreed to what reading may change.
    for (const viewer of viewersOf(readAs)) this.session.confirm(viewer);
    this.people = new DialogPeople(ref, demo.lists, portal);
    this.messages = new DialogMessages(readers.messages, portal);
    this.bots = new PortalBots(demo.lists);
    this.probes = new CauseFinder(ref, {
      portal,
      reader: demo.lists,
      bots: readers.bot,
      agrees: () => Promise.resolve(true),
    });
  }

  /** Reads it, or reads it again, with all that follows a record. */
  async read(): Promise<void> {
    const { session, people, messages, bots } = this;
    await session.read();
    const { state } = session;
    if (state.phase === "read") {
      await people.read(state.reading.dialog, dialogOfSecond(state.reading));
    }
    messages.follow(state.phase === "read" ? state.reading : undefined);
    await bots.read(this.demo.portal);
  }

  get subject(): PanelSubject {
    const { demo, ref, session, readAs, probes, people, messages, bots } = this;
    const { portal } = demo;
    return {
      ref,
      portal,
      isActivePortal: true,
      linkHost: undefined,
      isDemo: demo.isDemo,
      hasPictures: true,
      isPinned: false,
      bots: bots.of(portal),
      state: session.state,
      readAs,
      probes,
      people,
      messages,
      knownTitle: "",
    };
  }

  view(): PanelView {
    return panelView(this.subject);
  }
}

/** The panel of a dialog whose record says something else in places. */
export async function panelOf(record: JsonObject, dialogId = "chat29"): Promise<PanelView> {
  return (await DemoPanels.start({ record: () => record })).view(dialogId);
}
