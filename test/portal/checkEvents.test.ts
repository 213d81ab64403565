import assert from "node:assert/strict";
import { inspect } from "node:util";
import { eventsCause, eventsRows, type EventsCause } from "../../src/core/diagnosis/eventsReport";
import type { PortalRecord } from "../../src/core/portal/portalRecord";
import type { EventsReading } from "../../src/core/reads/eventsReader";
import { bots } from "../../src/demo/seed/bots";
import type { PanelReport } from "../../src/panel/protocol/panelView";
import { eventsView } from "../../src/panel/view/eventsView";
import { inEachLanguage } from "../unit/text/support/languages";
import { failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

const own = "demo-bot-token";
const old = "demo-client-id";

const portal: PortalRecord = {
  id: "bench",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
};

function reportOf(reading: EventsReading, dialogId?: string): PanelReport {
  const { botId } = reading.facts;
  const state = { phase: "read", reading } as const;
  const { body } = eventsView({ portal, state, botId, dialogId, isWatching: false });
  assert.ok(body.type === "report");
  return body;
}

interface Case {
  readonly botId: number;
  readonly token?: string;
  readonly dialogId?: string;
  readonly cause: EventsCause;
  readonly says: readonly [english: string, russian: string];
}

/** Every bot of the demo, then what depends on the dialog. */
const cases: readonly Case[] = [
  {
    botId: 39,
    token: old,
    cause: "called",
    says: [
      "The portal calls the handler of Delivery & Co bot at its own address: whether it gets there cannot be seen from here.",
      "Портал вызывает обработчик бота Delivery & Co bot по его адресу: доходит ли вызов, отсюда не видно.",
    ],
  },
  {
    botId: 41,
    token: old,
    cause: "linesOnly",
    says: [
      "Echo is a bot of Open Channels: it gets what clients write there, and nothing else.",
      "Echo\u00a0— бот открытых линий: он получает то, что там пишут клиенты, и больше ничего.",
    ],
  },
  {
    botId: 456,
    token: own,
    cause: "notFetching",
    says: [
      "14 events, the oldest 6 min old: the bot does not fetch them.",
      "14 событий, самому старому 6 мин: бот их не забирает.",
    ],
  },
  {
    botId: 457,
    token: own,
    cause: "upToDate",
    says: [
      "Nothing waits for Quality watch: it fetches, or nothing happened in 24 hours.",
      "У бота Quality watch нет ожидающих событий: он их забирает, или за 24 часа ничего не произошло.",
    ],
  },
  {
    botId: 458,
    token: own,
    cause: "called",
    says: [
      "The portal calls the handler of Shift planner at its own address: whether it gets there cannot be seen from here.",
      "Портал вызывает обработчик бота Shift planner по его адресу: доходит ли вызов, отсюда не видно.",
    ],
  },
  {
    botId: 459,
    token: own,
    cause: "inNoChat",
    says: [
      "Local test bot is in no chat: no events can come.",
      "Local test bot не состоит ни в одном чате: событиям взяться неоткуда.",
    ],
  },
  {
    botId: 460,
    token: own,
    cause: "tokenOfAnother",
    says: [
      "The stored token is not Customs desk's: the portal treats it as a stranger's.",
      "Сохранённый токен не принадлежит боту Customs desk: для портала он чужой.",
    ],
  },
  {
    botId: 461,
    token: own,
    cause: "upToDate",
    says: [
      "Nothing waits for Ivy's assistant: it fetches, or nothing happened in 24 hours.",
      "У бота Ivy's assistant нет ожидающих событий: он их забирает, или за 24 часа ничего не произошло.",
    ],
  },
  {
    botId: 462,
    token: own,
    cause: "tokenOfAnother",
    says: [
      "The stored token is not AI assistant's: the portal treats it as a stranger's.",
      "Сохранённый токен не принадлежит боту AI assistant: для портала он чужой.",
    ],
  },
  {
    botId: 456,
    cause: "noToken",
    says: [
      "No token of Helper is stored here: only with it does the portal say how the bot gets its events.",
      "Токен бота Helper здесь не сохранён: только по нему портал сообщает, как бот получает события.",
    ],
  },
  {
    botId: 999,
    token: own,
    cause: "refused",
    says: [
      "The token is not this bot's, or there is no such bot.",
      "Токен не от этого бота, либо такого бота нет.",
    ],
  },
  {
    botId: 458,
    token: own,
    dialogId: "chat29",
    cause: "notMember",
    says: [
      "Shift planner is not a member of chat29: it gets nothing of what is written there.",
      "Shift planner не состоит в chat29: о написанном там бот не узнаёт.",
    ],
  },
  {
    botId: 458,
    token: own,
    dialogId: "chat99999",
    cause: "called",
    says: [
      "The portal calls the handler of Shift planner at its own address: whether it gets there cannot be seen from here.",
      "Портал вызывает обработчик бота Shift planner по его адресу: доходит ли вызов, отсюда не видно.",
    ],
  },
  {
    botId: 39,
    token: old,
    dialogId: "chat29",
    cause: "mentionsOnly",
    says: [
      "In chat29 Delivery & Co bot gets only the messages that mention it, and its commands.",
      "В chat29 Delivery & Co bot получает только сообщения с упоминанием и свои команды.",
    ],
  },
  {
    botId: 457,
    token: own,
    dialogId: "chat405",
    cause: "upToDate",
    says: [
      "Nothing waits for Quality watch: it fetches, or nothing happened in 24 hours.",
      "У бота Quality watch нет ожидающих событий: он их забирает, или за 24 часа ничего не произошло.",
    ],
  },
  {
    botId: 456,
    token: own,
    dialogId: "chat405",
    cause: "notFetching",
    says: [
      "14 events, the oldest 6 min old: the bot does not fetch them.",
      "14 событий, самому старому 6 мин: бот их не забирает.",
    ],
  },
  {
    botId: 456,
    token: own,
    dialogId: "chat29",
    cause: "notMember",
    says: [
      "Helper is not a member of chat29: it gets nothing of what is written there.",
      "Helper не состоит в chat29: о написанном там бот не узнаёт.",
    ],
  },
];

describe("Checking the events of a bot", () => {
  const suite = portalSuite();

  afterEach(() => {
    assert.equal(suite.emulator.confirmedEvents, undefined);
  });

  it("has a case for each bot of the demo", () => {
    const tried = new Set(cases.map(({ botId }) => botId));
    assert.deepEqual(
      bots.map(({ id }) => id).filter((id) => !tried.has(id)),
      [],
    );
  });

  inEachLanguage((language) => {
    for (const { botId, token, dialogId, cause, says } of cases) {
      it(`names the cause first: bot ${botId} ${token ?? "without a token"} ${dialogId ?? ""}`, async () => {
        const reading = valueOf(await suite.bench.events(botId, token, dialogId));
        assert.equal(eventsCause(reading.facts), cause);
        const report = reportOf(reading, dialogId);
        assert.equal(report.summary.heading, says[language === "English" ? 0 : 1]);
        assert.ok(report.summary.steps.length > 0);
        const texts = inspect(report, { depth: 20, maxArrayLength: null });
        assert.doesNotMatch(texts, /\{\d\}|undefined|NaN/);
        assert.ok(token === undefined || !texts.includes(token), "the token is shown");
        for (const { rows, columns } of report.tables)
          for (const { cells } of rows) assert.equal(cells.length, columns.length);
        assert.deepEqual(suite.emulator.effects, []);
      });
    }
  });

  it("is titled by the name that a list has, before the portal answers", () => {
    const state = { phase: "reading", previous: undefined } as const;
    const page = { portal, state, botId: 456, dialogId: undefined, isWatching: false };
    const titles = ["", "Helper"].map(
      (listedName) => eventsView({ ...page, listedName }).header.title,
    );
    assert.deepEqual(titles, ["Events of Bot 456", "Events of Helper"]);
  });

  it("says nothing of a bot that was not asked about", async () => {
    const [checks] = reportOf(valueOf(await suite.bench.events(460))).tables;
    const found = Object.fromEntries(
      (checks?.rows ?? []).map(({ key, cells }) => [key, inspect(cells.slice(1))]),
    );
    for (const row of ["mode", "sees", "chats", "waiting"])
      assert.match(found[row] ?? "", /the portal returns it only for the bot's own token/, row);
    assert.doesNotMatch(found["waiting"] ?? "", /looked at/);
  });

  it("lists the newest first, with chat, person and message", async () => {
    const [, waiting] = reportOf(valueOf(await suite.bench.events(456, own))).tables;
    assert.equal(waiting?.rows.length, 14);
    const [newest] = waiting.rows;
    assert.equal(newest?.key, "1014");
    const [time, event, chat, person, message] = newest.cells;
    assert.equal(time?.type, "date");
    assert.deepEqual([event?.type === "text" && event.text], ["New message"]);
    assert.ok(chat?.type === "action");
    assert.deepEqual([chat.action.argument, chat.action.text], ["chat240", "Workgroup Fleet"]);
    assert.ok(person?.type === "text" && person.text === "Omar Haddad");
    assert.ok(message?.type === "code" && /^#\d+$/.test(message.text));
  });

  it("tells since when the bot is in a dialog while the event of that waits", async () => {
    const reading = valueOf(await suite.bench.events(456, own, "chat405"));
    // As if its owner saw the chat, too.
    const dialog = { dialogId: "chat405", kind: "chat", membership: { kind: "member" } } as const;
    const rows = reportOf({ ...reading, facts: { ...reading.facts, dialog } }, "chat405");
    const member = rows.tables[0]?.rows.find(({ key }) => key === "member")?.cells.at(-1);
    assert.equal(
      member?.type === "state" && member.note,
      "For 6 min now: the event of its joining still waits.",
    );
  });

  it("says why it cannot tell since when, once that event is gone", async () => {
    const reading = valueOf(await suite.bench.events(456, own, "chat240"));
    assert.deepEqual(reading.facts.dialog?.membership, { kind: "member" });
    const rows = reportOf(reading, "chat240").tables[0]?.rows;
    const member = rows?.find(({ key }) => key === "member")?.cells.at(-1);
    assert.equal(
      member?.type === "state" && member.note,
      "No method says since when. A message in the chat may say that the bot was added.",
    );
  });

  it("says of a backlog longer than a page what can be seen of it, and reads no more", async () => {
    for (let count = 0; count < 1_200; count += 1)
      suite.emulator.appendMessage(405, 7, `[USER=456]Helper[/USER] number ${count}`);
    const reading = valueOf(await suite.bench.events(456, own));
    const { backlog } = reading.facts;
    const last = backlog?.ok === true ? backlog.value.events[999] : undefined;
    const { summary, tables } = reportOf(reading);
    assert.equal(
      summary.heading,
      "1,000 events or more, the oldest 6 min old: the bot does not fetch them.",
    );
    const waiting = tables.find(({ id }) => id === "waiting");
    assert.deepEqual(waiting?.notes, [
      "Waiting: 1,000 events or more. Only the oldest 1,000 can be seen: newer ones come after these are confirmed, which is for the bot alone to do. The last 50 of them are listed.",
    ]);
    assert.deepEqual([waiting.rows.length, waiting.rows[0]?.key], [50, String(last?.eventId)]);
    assert.equal(suite.emulator.callsTo("imbot.v2.Event.get").length, 1);
  });

  it("does not blame a bot for an event that came just now", async () => {
    suite.emulator.appendMessage(405, 7, "and now?");
    const { facts } = valueOf(await suite.bench.events(457, own));
    assert.equal(eventsCause(facts), "justWaiting");
  });

  it("says that a token is another bot's when the portal says so only later", async () => {
    const fault = {
      name: "refuse",
      status: 400,
      code: "BOT_OWNERSHIP_ERROR",
      description: "Bot was installed by another rest application",
    } as const;
    for (const [method, dialogId] of [
      ["imbot.v2.event.get", undefined],
      ["imbot.v2.chat.get", "chat240"],
    ] as const) {
      suite.emulator.clearFaults();
      suite.emulator.setFault(fault, { method });
      const { facts } = valueOf(await suite.bench.events(456, own, dialogId));
      assert.equal(eventsCause(facts), "tokenOfAnother");
      assert.equal(eventsRows(facts).find(({ check }) => check === "token")?.state, "problem");
    }
    suite.emulator.clearFaults();
    const first = valueOf(await suite.bench.events(456, own));
    suite.emulator.setFault(fault, { method: "imbot.v2.event.get" });
    const { error } = failureOf(await suite.bench.events(456, own, undefined, first));
    assert.ok(error.kind === "refused" && error.code === "BOT_OWNERSHIP_ERROR");
  });

  it("is refused as a whole by a portal whose plan has no REST", async () => {
    suite.emulator.setFault({ name: "noPlan" });
    const { error } = failureOf(await suite.bench.events(456, own));
    assert.ok(error.kind === "refused" && error.code === "ACCESS_DENIED");
  });

  it("says on the page what was not tried on a live portal", async () => {
    const [checks] = reportOf(valueOf(await suite.bench.events(456, own))).tables;
    assert.deepEqual(checks?.notes, [
      "The answers are the portal's own. What they mean is taken from the documentation and was not tried on a live portal.",
    ]);
  });

  it("asks nothing with a bot's eyes that would make it a member", async () => {
    // The owner cannot see the last one: it may be any chat.
    for (const dialogId of ["chat231", "chat262", "chat99999"]) {
      const { facts } = valueOf(await suite.bench.events(456, own, dialogId));
      assert.deepEqual(facts.dialog?.membership, { kind: "wouldJoin" }, dialogId);
    }
    assert.deepEqual(suite.emulator.effects, []);
    assert.equal(suite.emulator.callsTo("imbot.v2.Chat.get").length, 0);
  });

  it("says that a chat is gone when the portal says so only to the bot", async () => {
    suite.emulator.setFault(
      { name: "refuse", status: 400, code: "CHAT_NOT_FOUND", description: "Chat not found" },
      { method: "imbot.v2.chat.get" },
    );
    const reading = valueOf(await suite.bench.events(458, own, "chat29"));
    assert.equal(eventsCause(reading.facts), "noChat");
    assert.equal(
      reportOf(reading, "chat29").summary.heading,
      "chat29 does not exist: nothing can come from it.",
    );
  });

  inEachLanguage((language) => {
    it("says why it does not read a chat that its owner cannot see", async () => {
      const reading = valueOf(await suite.bench.events(456, own, "chat99999"));
      const rows = reportOf(reading, "chat99999").tables[0]?.rows;
      const member = rows?.find(({ key }) => key === "member")?.cells.at(-1);
      assert.equal(
        member?.type === "state" && member.note,
        language === "English"
          ? "You cannot see this chat: it may be a comment thread or a task chat, and reading it as the bot could add the bot."
          : "Этот чат вам не виден: возможно, это тред комментариев или чат задачи, и чтение от имени бота могло бы добавить в него бота.",
      );
    });
  });

  it("looks again with one request, and never sends an offset", async () => {
    const first = valueOf(await suite.bench.events(456, own));
    const before = suite.emulator.requests.length;
    suite.emulator.advance(60_000);
    suite.emulator.appendMessage(405, 7, "[USER=456]Helper[/USER] one more");
    const next = valueOf(await suite.bench.events(456, own, undefined, first));
    assert.equal(suite.emulator.requests.length, before + 1);
    assert.equal(next.facts.backlog?.ok === true ? next.facts.backlog.value.events.length : 0, 15);
    assert.equal(next.exchanges.length, first.exchanges.length);
    for (const { parameters } of suite.emulator.callsTo("imbot.v2.Event.get"))
      assert.deepEqual(Object.keys(parameters).sort(), ["botId", "botToken", "limit"]);
  });

  it("fails as a whole when the portal does", async () => {
    suite.emulator.setFault({ name: "html502" });
    assert.equal(failureOf(await suite.bench.events(456, own)).error.kind, "notJson");
  });

  it("keeps a blocked Event.get to its row", async () => {
    suite.emulator.setFault({ name: "ban", seconds: 60 }, { method: "imbot.v2.event.get" });
    const { facts } = valueOf(await suite.bench.events(456, own));
    assert.equal(eventsCause(facts), "unknown");
    const row = eventsRows(facts).find(({ check }) => check === "waiting");
    assert.equal(row?.state, "unknown");
    assert.match(reportOf({ facts, exchanges: [] }).summary.paragraphs.join(), /OPERATION|limit/i);
  });

  it("says that the scope is missing before anything else", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "imbot" });
    const { facts } = valueOf(await suite.bench.events(456, own));
    assert.equal(eventsCause(facts), "scopeMissing");
  });
});

describe("Checking events on the first portals with the second version", () => {
  const suite = portalSuite({ portalProfile: "rev32" });

  it("says that the address of a handler has to carry CLIENT_ID", async () => {
    const { facts } = valueOf(await suite.bench.events(458, own));
    assert.deepEqual([facts.revision, eventsCause(facts)], ["before33", "handlerWithoutClientId"]);
    assert.match(reportOf({ facts, exchanges: [] }).summary.heading, /carries CLIENT_ID/);
  });

  it("has nothing against a bot that fetches", async () => {
    const { facts } = valueOf(await suite.bench.events(456, own));
    assert.equal(eventsCause(facts), "notFetching");
  });
});

describe("Checking events on a portal before the second version", () => {
  const suite = portalSuite({ portalProfile: "rev30" });

  it("says that the portal is too old to tell", async () => {
    const { facts } = valueOf(await suite.bench.events(39, old));
    assert.equal(eventsCause(facts), "refused");
    assert.match(reportOf({ facts, exchanges: [] }).summary.heading, /too old/);
  });
});
