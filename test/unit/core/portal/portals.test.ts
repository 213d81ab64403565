import { isNameTaken } from "../../../../src/core/portal/portalRecord";
import assert from "node:assert/strict";
import { BotToken } from "../../../../src/core/portal/botToken";
import { Portals } from "../../../../src/core/portal/portals";
import { failure, success } from "../../../../src/core/base/result";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { fixedParts, MemorySecrets, MemoryState } from "../../support/stores";
import { sentinel, webhookIn } from "../../support/webhooks";

const otherSecret = "0therSentinel777";
const access = {
  userId: "1",
  userName: "Ivy Stone",
  isAdmin: true,
  scopes: ["im", "imbot"],
};

function otherToken(): BotToken {
  const token = BotToken.parse(otherSecret);
  assert.ok(token !== undefined);
  return token;
}

describe("Stored portals", () => {
  let state: MemoryState;
  let secrets: MemorySecrets;
  let portals: Portals;
  let changes: number;
  let lastId: number;
  let nowMs: number;
  beforeEach(() => {
    state = new MemoryState();
    secrets = new MemorySecrets();
    lastId = 0;
    nowMs = 1_000_000;
    portals = new Portals(state, secrets, { newId: () => `id${++lastId}`, nowMs: () => nowMs });
    changes = 0;
    portals.onDidChange(() => changes++);
  });
  afterEach(() => {
    const written = state.everWritten.join("\n");
    assert.ok(!written.includes(sentinel) && !written.includes(otherSecret), "a secret was stored");
    assert.ok(!written.includes("Ivy Stone"), "a person's name was stored");
  });

  const add = async (name = "Northwind", text?: string): Promise<PortalRecord> => {
    const added = await portals.add({ webhook: webhookIn(text), name, access });
    assert.ok(added.ok);
    return added.value;
  };

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
      basePath: "/rest",
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
    const next = new Portals(
      state,
      secrets,
      fixedParts(() => "unused"),
    );
    assert.deepEqual(next.list(), portals.list());
    assert.equal(next.active()?.name, "Renamed");
    assert.ok((await next.webhookOf("id1"))?.equals(webhookIn()));
  });

  it("may be saved without a check: then the address names the user", async () => {
    const webhook = webhookIn(`https://portal.example/rest/ivy/${sentinel}/`);
    const added = await portals.add({ webhook, name: "n", access: undefined });
    assert.ok(added.ok);
    assert.equal(added.value.userId, "ivy");
    assert.equal(added.value.scopes, undefined);
    assert.deepEqual(portals.list().length, 1);
  });

  it("tell whether a name is taken by another one", async () => {
    await add("Northwind");
    await add("Southwind", `https://south.example/rest/5/${otherSecret}/`);
    assert.equal(isNameTaken(portals.list(), " northWIND "), true);
    assert.equal(isNameTaken(portals.list(), "Northwind", "id1"), false);
    assert.equal(isNameTaken(portals.list(), "Northwind", "id2"), true);
    assert.equal(isNameTaken(portals.list(), "Westwind"), false);
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
    assert.equal((await portals.findTwin(webhookIn(), access))?.id, "id1");
    const sameUser = webhookIn(`https://portal.example/rest/ivy/${otherSecret}/`);
    assert.equal((await portals.findTwin(sameUser, access))?.id, "id1");
    assert.equal(await portals.findTwin(sameUser, undefined), undefined);
    assert.equal(await portals.findTwin(webhookIn(), { ...access, userId: "5" }), undefined);
    const otherHost = webhookIn(`https://other.example/rest/1/${otherSecret}/`);
    assert.equal(await portals.findTwin(otherHost, access), undefined);
  });

  it("are two where one host has two portals under different prefixes", async () => {
    const underPrefix = webhookIn(`https://portal.example/sub/rest/1/${otherSecret}/`);
    await add();
    assert.equal(await portals.findTwin(underPrefix, access), undefined);
    await add("Sub", underPrefix.toStored());
    assert.equal((await portals.findTwin(underPrefix, access))?.id, "id2");
    assert.equal((await portals.findTwin(webhookIn(), access))?.id, "id1");
    // Of a portal that an older version stored, the webhook tells the prefix.
    const [, stored] = portals.list();
    const older = { ...stored, basePath: undefined };
    await state.set("portals", [older]);
    assert.equal(await portals.findTwin(webhookIn(), access), undefined);
    assert.equal((await portals.findTwin(underPrefix, access))?.id, "id2");
  });

  it("leave their bots' tokens behind when the webhook leads to another prefix", async () => {
    await add();
    const token = BotToken.parse("b0tToken");
    assert.ok(token !== undefined);
    await portals.addBot("id1", { botId: 456, name: "Helper" }, token);
    await portals.readWithoutAsking("id1");
    const underPrefix = webhookIn(`https://portal.example/sub/rest/1/${otherSecret}/`);
    await portals.replaceWebhook("id1", underPrefix, access);
    const { bots, basePath, readsWithoutAsking } = portals.find("id1") ?? {};
    assert.deepEqual([bots, basePath, readsWithoutAsking], [undefined, "/sub/rest", false]);
    assert.ok(![...secrets.values.values()].join().includes("b0tToken"));
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
          basePath: "/rest",
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
        bots: undefined,
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

    for (const [what, write] of [
      ["a webhook", () => portals.replaceWebhook("id1", webhookIn(replacement), access)],
      ["an address", () => portals.move("id1", webhookIn(replacement))],
      ["a bot's token", () => portals.addBot("id1", { botId: 7, name: "Bot" }, otherToken())],
    ] as const) {
      it(`keep no secret when they are removed while ${what} is stored`, async () => {
        secrets.duringNextWrite(() => portals.remove("id1"));
        assert.deepEqual(await write(), failure("portalGone"));
        assert.deepEqual([...secrets.values], []);
        assert.deepEqual(state.get("orphanedSecrets"), []);
      });
    }
  });

  describe("of which VS Code does not store what changed", () => {
    const other = `https://other.example/rest/5/${otherSecret}/`;
    const helper = { botId: 456, name: "Helper" };
    beforeEach(async () => {
      await add();
      await portals.readWithoutAsking("id1");
      await portals.addBot("id1", helper, BotToken.parse("b0tToken") ?? assert.fail());
    });
    const all = (): unknown => [portals.list(), [...secrets.values]];

    for (const [what, write] of [
      ["another portal's webhook", () => portals.replaceWebhook("id1", webhookIn(other), access)],
      [
        "another user's webhook",
        () =>
          portals.replaceWebhook(
            "id1",
            webhookIn(`https://portal.example/rest/5/${otherSecret}/`),
            undefined,
          ),
      ],
      ["another address", () => portals.move("id1", webhookIn(other))],
      ["a bot", () => portals.addBot("id1", { botId: 7, name: "Bot" }, otherToken())],
      ["a newer token", () => portals.addBot("id1", helper, otherToken())],
      ["without its bot", () => portals.removeBot("id1", 456)],
      ["removed", () => portals.remove("id1")],
    ] as const) {
      it(`are what they were, and say so: ${what}`, async () => {
        const before = all();
        state.failFrom(1);
        assert.deepEqual(await write(), failure("stateUnwritable"));
        assert.deepEqual(all(), before);
        const { signal } = new AbortController();
        assert.ok((await portals.botTokenFor("id1", 456, signal)).ok, "the token is withheld");
      });
    }

    it("have no webhook, as before, when they had none", async () => {
      await secrets.delete("portal.id1");
      const before = all();
      state.failFrom(1);
      await portals.replaceWebhook("id1", webhookIn(), access);
      assert.deepEqual(all(), before);
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

  it("survive what is no record beside them, and leave it where it is", async () => {
    const good = await add();
    for (const damaged of [null, 5, "text", [], {}, { ...good, id: "" }]) {
      await state.set("portals", [damaged, good]);
      assert.deepEqual(portals.list(), [good], JSON.stringify(damaged));
      await portals.rename("id1", "Northwind");
      assert.deepEqual(state.get("portals"), [damaged, good]);
    }
  });

  for (const [field, damaged, shown] of [
    ["origin", "nowhere", "https://unknown.invalid"],
    ["name", undefined, "portal.example"],
    ["name", 5, "portal.example"],
    ["userId", 5, "5"],
    ["userId", null, ""],
    ["basePath", 5, undefined],
    ["scopes", null, undefined],
    ["scopes", "im", undefined],
    ["scopes", [1, "im", null], ["im"]],
    ["bots", {}, undefined],
    ["readsWithoutAsking", "yes", false],
  ] as const) {
    it(`lose no more than a damaged field: ${field} is ${JSON.stringify(damaged)}`, async () => {
      const good = await add();
      await state.set("portals", [{ ...good, [field]: damaged, ofNewer: { kept: true } }]);
      assert.deepEqual(
        portals.list().map((record) => ({ ...record, bots: undefined })),
        [{ ...good, bots: undefined, [field]: shown }],
      );
      await portals.activate("id1");
      await portals.readWithoutAsking("id1");
      const [stored] = state.get("portals") as readonly Record<string, unknown>[];
      assert.deepEqual(stored?.["ofNewer"], { kept: true });
    });
  }

  describe("whose secret the keyring holds on to", () => {
    const aWhile = 61_000;
    const left = async (from = portals): Promise<number | undefined> => from.deleteOrphans();

    it("are gone all the same, and that is told", async () => {
      await add();
      secrets.refuseDeletes();
      let told = 0;
      portals.onDidChange(() => told++);
      assert.deepEqual(await portals.remove("id1"), success({ areSecretsGone: false }));
      assert.deepEqual(portals.list(), []);
      assert.ok(told > 0);
    });

    it("have it deleted later, not before it is sure that nobody works on it", async () => {
      await add();
      secrets.refuseDeletes();
      await portals.remove("id1");
      nowMs += aWhile;
      assert.equal(await left(), 1);
      secrets.unlock();
      assert.equal(await left(), undefined);
      nowMs += aWhile;
      assert.equal(await left(), 0);
      assert.deepEqual([...secrets.values], []);
      nowMs += aWhile;
      assert.equal(await left(), undefined);
    });

    it("were never stored, when VS Code did not store the record", async () => {
      for (const failing of [1, 2]) {
        state.failFrom(failing);
        const added = await portals.add({ webhook: webhookIn(), name: "n", access });
        state.failFrom(Infinity);
        assert.deepEqual(added, failure("stateUnwritable"));
        nowMs += aWhile;
        await left();
        assert.deepEqual([...secrets.values], [], `the ${failing}. write failed`);
      }
    });

    it("are added whole when VS Code stores the record, and no more than that", async () => {
      for (const failing of [3, 4]) {
        state.failFrom(failing);
        const added = await portals.add({ webhook: webhookIn(), name: "n", access });
        state.failFrom(Infinity);
        assert.ok(added.ok, `the ${failing}. write failed`);
        nowMs += aWhile;
        await left();
        assert.deepEqual(portals.find(added.value.id), added.value);
        assert.ok((await portals.webhookOf(added.value.id))?.equals(webhookIn()));
      }
    });

    it("keep the secret that they have", async () => {
      await add();
      await state.set("orphanedSecrets", [{ key: "portal.id1", sinceMs: 0 }, "damaged"]);
      assert.equal(await left(), undefined);
      assert.ok((await portals.webhookOf("id1"))?.equals(webhookIn()));
    });

    it("are not added while it takes nothing", async () => {
      secrets.refuseWrites();
      const added = await portals.add({ webhook: webhookIn(), name: "n", access });
      assert.deepEqual(added, failure("keyringUnwritable"));
      assert.deepEqual(portals.list(), []);
    });
  });

  it("are none when what is stored is no list", async () => {
    for (const stored of [null, 5, "text", {}, { length: 1 }]) {
      await state.set("portals", stored);
      assert.deepEqual(portals.list(), []);
    }
  });
});
