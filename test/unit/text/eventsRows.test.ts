import assert from "node:assert/strict";
import { success } from "../../../src/core/base/result";
import {
  eventsCause,
  type BotFacts,
  type EventsFacts,
} from "../../../src/core/diagnosis/eventsReport";
import { decodeWaitingEvent } from "../../../src/core/dialog/events/waitingEvent";
import { eventsRowWords } from "../../../src/text/eventsRows";
import { inEachLanguage } from "./support/languages";

const helper: BotFacts = {
  type: "bot",
  isOwn: true,
  eventMode: "fetch",
  chats: 1,
  users: 0,
};
const facts: EventsFacts = {
  botId: 456,
  name: "Helper",
  scopes: success(["imbot"]),
  license: undefined,
  revision: 35,
  token: { isLongForToday: false },
  bot: success(helper),
  backlog: undefined,
  dialog: undefined,
  answeredAtMs: 0,
};

inEachLanguage((language) => {
  it("counts the chats of a bot in a form that is right for any number", () => {
    assert.equal(
      eventsRowWords("chats", facts, "1").found,
      language === "English"
        ? "group chats: 1, private dialogs: 0"
        : "групповых чатов: 1, личных чатов: 0",
    );
  });

  it("counts events that wait since nobody knows when, and calls no bot up to date then", () => {
    const event = decodeWaitingEvent({
      eventId: 1,
      type: "ONIMBOTV2MESSAGEADD",
      date: "",
      data: {},
    });
    assert.ok(event !== undefined);
    const waiting = { ...facts, backlog: success({ events: [event], hasMore: false }) };
    assert.equal(
      eventsRowWords("waiting", waiting, "1").found,
      language === "English" ? "1 event" : "1 событие",
    );
    assert.equal(eventsCause(waiting), "unknown");
  });
});
