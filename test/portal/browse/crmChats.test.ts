import assert from "node:assert/strict";
import { lookupNotes } from "../../../src/core/sessions/lookupNotes";
import { ChatLookup } from "../../../src/core/sessions/chatLookup";
import type { CrmObject } from "../../../src/core/dialog/crmObject";
import { portalSuite } from "../support/portalSuite";
import { until } from "../support/until";
import { BrowseBench } from "./support/browseBench";

const deal88: CrmObject = { type: "DEAL", id: 88 };
const all = ["im", "imbot", "imopenlines"];
const lines = "imopenlines.crm.chat.get";

describe("The chats of a CRM object, over a real socket", () => {
  const suite = portalSuite();

  const searchOf = (bench: BrowseBench, object = deal88): ChatLookup =>
    new ChatLookup({ kind: "crmObject", object }, bench.record, bench);

  /** Each chat as `id title`, then each note as `question kind or cause`. */
  const told = ({ state }: ChatLookup): readonly string[] => {
    assert.ok(state.phase === "done", state.phase);
    return [
      ...state.chats.map(({ ref, connector, name }) => {
        const title = name?.ok === true ? name.value.title : "refused";
        return [ref.dialogId, connector, title].filter((part) => part !== "").join(", ");
      }),
      ...lookupNotes(state.answers).notes.map((note) => {
        const what = note.kind === "failed" ? note.failure.diagnosis.cause : note.kind;
        return `${note.question} ${what}`;
      }),
    ];
  };
  const found = async (
    user: 1 | 5 | 9,
    scopes: readonly string[],
    object = deal88,
  ): Promise<readonly string[]> => {
    const bench = await BrowseBench.start(suite.emulator.webhook(user), { scopes });
    const search = searchOf(bench, object);
    await bench.run(search.ask());
    return told(search);
  };
  const journal = (): readonly string[] =>
    suite.emulator.journal.map(({ method, isBatchItem }) => (isBatchItem ? `- ${method}` : method));

  const telegram = "chat210, Telegram, Ana via Telegram";
  const card = "chat220, Deal #88: weekly rounds for Blauwe Tulp";

  it("are asked for in one batch, and their titles in another", async () => {
    assert.deepEqual(await found(1, all), [telegram, card]);
    assert.deepEqual(journal(), [
      "batch",
      `- ${lines}`,
      "- im.chat.get",
      "batch",
      "- imbot.dialog.get",
      "- imbot.dialog.get",
    ]);
    const [asked] = suite.emulator.callsTo(lines);
    assert.deepEqual(asked?.parameters, {
      CRM_ENTITY_TYPE: "deal",
      CRM_ENTITY: "88",
      ACTIVE_ONLY: "N",
    });
    assert.deepEqual(suite.emulator.effects, [], "nobody joined a chat");
  });

  for (const [object, expected] of [
    [{ type: "COMPANY", id: 7 }, [telegram]],
    [{ type: "CONTACT", id: 31 }, [telegram]],
    // Its chat is there, but the connector is not active any more.
    [{ type: "LEAD", id: 12 }, []],
    [{ type: "LEAD", id: 4 }, []],
    [
      { type: "DYNAMIC_1038", id: 5 },
      ["chat221, Locker station Utrecht Centraal", "openChannels impossible"],
    ],
  ] as const) {
    it(`are found for ${object.type} ${object.id}`, async () => {
      assert.deepEqual(await found(1, all, object), expected);
    });
  }

  it("are found by what the webhook may ask; chats that are closed to its owner say so", async () => {
    const noLines = "openChannels scopeMissing";
    assert.deepEqual(await found(5, ["imbot"]), ["chat220, refused", noLines]);
    assert.deepEqual(journal(), ["imbot.chat.get", "imbot.dialog.get"]);
    assert.deepEqual(await found(9, ["im", "imbot"]), ["chat220, refused", noLines]);
  });

  it("are not asked for with a scope that is missing", async () => {
    assert.deepEqual(await found(1, ["imopenlines"]), [telegram, "ownChat scopeMissing"]);
    assert.deepEqual(journal(), [lines, "imopenlines.dialog.get"]);
    suite.emulator.reset();
    assert.deepEqual(await found(1, []), ["openChannels scopeMissing", "ownChat scopeMissing"]);
    assert.deepEqual(journal(), []);
  });

  it("are found with the other name of the method when a scope was lost since", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    assert.deepEqual(await found(1, all), [telegram, card]);
    suite.emulator.setFault({ name: "scopeLost", scope: "imopenlines" });
    assert.deepEqual(await found(1, all), [card, "openChannels scopeMissing"]);
  });

  for (const name of ["nullResult", "missingKeys"] as const) {
    it(`are none when the portal answers nothing: ${name}`, async () => {
      for (const method of [lines, "im.chat.get"]) suite.emulator.setFault({ name }, { method });
      assert.deepEqual(await found(1, all), []);
    });
  }

  it("are found whatever types the portal writes, but not in rows that are none", async () => {
    for (const method of ["im.chat.get", "imbot.dialog.get"]) {
      suite.emulator.setFault({ name: "wrongTypes" }, { method });
    }
    assert.deepEqual(await found(1, all), [telegram, card]);
    suite.emulator.setFault({ name: "wrongTypes" }, { method: lines });
    assert.deepEqual(await found(1, all), [card, "openChannels malformed"]);
  });

  it("are shown although one question failed", async () => {
    suite.emulator.setFault({ name: "error200" }, { method: "im.chat.get" });
    assert.deepEqual(await found(1, all), [telegram, "ownChat noAccessOrNoChat"]);
    suite.emulator.clearFaults();
    suite.emulator.setFault({ name: "extraKeys" }, { method: lines });
    assert.deepEqual(await found(1, all), [card, "openChannels malformed"]);
  });

  for (const [fault, cause] of [
    [{ name: "html502" }, "serverBusy"],
    [{ name: "reset" }, "connectionLost"],
    [{ name: "secretRotated" }, "webhookRejected"],
    [{ name: "empty200" }, "emptyReply"],
  ] as const) {
    it(`fail as a whole, and are found at another try: ${fault.name}`, async () => {
      suite.emulator.setFault(fault);
      const bench = await BrowseBench.start(suite.emulator.webhook(), { scopes: all });
      const search = searchOf(bench);
      await bench.run(search.ask());
      assert.deepEqual(told(search), [`both ${cause}`]);
      suite.emulator.clearFaults();
      await bench.run(search.ask());
      assert.deepEqual(told(search), [telegram, card]);
    });
  }

  it("are given up on request, and the connection with them", async () => {
    suite.emulator.setFault({ name: "hang" });
    const bench = await BrowseBench.start(suite.emulator.webhook(), { scopes: all });
    const search = searchOf(bench);
    const asking = search.ask();
    await until(() => suite.emulator.requests.length === 1);
    search.cancel();
    await bench.run(asking);
    assert.equal(search.state.phase, "stopped");
    await until(() => suite.emulator.requests[0]?.wasAborted === true);
    assert.equal(suite.emulator.requests.length, 1);
  });

  it("stay when only their titles do not come", async () => {
    suite.emulator.setFault({ name: "hang" }, { method: "imbot.dialog.get" });
    const bench = await BrowseBench.start(suite.emulator.webhook(), { scopes: all });
    const search = searchOf(bench);
    const asking = search.ask();
    await until(() => suite.emulator.requests.length === 2);
    search.cancel();
    await bench.run(asking);
    assert.deepEqual(told(search), ["chat210, Telegram, refused", "chat220, refused"]);
    search.dispose();
  });
});
