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
  readonly says: readonly [english: RegExp, russian: RegExp];
}

/** Every bot of the demo, then what depends on the dialog. */
const cases: readonly Case[] = [
  {
    botId: 39,
    token: old,
    cause: "called",
    says: [/calls the handler of Delivery & Co bot/, /вызывает обработчик бота Delivery/],
  },
  {
    botId: 41,
    token: old,
    cause: "linesOnly",
    says: [/Echo is a bot of Open Channels/, /Echo — бот открытых линий/],
  },
  {
    botId: 456,
    token: own,
    cause: "notFetching",
    says: [
      /^14 events, the oldest 6 min old: the bot does not fetch/,
      /^14 событий, самому старому 6 мин: бот их не забирает/,
    ],
  },
  {
    botId: 457,
    token: own,
    cause: "upToDate",
    says: [/^Nothing waits for Quality watch/, /У бота Quality watch нет ожидающих событий/],
  },
  {
    botId: 458,
    token: own,
    cause: "called",
    says: [/calls the handler of Shift planner/, /обработчик бота Shift planner/],
  },
  {
    botId: 459,
    token: own,
    cause: "inNoChat",
    says: [/^Local test bot is in no chat/, /^Local test bot не состоит ни в одном чате/],
  },
  {
    botId: 460,
    token: own,
    cause: "tokenOfAnother",
    says: [/token is not Customs desk's/, /не принадлежит боту Customs desk/],
  },
  {
    botId: 461,
    token: own,
    cause: "upToDate",
    says: [/^Nothing waits for Ivy's assistant/, /У бота Ivy's assistant нет ожидающих событий/],
  },
  {
    botId: 462,
    token: own,
    cause: "tokenOfAnother",
    says: [/token is not AI assistant's/, /не принадлежит боту AI assistant/],
  },
  {
    botId: 456,
    cause: "noToken",
    says: [/^No token of Helper is stored/, /^Токен бота Helper здесь не сохранён/],
  },
  { botId: 999, token: own, cause: "refused", says: [/there is no such bot/, /бот/] },
  {
    botId: 458,
    token: own,
    dialogId: "chat29",
    cause: "notMember",
    says: [/^Shift planner is not a member of chat29/, /^Shift planner не состоит в chat29/],
  },
  {
    botId: 458,
    token: own,
    dialogId: "chat99999",
    cause: "noChat",
    says: [/^There is no chat chat99999/, /^Чата chat99999 нет/],
  },
  {
    botId: 457,
    token: own,
    dialogId: "chat405",
    cause: "upToDate",
    says: [/^Nothing waits for Quality watch/, /нет ожидающих событий/],
  },
  {
    botId: 456,
    token: own,
    dialogId: "chat405",
    cause: "notFetching",
    says: [/^14 events/, /^14 событий/],
  },
  {
    botId: 456,
    token: own,
    dialogId: "chat29",
    cause: "notMember",
    says: [/^Helper is not a member of chat29/, /^Helper не состоит в chat29/],
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
        assert.match(report.summary.heading, says[language === "English" ? 0 : 1]);
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
    assert.ok(message?.type === "code" && /^\d+$/.test(message.text));
  });

  it("tells since when the bot is in a dialog while the event of that waits", async () => {
    const { facts } = valueOf(await suite.bench.events(456, own, "chat405"));
    assert.deepEqual(facts.dialog?.membership, { kind: "member" });
    const rows = reportOf(valueOf(await suite.bench.events(456, own, "chat405")), "chat405");
    const member = rows.tables[0]?.rows.find(({ key }) => key === "member")?.cells.at(-1);
    assert.match(member?.type === "state" ? (member.note ?? "") : "", /^Since 20/);
  });

  it("asks nothing with a bot's eyes that would make it a member", async () => {
    for (const dialogId of ["chat231", "chat262"]) {
      const { facts } = valueOf(await suite.bench.events(456, own, dialogId));
      assert.deepEqual(facts.dialog?.membership, { kind: "wouldJoin" }, dialogId);
    }
    assert.deepEqual(suite.emulator.effects, []);
    assert.equal(suite.emulator.callsTo("imbot.v2.Chat.get").length, 0);
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
