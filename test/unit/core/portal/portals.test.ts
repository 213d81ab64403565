import assert from "node:assert/strict";
import { Portals } from "../../../../src/core/portal/portals";
import type { WebhookAccess } from "../../../../src/core/portal/webhookAccess";
import { MemorySecrets, MemoryState } from "../../support/stores";
import { sentinel, webhookIn } from "../../support/webhooks";

const otherSecret = "0therSentinel777";
const access: WebhookAccess = {
  userId: "1",
  userName: "Ivy Stone",
  isAdmin: true,
  scopes: ["im", "imbot"],
};

describe("Stored portals", () => {
  let state: MemoryState;
  let secrets: MemorySecrets;
  let portals: Portals;
  let changes: number;
  let lastId: number;
  beforeEach(() => {
    state = new MemoryState();
    secrets = new MemorySecrets();
    lastId = 0;
    portals = new Portals(state, secrets, () => `id${++lastId}`);
    changes = 0;
    portals.onDidChange(() => changes++);
  });
  afterEach(() => {
    const written = state.everWritten.join("\n");
    assert.ok(!written.includes(sentinel) && !written.includes(otherSecret), "a secret was stored");
    assert.ok(!written.includes("Ivy Stone"), "a person's name was stored");
  });

  const add = (name = "Northwind", text?: string) =>
    portals.add({ webhook: webhookIn(text), name, access });

  it("begin as none", async () => {
    assert.deepEqual(portals.list(), []);
    assert.equal(portals.active(), undefined);
    assert.equal(portals.find("id1"), undefined);
    assert.equal(await portals.webhookOf("id1"), undefined);
  });

  it("keep what was added, with the newest active", async () => {
    const first = await add("Northwind");
    const second = await add("Southwind", `https://south.example:8443/rest/5/${otherSecret}/`);
    assert.deepEqual(portals.list(), [first, second]);
    assert.deepEqual(first, {
      id: "id1",
      name: "Northwind",
      origin: "https://portal.example",
      userId: "1",
      scopes: ["im", "imbot"],
      readsWithoutAsking: false,
    });
    assert.equal(portals.active()?.id, "id2");
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
  });

  it("are the same in the next session", async () => {
    await add();
    await portals.rename("id1", "Renamed");
    const next = new Portals(state, secrets, () => "unused");
    assert.deepEqual(next.list(), portals.list());
    assert.equal(next.active()?.name, "Renamed");
    assert.ok((await next.webhookOf("id1"))?.equals(webhookIn()));
  });

  it("may be saved without a check: then the address names the user", async () => {
    const webhook = webhookIn(`https://portal.example/rest/ivy/${sentinel}/`);
    const record = await portals.add({ webhook, name: "n", access: undefined });
    assert.equal(record.userId, "ivy");
    assert.equal(record.scopes, undefined);
    assert.deepEqual(portals.list().length, 1);
  });

  it("tell whether a name is taken by another one", async () => {
    await add("Northwind");
    await add("Southwind", `https://south.example/rest/5/${otherSecret}/`);
    assert.equal(portals.isNameTaken(" northWIND "), true);
    assert.equal(portals.isNameTaken("Northwind", "id1"), false);
    assert.equal(portals.isNameTaken("Northwind", "id2"), true);
    assert.equal(portals.isNameTaken("Westwind"), false);
  });

  it("ask before reads again after that was taken back", async () => {
    await add();
    await portals.readWithoutAsking("id1");
    assert.equal(portals.find("id1")?.readsWithoutAsking, true);
    await portals.askBeforeReads("id1");
    assert.equal(portals.find("id1")?.readsWithoutAsking, false);
  });

  it("tell of every change", async () => {
    await add();
    assert.ok(changes > 0);
    for (const change of [
      () => portals.rename("id1", "Other"),
      () => portals.readWithoutAsking("id1"),
      () => portals.activate("id1"),
      () => portals.replaceWebhook("id1", webhookIn(), access),
      () => portals.remove("id1"),
    ]) {
      changes = 0;
      await change();
      assert.ok(changes > 0, change.toString());
    }
  });

  it("tell of a webhook changed in another window, and of nobody else's secret", async () => {
    await secrets.set("portal.id1", "changed elsewhere");
    assert.equal(changes, 1);
    await secrets.set("some other secret", "x");
    assert.equal(changes, 1);
  });

  it("use the webhook that another window stored", async () => {
    await add();
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    const other = `https://portal.example/rest/5/${otherSecret}/`;
    await secrets.set("portal.id1", JSON.stringify({ webhook: other }));
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn(other)));
    await secrets.delete("portal.id1");
    assert.equal(await portals.webhookOf("id1"), undefined);
  });

  it("look for their webhooks anew when another window changed something", async () => {
    await add();
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    const other = `https://portal.example/rest/5/${otherSecret}/`;
    secrets.values.set("portal.id1", JSON.stringify({ webhook: other }));
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()), "each call asks the keyring");
    portals.reread();
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn(other)));
  });

  it("tell nothing once they are disposed of", async () => {
    portals.dispose();
    await secrets.set("portal.id1", "x");
    await portals.rename("id1", "x");
    assert.equal(changes, 0);
  });

  it("let the first one be active when the active one is gone", async () => {
    await add("A");
    await add("B");
    await portals.remove("id2");
    assert.equal(portals.active()?.id, "id1");
    await portals.activate("nonsense");
    assert.equal(portals.active()?.id, "id1");
  });

  it("are found by address and user", async () => {
    await add();
    assert.equal(portals.findTwin(webhookIn(), access)?.id, "id1");
    const sameUser = webhookIn(`https://portal.example/rest/ivy/${otherSecret}/`);
    assert.equal(portals.findTwin(sameUser, access)?.id, "id1");
    assert.equal(portals.findTwin(sameUser, undefined), undefined);
    assert.equal(portals.findTwin(webhookIn(), { ...access, userId: "5" }), undefined);
    const otherHost = webhookIn(`https://other.example/rest/1/${otherSecret}/`);
    assert.equal(portals.findTwin(otherHost, access), undefined);
  });

  describe("whose webhook was asked anew", () => {
    beforeEach(async () => {
      await add();
      await portals.readWithoutAsking("id1");
      changes = 0;
    });

    it("keep what it is granted now, and who agreed to reads", async () => {
      await portals.keepAccess("id1", webhookIn(), { scopes: ["imopenlines"] });
      const { scopes, userId, readsWithoutAsking } = portals.find("id1") ?? {};
      assert.deepEqual([scopes, userId, readsWithoutAsking], [["imopenlines"], "1", true]);
      assert.equal(changes, 1);
    });

    it("are another owner's when the portal says so, who has agreed to nothing", async () => {
      await portals.keepAccess("id1", webhookIn(), { userId: "5", scopes: ["im", "imbot"] });
      const { scopes, userId, readsWithoutAsking } = portals.find("id1") ?? {};
      assert.deepEqual([scopes, userId, readsWithoutAsking], [["im", "imbot"], "5", false]);
    });

    it("keep the scopes when only the owner was told", async () => {
      await portals.keepAccess("id1", webhookIn(), { userId: "5" });
      assert.deepEqual(portals.find("id1")?.scopes, ["im", "imbot"]);
    });

    it("say nothing of what they knew already, in whatever order", async () => {
      const written = state.everWritten.length;
      await portals.keepAccess("id1", webhookIn(), { userId: "1", scopes: ["imbot", "im"] });
      await portals.keepAccess("id1", webhookIn(), {});
      assert.deepEqual([changes, state.everWritten.length], [0, written]);
    });

    it("learn the first time what was saved without a check", async () => {
      await portals.add({ webhook: webhookIn(), name: "n", access: undefined });
      await portals.keepAccess("id2", webhookIn(), { scopes: [] });
      assert.deepEqual(portals.find("id2")?.scopes, []);
    });

    it("take no answer about a webhook that was replaced meanwhile", async () => {
      const replacement = webhookIn(`https://portal.example/rest/1/${otherSecret}/`);
      await portals.replaceWebhook("id1", replacement, access);
      await portals.keepAccess("id1", webhookIn(), { userId: "5", scopes: [] });
      assert.deepEqual(portals.find("id1")?.scopes, access.scopes);
      assert.equal(portals.find("id1")?.userId, "1");
    });

    it("take none about a portal that was removed meanwhile", async () => {
      await portals.remove("id1");
      await portals.keepAccess("id1", webhookIn(), { scopes: [] });
      assert.deepEqual(portals.list(), []);
    });
  });

  describe("with another webhook", () => {
    const replacement = `https://portal.example/rest/1/${otherSecret}/`;
    beforeEach(async () => {
      await add();
      await portals.readWithoutAsking("id1");
      assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    });

    it("stay what they are, and use it", async () => {
      const scopes = ["imbot"];
      await portals.replaceWebhook("id1", webhookIn(replacement), { ...access, scopes });
      assert.deepEqual(portals.list(), [
        {
          id: "id1",
          name: "Northwind",
          origin: "https://portal.example",
          userId: "1",
          scopes,
          readsWithoutAsking: true,
        },
      ]);
      assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn(replacement)));
    });

    it("ask again when it is another owner's", async () => {
      await portals.replaceWebhook("id1", webhookIn(replacement), { ...access, userId: "5" });
      assert.equal(portals.find("id1")?.userId, "5");
      assert.equal(portals.find("id1")?.readsWithoutAsking, false);
    });

    it("ask again when it is another portal's", async () => {
      const moved = webhookIn(`https://moved.example/rest/1/${otherSecret}/`);
      await portals.replaceWebhook("id1", moved, access);
      assert.equal(portals.find("id1")?.origin, "https://moved.example");
      assert.equal(portals.find("id1")?.readsWithoutAsking, false);
    });

    it("keep owner and permissions when they move to a new name", async () => {
      const before = portals.find("id1");
      assert.ok(before !== undefined);
      const moved = (await portals.webhookOf("id1"))?.movedTo("https://renamed.example");
      assert.ok(moved?.ok === true);
      await portals.replaceWebhook("id1", moved.value, before);
      assert.deepEqual(portals.find("id1"), {
        ...before,
        origin: "https://renamed.example",
        readsWithoutAsking: false,
      });
      assert.ok((await portals.webhookOf("id1"))?.equals(moved.value));
    });

    it("keep no secret when they were removed meanwhile", async () => {
      await portals.remove("id1");
      await portals.replaceWebhook("id1", webhookIn(replacement), access);
      assert.deepEqual([...secrets.values], []);
      assert.deepEqual(portals.list(), []);
    });
  });

  it("are removed together with their secret, and without touching others", async () => {
    await add("A");
    await add("B", `https://b.example/rest/1/${otherSecret}/`);
    await portals.remove("id1");
    assert.deepEqual(
      portals.list().map(({ id }) => id),
      ["id2"],
    );
    assert.deepEqual([...secrets.values.keys()], ["portal.id2"]);
    assert.equal(await portals.webhookOf("id1"), undefined);
  });

  it("stay in place when the keyring cannot be read: they need a webhook then", async () => {
    await add();
    secrets.lock();
    assert.equal(await portals.webhookOf("id1"), undefined);
    assert.equal(portals.list().length, 1);
    secrets.unlock();
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
  });

  for (const damaged of ["", "{", "null", "[]", "{}", '{"webhook":5}', '{"webhook":"gone"}']) {
    it(`stay in place when the secret is damaged: ${damaged}`, async () => {
      await add();
      await secrets.set("portal.id1", damaged);
      assert.equal(await portals.webhookOf("id1"), undefined);
      assert.equal(portals.list().length, 1);
    });
  }

  it("take over when the webhook of a damaged one is replaced", async () => {
    await add();
    await secrets.set("portal.id1", "{");
    await portals.replaceWebhook("id1", webhookIn(), access);
    assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
  });

  it("survive damaged records beside them", async () => {
    const good = await add();
    for (const damaged of [
      null,
      5,
      "text",
      [],
      {},
      { ...good, id: "" },
      { ...good, origin: "nowhere" },
      { ...good, name: undefined },
      { ...good, scopes: [1] },
    ]) {
      await state.set("portals", [damaged, good]);
      assert.deepEqual(portals.list(), [good], JSON.stringify(damaged));
    }
  });

  it("are none when what is stored is no list", async () => {
    for (const stored of [null, 5, "text", {}, { length: 1 }]) {
      await state.set("portals", stored);
      assert.deepEqual(portals.list(), []);
    }
  });

  it("ask before reads when the stored consent is damaged", async () => {
    const good = await add();
    await state.set("portals", [{ ...good, readsWithoutAsking: "yes" }]);
    assert.equal(portals.find("id1")?.readsWithoutAsking, false);
  });
});
