import assert from "node:assert/strict";
import { Emulator } from "../../emulator/emulator";
import { post, postForJson } from "./support/overSocket";
import { asList, asObject, noon, type ParsedObject } from "./support/portalCalls";

describe("The emulator", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start({ clock: () => noon, capacity: 200 });
  });
  beforeEach(() => {
    emulator.reset();
  });
  after(async () => {
    await emulator.stop();
  });

  it("listens on the loopback address and names its webhooks", () => {
    assert.match(emulator.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(emulator.webhook(), `${emulator.origin}/rest/1/demo0secret0demo/`);
    assert.equal(emulator.webhook(5), `${emulator.origin}/rest/5/demo0imbot0only0/`);
    assert.equal(emulator.webhook(9), `${emulator.origin}/rest/9/demo0extra0demo0/`);
  });

  it("gives GET and POST the same answer, byte for byte", async () => {
    const posted = await (await post(emulator, "imbot.dialog.get", { DIALOG_ID: "chat29" })).text();
    const got = await fetch(`${emulator.webhook()}imbot.dialog.get.json?DIALOG_ID=chat29`);
    assert.equal(await got.text(), posted);
  });

  it("writes down calls and batch items without any secret", async () => {
    await postForJson(emulator, "batch", {
      cmd: { a: "imbot.dialog.get?DIALOG_ID=chat29", b: "imbot.v2.Chat.get?botToken=hidden-token" },
    });
    await postForJson(emulator, "imbot.v2.Chat.get", { botId: 456, botToken: "hidden-token" });
    assert.deepEqual(
      emulator.requests.map(({ method, status }) => [method, status]),
      [
        ["batch", 200],
        ["imbot.v2.chat.get", 400],
      ],
    );
    const [item] = emulator.callsTo("imbot.dialog.get");
    assert.equal(item?.isBatchItem, true);
    assert.deepEqual(item.parameters, { DIALOG_ID: "chat29" });
    assert.deepEqual(
      emulator.callsTo("imbot.v2.Chat.get").map(({ status, isBatchItem }) => [status, isBatchItem]),
      [
        [400, true],
        [400, false],
      ],
    );
    const written = JSON.stringify(emulator.journal);
    assert.ok(!written.includes("demo0secret0demo") && !written.includes("hidden-token"));
  });

  it("journals the private chat that a numeric id creates, once", async () => {
    await postForJson(emulator, "imbot.dialog.get", { DIALOG_ID: 77 });
    await postForJson(emulator, "imbot.dialog.get", { DIALOG_ID: 77 });
    assert.equal(emulator.effects.length, 1);
    assert.equal(emulator.effects[0]?.kind, "privateChatCreated");
    emulator.reset();
    assert.deepEqual(emulator.effects, []);
  });

  it("serves pictures, one that is missing and one that is a page", async () => {
    const record = asObject(
      (await postForJson(emulator, "imbot.dialog.get", { DIALOG_ID: "chat29" }))["result"],
    );
    const picture = await fetch(record["avatar"] as string);
    assert.equal(picture.headers.get("content-type"), "image/png");
    const signature = new Uint8Array(await picture.arrayBuffer()).slice(1, 4);
    assert.equal(String.fromCharCode(...signature), "PNG");
    const missing = await avatarOf("chat285");
    assert.equal(missing.status, 404);
    const page = await avatarOf("chat291");
    assert.deepEqual([page.status, page.headers.get("content-type")], [200, "text/html"]);
  });

  it("switches profiles while it runs", async () => {
    emulator.setStatusProfile("docs");
    const wrong = await fetch(`${emulator.origin}/rest/1/wrong/profile`);
    assert.equal(((await wrong.json()) as ParsedObject)["error"], "NO_AUTH_FOUND");
    emulator.setPortalProfile("onPremise");
    assert.equal(emulator.webhook(), `${emulator.origin}/portal/rest/1/demo0secret0demo/`);
    assert.equal((await post(emulator, "profile")).status, 200);
  });

  it("refuses requests beyond its capacity until its clock moves", async () => {
    const small = await Emulator.start({ clock: () => noon, capacity: 2, leakPerSecond: 1 });
    try {
      const statuses = [];
      for (let request = 0; request < 3; request++)
        statuses.push((await post(small, "scope")).status);
      assert.deepEqual(statuses, [200, 200, 503]);
      small.advance(1000);
      assert.equal((await post(small, "scope")).status, 200);
    } finally {
      await small.stop();
    }
  });

  it("refuses plain http when it is told to", async () => {
    const strict = await Emulator.start({ requireHttps: true });
    try {
      const { error } = await postForJson(strict, "profile");
      assert.equal(error, "INVALID_REQUEST");
    } finally {
      await strict.stop();
    }
  });

  describe("is controlled from another process", () => {
    it("with the token only", async () => {
      const reply = await fetch(`${emulator.origin}/__emulator/journal`);
      assert.equal(reply.status, 403);
    });

    it("sets faults and clears them", async () => {
      await control("POST", "faults", {
        fault: { name: "html502" },
        target: { method: "profile" },
      });
      assert.equal((await post(emulator, "profile")).status, 502);
      await control("POST", "faults", { clear: true });
      assert.equal((await post(emulator, "profile")).status, 200);
    });

    it("reads the journal and resets it", async () => {
      await postForJson(emulator, "imbot.dialog.get", { DIALOG_ID: "77" });
      const { entries, effects } = await control("GET", "journal");
      assert.deepEqual(
        asList(entries).map(({ method, status }) => [method, status]),
        [["imbot.dialog.get", 200]],
      );
      assert.equal(asList(effects).length, 1);
      await control("POST", "reset");
      assert.deepEqual((await control("GET", "journal"))["entries"], []);
    });

    it("switches profiles and lets time pass", async () => {
      const { webhook } = await control("POST", "profile", { portal: "onPremise", status: "docs" });
      assert.equal(webhook, emulator.webhook());
      await control("POST", "tick", { ms: 60_000, message: "Scanned." });
      const reply = await postForJson(emulator, "im.dialog.messages.get", { DIALOG_ID: "chat29" });
      const [newest] = asList(asObject(reply["result"])["messages"]);
      assert.equal(newest?.["text"], "Scanned.");
      assert.equal(newest["date"], "2026-03-17T12:01:00+02:00");
    });

    it("refuses what it does not understand", async () => {
      for (const [path, body] of [
        ["nothing", "{}"],
        ["faults", "["],
        ["faults", '{"fault":"hang"}'],
        ["profile", '{"portal":"1.0"}'],
      ] as const) {
        const reply = await fetch(`${emulator.origin}/__emulator/${path}`, {
          method: "POST",
          headers: { "X-Emulator-Token": emulator.controlToken },
          body,
        });
        assert.ok(reply.status === 400 || reply.status === 404, path);
      }
    });
  });

  async function avatarOf(dialogId: string): Promise<Response> {
    const reply = await postForJson(emulator, "imbot.dialog.get", { DIALOG_ID: dialogId });
    return fetch(asObject(reply["result"])["avatar"] as string);
  }

  async function control(verb: string, path: string, body?: object): Promise<ParsedObject> {
    const reply = await fetch(`${emulator.origin}/__emulator/${path}`, {
      method: verb,
      headers: { "X-Emulator-Token": emulator.controlToken },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.equal(reply.status, 200);
    return (await reply.json()) as ParsedObject;
  }
});
