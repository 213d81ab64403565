import assert from "node:assert/strict";
import { BotToken } from "../../../../src/core/portal/botToken";
import { Portals } from "../../../../src/core/portal/portals";
import { MemorySecrets, MemoryState } from "../../support/stores";
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
    portals = new Portals(state, secrets, () => "id1");
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
  const stored = async (botId = 456) => (await portals.botTokenOf("id1", botId))?.toWire();

  it("are none at first", async () => {
    assert.equal(portals.find("id1")?.bots, undefined);
    assert.equal(await stored(), undefined);
  });

  it("are kept with their tokens beside the webhook", async () => {
    await portals.addBot("id1", helper, token());
    assert.deepEqual(portals.find("id1")?.bots, [helper]);
    assert.equal(await stored(), botSentinel);
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    const next = new Portals(state, secrets, () => "unused");
    assert.equal((await next.botTokenOf("id1", 456))?.toWire(), botSentinel);
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
    assert.deepEqual(portals.find("id1")?.bots, []);
    assert.ok(![...secrets.values.values()].join().includes(botSentinel));
  });

  it("are not added to a portal that is gone or has no webhook", async () => {
    secrets.values.clear();
    await portals.addBot("id1", helper, token());
    await portals.addBot("gone", helper, token());
    assert.equal(portals.find("id1")?.bots, undefined);
    assert.deepEqual([...secrets.values.values()], []);
  });

  it("are none in a damaged record, which takes nothing else along", async () => {
    const [record] = portals.list();
    await state.set("portals", [{ ...record, bots: [{ botId: "x" }] }]);
    assert.equal(portals.find("id1")?.bots, undefined);
    assert.equal(portals.find("id1")?.name, "Northwind");
  });
});
