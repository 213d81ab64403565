import assert from "node:assert/strict";
import { Emulator } from "../../emulator/emulator";
import { postForJson } from "./support/overSocket";
import {
  asList,
  asObject,
  call,
  noon,
  quietPortal,
  recordOf,
  refusalOf,
  type ParsedObject,
} from "./support/portalCalls";

const botToken = "demo-bot-token";

describe("Events that wait for a bot", () => {
  const ask = (portal: ReturnType<typeof quietPortal>, parameters: object = {}): ParsedObject =>
    recordOf(call(portal, "imbot.v2.Event.get", { botId: 456, botToken, ...parameters }));

  it("are a backlog where the bot does not fetch, oldest first", () => {
    const portal = quietPortal();
    const { events, nextOffset, hasMore } = ask(portal);
    const all = asList(events);
    assert.equal(all.length, 14);
    assert.deepEqual(
      all.map(({ eventId }) => eventId),
      all.map((_event, index) => 1001 + index),
    );
    assert.equal(all[0]?.["date"], "2026-03-17T11:54:00+02:00");
    assert.deepEqual([nextOffset, hasMore], [1015, false]);
    assert.deepEqual(
      new Set(all.map(({ type }) => type)),
      new Set([
        "ONIMBOTV2JOINCHAT",
        "ONIMBOTV2MESSAGEADD",
        "ONIMBOTV2MESSAGEUPDATE",
        "ONIMBOTV2MESSAGEDELETE",
        "ONIMBOTV2COMMANDADD",
        "ONIMBOTV2REACTIONCHANGE",
        "ONIMBOTV2CONTEXTGET",
      ]),
    );
  });

  it("name bot, message, chat and person as the bot sees them", () => {
    const all = asList(ask(quietPortal())["events"]).map(({ data }) => asObject(data));
    const first = all[1] ?? assert.fail();
    assert.equal(asObject(first["bot"])["eventMode"], "fetch");
    assert.equal(asObject(first["chat"])["dialogId"], "chat405");
    assert.equal(asObject(first["message"])["chatId"], 405);
    assert.deepEqual(asObject(first["user"])["id"], asObject(first["message"])["authorId"]);
    const inPrivate = all.find(({ chat }) => asObject(chat)["type"] === "private");
    assert.equal(asObject(inPrivate?.["chat"])["dialogId"], "7");
  });

  it("stay as long as no offset is sent", () => {
    const portal = quietPortal();
    for (const parameters of [{}, { offset: 0 }, { limit: 5 }]) ask(portal, parameters);
    assert.equal(asList(ask(portal)["events"]).length, 14);
    assert.deepEqual(portal.effects, []);
    const page = ask(portal, { limit: 5 });
    assert.deepEqual([page["nextOffset"], page["hasMore"]], [1006, true]);
  });

  it("are gone for the bot itself once an offset was sent", () => {
    const portal = quietPortal();
    const rest = ask(portal, { offset: 1011 });
    assert.equal(asList(rest["events"]).length, 4);
    assert.equal(asList(ask(portal)["events"]).length, 4);
    assert.deepEqual(portal.effects, [{ kind: "eventsConfirmed", botId: 456, count: 10 }]);
    assert.equal(ask(portal, { offset: 2000 })["nextOffset"], 2000);
  });

  it("are none for a bot that is up to date, nor for one that the portal calls", () => {
    const portal = quietPortal();
    for (const botId of [457, 458, 459]) assert.deepEqual(ask(portal, { botId })["events"], []);
    const old = { botId: 39, botToken: "demo-client-id" };
    assert.deepEqual(ask(portal, old)["events"], []);
  });

  it("are kept for a day", () => {
    let now = noon;
    const portal = quietPortal({ clock: () => now });
    assert.equal(asList(ask(portal)["events"]).length, 14);
    now += 24 * 60 * 60 * 1000 - 30_000;
    assert.equal(asList(ask(portal)["events"]).length, 1);
  });

  it("are for the owner of the bot alone", () => {
    const portal = quietPortal();
    const refused = (parameters: object): unknown =>
      refusalOf(call(portal, "imbot.v2.Event.get", parameters))[1];
    assert.equal(refused({ botId: 456 }), "BOT_TOKEN_NOT_SPECIFIED");
    assert.equal(refused({ botToken }), "BOT_ID_REQUIRED");
    assert.equal(refused({ botId: 456, botToken: "mistyped" }), "BOT_OWNERSHIP_ERROR");
    assert.equal(refused({ botId: 460, botToken }), "BOT_OWNERSHIP_ERROR");
    const withUser = { botId: 456, botToken, withUserEvents: true };
    assert.equal(refused(withUser), "USER_NOT_SUBSCRIBED");
    const asFive = call(portal, "imbot.v2.Event.get", withUser, { user: 5 });
    assert.equal(asFive.json["error"], "SCOPE_ERROR");
  });

  it("tell their last id on the first portals that have them", () => {
    assert.equal(ask(quietPortal({ portalProfile: "rev32" }))["lastEventId"], 1014);
    assert.ok(!("lastEventId" in ask(quietPortal())));
  });

  it("grow when a bot is taken into a chat by its own read", () => {
    const portal = quietPortal();
    call(portal, "imbot.v2.Chat.get", { botId: 456, botToken, dialogId: "chat262" });
    const newest = asList(ask(portal)["events"]).at(-1);
    assert.equal(newest?.["type"], "ONIMBOTV2JOINCHAT");
    assert.equal(asObject(newest["data"])["dialogId"], "chat262");
  });

  it("grow by what a bot may hear: a plain one by mentions in groups, a supervisor by all", () => {
    const portal = quietPortal();
    portal.appendMessage(405, 7, "Nobody is meant.");
    assert.equal(asList(ask(portal)["events"]).length, 14);
    assert.equal(asList(ask(portal, { botId: 457 })["events"]).length, 1);
    portal.appendMessage(405, 7, "[USER=456]Helper[/USER] you are.");
    assert.equal(asList(ask(portal)["events"]).length, 15);
  });

  it("are counted by the emulator when somebody confirms them", async () => {
    const emulator = await Emulator.start({ clock: () => noon });
    try {
      await postForJson(emulator, "imbot.v2.Event.get", { botId: 456, botToken });
      assert.equal(emulator.confirmedEvents, undefined);
      await postForJson(emulator, "imbot.v2.Event.get", { botId: 456, botToken, offset: 1003 });
      assert.equal(emulator.confirmedEvents, 2);
    } finally {
      await emulator.stop();
    }
  });
});
