import assert from "node:assert/strict";
import { failure } from "../../../../src/core/base/result";
import { BotToken } from "../../../../src/core/portal/botToken";
import { Portals } from "../../../../src/core/portal/portals";
import { fixedParts, MemorySecrets, MemoryState } from "../../support/stores";
import { sentinel, webhookIn } from "../../support/webhooks";

const helper = { botId: 456, name: "Helper" };
const botSentinel = "b0tSentinel4242";

describe("The bots of a portal", () => {
  let state: MemoryState;
  let secrets: MemorySecrets;
  let portals: Portals;
  beforeEach(async () => {
    state = new MemoryState();
    secrets = new MemorySecrets();
    portals = new Portals(
      state,
      secrets,
      fixedParts(() => "id1"),
    );
    await portals.add({ webhook: webhookIn(), name: "Northwind", access: undefined });
  });
  afterEach(() => {
    const written = state.everWritten.join("\n");
    assert.ok(!written.includes(botSentinel) && !written.includes(sentinel), "a secret was stored");
  });

  const token = (text = botSentinel): BotToken => {
    const parsed = BotToken.parse(text);
    assert.ok(parsed !== undefined);
    return parsed;
  };
  const stored = async (botId = 456, from = portals): Promise<string | undefined> => {
    const token = await from.botTokenFor("id1", botId, new AbortController().signal);
    return token.ok ? token.value.toWire() : undefined;
  };

  it("are kept with the proof of their token, and nothing else that a caller had at hand", async () => {
    const given = { ...helper, isProven: true, token: botSentinel };
    await portals.addBot("id1", given, token());
    assert.deepEqual(portals.find("id1")?.bots, [{ ...helper, isProven: true }]);
  });

  it("are proven later where they were stored without a proof", async () => {
    await portals.addBot("id1", helper, token());
    await portals.addBot("id1", { botId: 457, name: "Watch" }, token("other-token"));
    await portals.keepProof("id1", { botId: 456, name: "Helper 2", isProven: true });
    assert.deepEqual(portals.find("id1")?.bots, [
      { botId: 456, name: "Helper 2", isProven: true },
      { botId: 457, name: "Watch" },
    ]);
  });

  it("are none at first", async () => {
    assert.equal(portals.find("id1")?.bots, undefined);
    assert.equal(await stored(), undefined);
  });

  it("are kept with their tokens beside the webhook", async () => {
    await portals.addBot("id1", helper, token());
    assert.deepEqual(portals.find("id1")?.bots, [helper]);
    assert.equal(await stored(), botSentinel);
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    const next = new Portals(
      state,
      secrets,
      fixedParts(() => "unused"),
    );
    assert.equal(await stored(456, next), botSentinel);
    assert.deepEqual(next.find("id1")?.bots, [helper]);
  });

  it("stay out of what any reply of their portal shows, whoever asked", async () => {
    await portals.addBot("id1", helper, token());
    const webhook = await portals.webhookOf("id1");
    assert.equal(
      webhook?.redact(`{"description":"use ${botSentinel}"}`),
      '{"description":"use ***"}',
    );
    assert.ok(webhook.equals(webhookIn()));
  });

  it("take a newer token and name in place of the older", async () => {
    await portals.addBot("id1", { botId: 457, name: "Watch" }, token("other-token"));
    await portals.addBot("id1", helper, token());
    await portals.addBot("id1", { botId: 456, name: "Renamed" }, token("newer-token"));
    assert.deepEqual(
      portals.find("id1")?.bots?.map(({ name }) => name),
      ["Watch", "Renamed"],
    );
    assert.equal(await stored(), "newer-token");
    assert.equal(await stored(457), "other-token");
  });

  it("go one by one, with their token", async () => {
    await portals.addBot("id1", helper, token());
    await portals.addBot("id1", { botId: 457, name: "" }, token("other-token"));
    await portals.removeBot("id1", 456);
    assert.equal(await stored(), undefined);
    assert.equal(await stored(457), "other-token");
    assert.deepEqual(portals.find("id1")?.bots, [{ botId: 457, name: "" }]);
    assert.ok(![...secrets.values.values()].join().includes(botSentinel));
  });

  it("stay when the webhook is replaced by another of the same address", async () => {
    await portals.addBot("id1", helper, token());
    await portals.replaceWebhook(
      "id1",
      webhookIn("https://portal.example/rest/5/another0secret0/"),
      undefined,
    );
    assert.equal(await stored(), botSentinel);
    assert.deepEqual(portals.find("id1")?.bots, [helper]);
  });

  it("go when the webhook leads to another address: the token was not given for that one", async () => {
    await portals.addBot("id1", helper, token());
    await portals.replaceWebhook(
      "id1",
      webhookIn("https://other.example/rest/1/another0secret0/"),
      undefined,
    );
    assert.equal(await stored(), undefined);
    assert.equal(portals.find("id1")?.bots, undefined);
    assert.ok(![...secrets.values.values()].join().includes(botSentinel));
  });

  it("are not added to a portal that is gone", async () => {
    assert.deepEqual(await portals.addBot("gone", helper, token()), failure("portalGone"));
    assert.deepEqual([...secrets.values.keys()], ["portal.id1"]);
  });

  it("are those that can be read of a damaged record", async () => {
    const [record] = portals.list();
    await state.set("portals", [{ ...record, bots: [{ botId: "x" }, { botId: 456, name: 5 }] }]);
    assert.deepEqual(portals.find("id1")?.bots, [{ botId: 456, name: "" }]);
    assert.equal(portals.find("id1")?.name, "Northwind");
  });

  it("are both there when two were added at once", async () => {
    const watch = { botId: 457, name: "Watch" };
    await Promise.all([
      portals.addBot("id1", helper, token()),
      portals.addBot("id1", watch, token("other-token")),
    ]);
    assert.deepEqual([await stored(), await stored(457)], [botSentinel, "other-token"]);
    assert.deepEqual(portals.find("id1")?.bots, [helper, watch]);
  });

  describe("whose tokens an older version kept beside the webhook", () => {
    const older = {
      webhook: webhookIn().toStored(),
      bots: [
        { botId: 456, botToken: botSentinel },
        { botId: "x", botToken: 5 },
        { botId: 457, botToken: "other-token" },
      ],
      ofNewer: true,
    };
    beforeEach(async () => {
      await secrets.set("portal.id1", JSON.stringify(older));
      await state.set("portals", [
        { ...portals.find("id1"), bots: [helper, { botId: 457, name: "Watch" }] },
      ]);
    });
    const entry = (): unknown => JSON.parse(secrets.values.get("portal.id1") ?? "null");

    it("are read with them, one bad one taking no other along", async () => {
      assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
      assert.deepEqual([await stored(), await stored(457)], [botSentinel, "other-token"]);
    });

    it("take a newer token in place of the older, and go with it", async () => {
      await portals.addBot("id1", helper, token("newer-token"));
      assert.equal(await stored(), "newer-token");
      await portals.removeBot("id1", 456);
      assert.equal(await stored(), undefined);
      assert.equal(await stored(457), "other-token");
    });

    it("keep them, and what a newer version wrote, with another webhook of the same address", async () => {
      const other = webhookIn("https://portal.example/rest/5/another0secret0/");
      await portals.replaceWebhook("id1", other, undefined);
      assert.deepEqual(entry(), { ...older, webhook: other.toStored() });
    });
  });

  describe("while the keyring is locked", () => {
    beforeEach(async () => {
      await portals.addBot("id1", helper, token());
      portals.reread();
      secrets.lock();
    });
    const before = () => JSON.stringify([...secrets.values]);

    it("are neither added nor removed, nor lost with the webhook, and that is said", async () => {
      const kept = before();
      const other = webhookIn("https://portal.example/rest/5/another0secret0/");
      assert.deepEqual(
        [
          await portals.addBot("id1", { botId: 457, name: "" }, token("other-token")),
          await portals.removeBot("id1", 456),
          await portals.replaceWebhook("id1", other, undefined),
          await portals.move("id1", other),
        ],
        Array(4).fill(failure("keyringUnreadable")),
      );
      assert.equal(before(), kept);
      assert.deepEqual(portals.find("id1")?.bots, [helper]);
      secrets.unlock();
      assert.equal(await stored(), botSentinel);
      assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    });

    it("are not taken for none", async () => {
      const { signal } = new AbortController();
      const locked = failure({ error: { kind: "keyringLocked" }, exchange: undefined });
      assert.deepEqual(await portals.botTokenFor("id1", 456, signal), locked);
      assert.deepEqual(await portals.webhookFor("id1", signal), locked);
    });
  });

  it("are not waited for by whoever gave up", async () => {
    secrets.hang();
    portals.reread();
    const asking = new AbortController();
    const cancelled = failure({ error: { kind: "cancelled" }, exchange: undefined });
    const answers = Promise.all([
      portals.botTokenFor("id1", 456, asking.signal),
      portals.webhookFor("id1", asking.signal),
    ]);
    asking.abort();
    assert.deepEqual(await answers, [cancelled, cancelled]);
    assert.deepEqual(await portals.webhookFor("id1", asking.signal), cancelled);
  });
});
