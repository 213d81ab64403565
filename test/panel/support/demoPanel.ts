import assert from "node:assert/strict";
import { BotToken } from "../../../src/core/portal/botToken";
import { BatchingCaller } from "../../../src/core/portal/batching";
import { PortalClient } from "../../../src/core/portal/portalClient";
import type { PortalRecord } from "../../../src/core/portal/portalRecord";
import { Portals } from "../../../src/core/portal/portals";
import { RateLimiter } from "../../../src/core/portal/rateLimiter";
import { Webhook } from "../../../src/core/portal/webhook";
import { parseExactDialogId } from "../../../src/core/dialog/dialogId";
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
import { ownerViewer, viewersOf, type ReadAs } from "../../../src/core/dialog/viewer";
import { demoBot, demoOrigin, demoWebhook } from "../../../src/core/portal/demoAddress";
import { DemoPortal } from "../../../src/demo/demoPortal";
import { eventsView } from "../../../src/panel/view/eventsView";
import type { PanelSubject } from "../../../src/panel/view/panelSubject";
import { panelView } from "../../../src/panel/view/panelView";
import type { PanelView } from "../../../src/panel/protocol/panelView";
import { DemoTransport } from "../../../src/platform/node/demoTransport";
import { systemClock } from "../../../src/platform/node/systemClock";
import { MemorySecrets, MemoryState } from "../../unit/support/stores";

const never = new AbortController().signal;
const nowMs = Date.parse("2026-03-16T18:06:00Z");

/** The demo portal with everything of the product but VS Code: its panels are what the product really shows. */
export class DemoPanels {
  private constructor(
    private readonly portals: Portals,
    private readonly portal: PortalRecord,
    private readonly reader: ListReader,
    private readonly owner: DialogReader,
    private readonly botReader: BotReader,
    private readonly messageReader: MessageReader,
    private readonly eventsReader: EventsReader,
  ) {}

  static async start(): Promise<DemoPanels> {
    const nobody = {
      send: () => Promise.reject(new Error("Nothing but the demo portal is asked.")),
    };
    const load = () => Promise.resolve(new DemoPortal(demoOrigin, () => nowMs));
    const client = new PortalClient({
      transport: new DemoTransport(demoOrigin, load, nobody),
      clock: { ...systemClock, nowMs: () => nowMs },
      limiter: new RateLimiter(systemClock),
      timeoutMs: () => 10_000,
      note: () => undefined,
    });
    const portals = new Portals(new MemoryState(), new MemorySecrets(), {
      newId: () => "p1",
      nowMs: () => nowMs,
    });
    const webhook = Webhook.parse(demoWebhook);
    assert.ok(webhook.ok);
    const access = await checkWebhook(client, webhook.value.webhook, never);
    assert.ok(access.ok);
    const added = await portals.add({
      webhook: webhook.value.webhook,
      name: "Northwind Couriers",
      access: access.value,
    });
    assert.ok(added.ok);
    const token = BotToken.parse(demoBot.token);
    assert.ok(token !== undefined);
    await portals.addBot("p1", demoBot, token);
    const portal = portals.find("p1");
    assert.ok(portal !== undefined);
    const reader = new ListReader(new BatchingCaller(client, setImmediate), portals);
    return new DemoPanels(
      portals,
      portal,
      reader,
      new DialogReader(client, portals),
      new BotReader(client, portals),
      new MessageReader(client, portals),
      new EventsReader(client, portals),
    );
  }

  /** The page about the events of a bot. */
  async events(botId: number): Promise<PanelView> {
    const { portal } = this;
    const reading = await this.eventsReader.read(portal, { botId, chat: undefined }, never);
    assert.ok(reading.ok);
    const state = { phase: "read", reading: reading.value } as const;
    return eventsView({ portal, state, botId, dialogId: undefined, isWatching: false });
  }

  /** The panel of a dialog when everything has come. */
  async view(dialogId: string, readAs: ReadAs = ownerViewer): Promise<PanelView> {
    return panelView(await this.subject(dialogId, readAs));
  }

  async subject(
    dialogId: string,
    readAs: ReadAs = ownerViewer,
  ): Promise<PanelSubject & { readonly messages: DialogMessages }> {
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    const portal = (): PortalRecord | undefined => this.portals.find("p1");
    const session = new DialogSession(
      ref,
      {
        read: (record, asked, viewer, signal) =>
          viewer.kind === "owner"
            ? this.owner.read(record, asked, signal)
            : this.botReader.read(record, asked, viewer.botId, signal),
        portal,
      },
      true,
    );
    session.look(readAs);
    // Whoever looks has agreed to what reading may change.
    for (const viewer of viewersOf(readAs)) if (viewer !== undefined) session.confirm(viewer);
    await session.read();
    const people = new DialogPeople(ref, this.reader, portal);
    const { state } = session;
    if (state.phase === "read") await people.read(state.reading.dialog);
    const messages = new DialogMessages(this.messageReader, portal);
    messages.follow(state.phase === "read" ? state.reading : undefined);
    const bots = new PortalBots(this.reader);
    await bots.read(this.portal);
    return {
      ref,
      portal: this.portal,
      isActivePortal: true,
      linkHost: undefined,
      isDemo: true,
      hasPictures: true,
      isPinned: false,
      bots: bots.of(this.portal),
      state,
      readAs,
      probes: new CauseFinder(ref, {
        portal,
        reader: this.reader,
        bots: this.botReader,
        agrees: () => Promise.resolve(true),
      }),
      people,
      messages,
      knownTitle: "",
    };
  }
}
