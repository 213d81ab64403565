import assert from "node:assert/strict";
import { storedSecrets } from "../../support/webhookSources";
import { ChatFinder, type ChatAnswers } from "../../../../src/core/reads/chatFinder";
import { lookupNotes } from "../../../../src/core/sessions/lookupNotes";
import { readText } from "../../../../src/core/dialog/mentions/readText";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { webhookIn } from "../../support/webhooks";
import { FakePortal, refused } from "../sidebar/support/fakePortal";

const record: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  scopes: ["im", "imbot", "imopenlines"],
  readsWithoutAsking: false,
};

const lines = "imopenlines.crm.chat.get";

describe("The chats of a CRM object", () => {
  let portal: FakePortal;
  beforeEach(() => {
    portal = new FakePortal({
      [lines]: () => [
        { CHAT_ID: "210", CONNECTOR_ID: "telegrambot", CONNECTOR_TITLE: "Telegram" },
        { CHAT_ID: "211", CONNECTOR_ID: "livechat" },
      ],
      "im.chat.get": () => ({ ID: 220 }),
      "imbot.chat.get": () => ({ ID: 220 }),
    });
  });

  const find = (text: string, { scopes } = record): Promise<ChatAnswers> => {
    const [reading] = readText(text);
    assert.ok(reading !== undefined && reading.subject.kind !== "dialog");
    const finder = new ChatFinder(portal, storedSecrets(webhookIn()));
    const signal = new AbortController().signal;
    return finder.find({ ...record, scopes }, reading.subject, signal);
  };
  const methods = (): readonly string[] => portal.calls.map(({ method }) => method);
  const told = ({ chats }: ChatAnswers): readonly unknown[] =>
    chats.map(({ ref, connector, isOwn }) => [ref.dialogId, connector, isOwn]);

  it("are those of Open Channels and the one of its card", async () => {
    const answers = await find("deal 88");
    assert.deepEqual(told(answers), [
      ["chat210", "Telegram", false],
      ["chat211", "livechat", false],
      ["chat220", "", true],
    ]);
    assert.deepEqual(portal.asked(lines), [
      { CRM_ENTITY_TYPE: "deal", CRM_ENTITY: 88, ACTIVE_ONLY: "N" },
    ]);
    assert.deepEqual(portal.asked("im.chat.get"), [{ ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|88" }]);
    assert.deepEqual(lookupNotes(answers), {
      asked: [lines, "im.chat.get"],
      notes: [],
      remedies: [],
    });
  });

  it("are one each, however often they are named", async () => {
    portal.answers["im.chat.get"] = () => ({ ID: "210" });
    portal.answers[lines] = () => [
      { CHAT_ID: 210, CONNECTOR_ID: "" },
      { CHAT_ID: "210", CONNECTOR_TITLE: "Telegram" },
    ];
    assert.deepEqual(told(await find("deal 88")), [["chat210", "Telegram", true]]);
  });

  for (const [text, type] of [
    ["lead 12", "lead"],
    ["contact 31", "contact"],
    ["company 7", "company"],
  ] as const) {
    it(`are asked for by ${type}`, async () => {
      await find(text);
      assert.equal(portal.asked(lines)[0]?.["CRM_ENTITY_TYPE"], type);
    });
  }

  for (const text of ["DYNAMIC_1038|5", "QUOTE|4", "SMART_INVOICE|9", "ORDER|2"]) {
    it(`are only that of the card for ${text}`, async () => {
      const answers = await find(text);
      assert.deepEqual(methods(), ["im.chat.get"]);
      assert.equal(portal.asked("im.chat.get")[0]?.["ENTITY_ID"], text);
      const { notes, remedies } = lookupNotes(answers);
      assert.deepEqual(notes, [{ kind: "impossible", question: "openChannels" }]);
      assert.deepEqual(remedies, []);
    });
  }

  const noLines = { kind: "scopeMissing", question: "openChannels", scopes: ["imopenlines"] };
  const noOwn = { kind: "scopeMissing", question: "ownChat", scopes: ["im", "imbot"] };
  for (const [scopes, asked, notes] of [
    [undefined, [lines, "im.chat.get"], []],
    [["im", "imopenlines"], [lines, "im.chat.get"], []],
    [["imbot", "imopenlines"], [lines, "imbot.chat.get"], []],
    [["imopenlines"], [lines], [noOwn]],
    [["imbot"], ["imbot.chat.get"], [noLines]],
    [["crm"], [], [noLines, noOwn]],
    [[], [], [noLines, noOwn]],
  ] as const) {
    it(`are asked for with what is granted: ${scopes?.join() ?? "not known"}`, async () => {
      const answers = await find("deal 88", { ...record, scopes });
      assert.deepEqual(methods(), asked);
      const { notes: shown, remedies } = lookupNotes(answers);
      assert.deepEqual(shown, notes);
      assert.equal(remedies[0], notes.length > 0 ? "checkAccess" : undefined);
      assert.ok(!remedies.includes("retry"), "nothing was asked");
    });
  }

  it("are asked for under the other name when im was taken away", async () => {
    portal.answers["im.chat.get"] = () => {
      throw refused("insufficient_scope");
    };
    assert.equal((await find("deal 88")).chats.at(-1)?.ref.dialogId, "chat220");
    assert.deepEqual(methods(), [lines, "im.chat.get", "imbot.chat.get"]);
  });

  it("name the scopes that were taken away", async () => {
    for (const method of [lines, "im.chat.get", "imbot.chat.get"] as const) {
      portal.answers[method] = () => {
        throw refused("INSUFFICIENT_SCOPE");
      };
    }
    assert.deepEqual(lookupNotes(await find("deal 88")).notes, [noLines, noOwn]);
  });

  it("are shown although one question failed", async () => {
    portal.answers[lines] = () => "nonsense";
    const answers = await find("deal 88");
    assert.deepEqual(told(answers), [["chat220", "", true]]);
    const { notes, remedies } = lookupNotes(answers);
    const [note, ...others] = notes;
    assert.ok(note?.kind === "failed" && others.length === 0);
    assert.equal(note.question, "openChannels");
    assert.equal(note.failure.diagnosis.cause, "malformed");
    assert.equal(note.failure.exchange?.method, lines);
    assert.equal(remedies[0], "retry");
  });

  it("fail with one explanation when both questions failed alike", async () => {
    for (const method of [lines, "im.chat.get"] as const) {
      portal.answers[method] = () => {
        throw refused("INVALID_CREDENTIALS");
      };
    }
    const { notes, asked, remedies } = lookupNotes(await find("deal 88"));
    assert.deepEqual(asked, []);
    const seen = notes.map((note) => (note.kind === "failed" ? note.question : note.kind));
    assert.deepEqual(seen, ["both"]);
    assert.deepEqual(remedies.slice(0, 3), ["replaceWebhook", "openWebhookHelp", "retry"]);
  });

  for (const failing of ["TASKS_TASK", "TASKS"])
    it(`are not said to be none when one of a task's two questions failed: ${failing}`, async () => {
      portal.answers["im.chat.get"] = ({ ENTITY_TYPE }) => {
        if (ENTITY_TYPE === failing) throw refused("ERROR_CORE");
        return null;
      };
      const answers = await find(
        "https://portal.example/company/personal/user/1/tasks/task/view/812/",
      );
      const seen = lookupNotes(answers).notes.map(({ kind }) => kind);
      assert.deepEqual([told(answers), seen], [[], ["failed"]]);
    });

  it("need a webhook", async () => {
    const finder = new ChatFinder(portal, storedSecrets(undefined));
    const signal = new AbortController().signal;
    const answers = await finder.find(
      record,
      { kind: "crmObject", object: { type: "DEAL", id: 88 } },
      signal,
    );
    assert.deepEqual(portal.calls, []);
    const { notes, remedies } = lookupNotes(answers);
    assert.equal(notes.length, 1);
    assert.deepEqual(remedies, ["replaceWebhook", "openWebhookHelp"]);
  });
});
