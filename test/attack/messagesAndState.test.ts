import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { isTreeNode } from "../../src/core/sidebar/isTreeNode";
import { BotToken } from "../../src/core/portal/botToken";
import { Portals } from "../../src/core/portal/portals";
import { parsePastedWebhook } from "../../src/core/portal/pastedWebhook";
import { DialogHistory } from "../../src/core/sessions/history";
import { PanelLayouts } from "../../src/core/sessions/panelLayout";
import { Pins } from "../../src/core/sessions/pins";
import { parsePanelIdentity, parsePanelToHost } from "../../src/panel/protocol/panelMessages";
import { fixedParts, MemorySecrets, MemoryState } from "../unit/support/stores";
import { Chance } from "./support/chance";
import { mutated } from "./support/mutator";

const never = new AbortController().signal;

/** A text that was damaged, read as JavaScript's own values; damage that is no JSON is a text. */
function damagedValue(text: string, chance: Chance): unknown {
  const damaged = mutated(text, chance);
  try {
    return JSON.parse(damaged);
  } catch {
    return damaged;
  }
}

describe("Damaged messages of the page", () => {
  const messages = [
    { type: "ready" },
    { type: "act", action: "refresh" },
    { type: "act", action: "readAsBot", argument: "456" },
    { type: "copyValue", key: "owner" },
    { type: "runProbe", id: "bot/456" },
    { type: "cancelProbe", id: "recentDialogs" },
    { type: "people", key: "readed_list", query: "ivy", from: 50, readsMore: false },
    { type: "remember", memory: { scrollTop: 80, filter: "a" } },
    { type: "arrange", groups: { about: false }, showsEmpty: true },
    { portalId: "p1", dialogId: "chat29" },
    { type: "dialog", id: "p1/dialog", portalId: "p1", section: "chats", dialogId: "chat29" },
  ].map((message) => JSON.stringify(message));

  it("are taken when they are exactly known, and are small, or not at all: 50,000", () => {
    const chance = new Chance(1);
    let taken = 0;
    for (let round = 0; round < 50_000; round += 1) {
      const value = damagedValue(chance.oneOf(messages), chance);
      const parsed = parsePanelToHost(value);
      const { portalId = "" } = parsePanelIdentity(value) ?? {};
      assert.equal(typeof portalId, "string");
      assert.equal(typeof isTreeNode(value), "boolean");
      if (parsed === undefined) continue;
      taken += 1;
      assert.deepEqual(parsePanelToHost(parsed), parsed);
      assert.ok(JSON.stringify(parsed).length < 10_000, "a message is larger than any page sends");
    }
    assert.ok(taken > 100, `${taken} were taken`);
  });
});

describe("Damaged stored values", () => {
  const keys = ["portals", "activePortal", "history", "pins", "panelLayout"];

  /** What a window starts with after two portals, a bot, pins, a history and a layout were stored. */
  class Stored {
    private readonly values = new Map<string, string>();
    private readonly secrets = new Map<string, string>();

    static async make(): Promise<Stored> {
      const stored = new Stored();
      const { state, secrets, portals, history, pins, layouts } = open();
      for (const [name, address] of [
        ["Northwind", "https://northwind.example/rest/1/abcdefgh12345678/"],
        ["Blauwe Tulp", "https://tulp.example/sub/rest/7/hgfedcba87654321/"],
      ] as const) {
        const parsed = parsePastedWebhook(address);
        assert.ok(parsed.ok);
        const access = { userId: "1", userName: "", isAdmin: true, scopes: ["im", "imbot"] };
        const added = await portals.add({ webhook: parsed.value.webhook, name, access });
        assert.ok(added.ok);
      }
      const token = BotToken.parse("a-token-of-a-bot");
      assert.ok(token !== undefined);
      await portals.addBot("p1", { botId: 456, name: "Helper", isProven: true }, token);
      await pins.add([{ portalId: "p1", dialogId: "chat29" }]);
      await history.add({ portalId: "p2", dialogId: "5", kind: "chat", inspectedAtMs: 1 });
      await layouts.arrange({ groups: { about: false } });
      for (const key of keys) stored.values.set(key, JSON.stringify(state.get(key) ?? null));
      for (const [key, value] of secrets.values) stored.secrets.set(key, value);
      return stored;
    }

    /** Ids of the portals that are stored as they were. */
    soundPortals(value: unknown): readonly string[] {
      const whole = JSON.parse(this.values.get("portals") ?? "[]") as readonly { id: string }[];
      const found = Array.isArray(value) ? (value as readonly unknown[]) : [];
      return whole
        .filter((record) => found.some((other) => isDeepStrictEqual(other, record)))
        .map(({ id }) => id);
    }

    async opened(chance: Chance): Promise<{ bench: ReturnType<typeof open>; damagedKey: string }> {
      const bench = open();
      const damagedKey = chance.oneOf([...keys, ...this.secrets.keys()]);
      for (const [key, text] of this.values) {
        await bench.state.set(
          key,
          key === damagedKey ? damagedValue(text, chance) : JSON.parse(text),
        );
      }
      for (const [key, text] of this.secrets) {
        bench.secrets.values.set(
          key,
          key === damagedKey ? mutated(JSON.stringify(text), chance) : text,
        );
      }
      return { bench, damagedKey };
    }
  }

  function open() {
    const state = new MemoryState();
    const secrets = new MemorySecrets();
    let id = 0;
    const portals = new Portals(
      state,
      secrets,
      fixedParts(() => `p${++id}`),
    );
    const history = new DialogHistory(state);
    return {
      state,
      secrets,
      portals,
      history,
      pins: new Pins(state),
      layouts: new PanelLayouts(state),
    };
  }

  it("are read as far as they can be, and cost nothing that is sound: 5,000", async function () {
    this.timeout(60_000);
    const chance = new Chance(2);
    const stored = await Stored.make();
    for (let round = 0; round < 5_000; round += 1) {
      const { bench, damagedKey } = await stored.opened(chance);
      const { portals, history, pins, layouts, state } = bench;
      for (const store of [portals, history, pins]) store.reread();
      const records = portals.list();
      const sound = stored.soundPortals(state.get("portals"));
      assert.doesNotThrow(() => JSON.stringify([records, portals.active(), layouts.current]));
      for (const { id, name, origin } of records) {
        assert.ok([id, name, origin].every((text) => typeof text === "string"));
        await portals.webhookFor(id, never);
        await portals.botTokenFor(id, 456, never);
        await portals.rename(id, "Renamed");
        await pins.add([{ portalId: id, dialogId: "chat30" }]);
        await history.add({ portalId: id, dialogId: "6", kind: undefined, inspectedAtMs: 2 });
      }
      await layouts.arrange({ showsEmpty: true });
      assert.equal(layouts.current.showsEmpty, true);
      const ids = portals.list().map(({ id }) => id);
      for (const id of sound) assert.ok(ids.includes(id), `${id} was sound, and is lost`);
      if (damagedKey === "portals") continue;
      // What was not damaged is all there, under its id, after the writes too.
      assert.deepEqual(
        portals.list().map(({ id }) => id),
        ["p1", "p2"],
      );
      assert.ok(JSON.stringify(state.get("portals")).includes("Helper"));
      if (damagedKey !== "pins") assert.ok(JSON.stringify(state.get("pins")).includes("chat29"));
      if (!damagedKey.includes("p2")) assert.ok((await portals.webhookFor("p2", never)).ok);
    }
  });
});
