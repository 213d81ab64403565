import assert from "node:assert/strict";
import { lookupNotes } from "../../../src/core/sessions/lookupNotes";
import { ChatLookup } from "../../../src/core/sessions/chatLookup";
import { readText } from "../../../src/core/dialog/mentions/readText";
import { portalSuite } from "../support/portalSuite";
import { BrowseBench } from "./support/browseBench";

const all = ["im", "imbot", "imopenlines"];
const line = "imopenlines.dialog.get";

interface Found {
  readonly chats: readonly string[];
  readonly notes: readonly string[];
}

describe("The chat of a session, a client, a task or a workgroup, over a real socket", () => {
  const suite = portalSuite();

  async function find(text: string, scopes: readonly string[] = all): Promise<Found> {
    const [reading] = readText(text);
    assert.ok(reading !== undefined && reading.subject.kind !== "dialog", text);
    const bench = await BrowseBench.start(suite.emulator.webhook(), { scopes });
    const search = new ChatLookup(reading.subject, bench.record, bench);
    await bench.run(search.ask());
    const { state } = search;
    assert.ok(state.phase === "done", state.phase);
    return {
      chats: state.chats.map(({ ref, name }) =>
        [ref.dialogId, name?.ok === true ? name.value.title : "refused"].join(" "),
      ),
      notes: lookupNotes(state.answers).notes.map(({ kind, question }) => `${question} ${kind}`),
    };
  }

  /** Without the reads of titles. */
  const looked = (): readonly string[] =>
    suite.emulator.journal
      .map(({ method }) => method)
      .filter((method) => method !== "batch" && method !== "imbot.dialog.get");

  afterEach(() => {
    assert.deepEqual(suite.emulator.effects, [], "a look-up joined or created a chat");
  });

  const ana = "chat210 Ana via Telegram";
  const client = "telegrambot|2|209607941|744";
  const own = "im.chat.get";

  for (const [text, scopes, chat, methods] of [
    ["session 512", all, ana, [line]],
    ["imol|512", ["imbot", "imopenlines"], ana, [line]],
    [`imol|${client}`, all, ana, [line]],
    [client, ["im", "imbot"], ana, [own]],
    [client, ["imbot"], ana, ["imbot.chat.get"]],
    ["task 812", all, "chat230 Task: fix van", [own, own]],
    ["task 845", all, "chat231 Task: plan Easter shifts", [own, own]],
    ["task 812", ["imbot"], "chat230 Task: fix van", ["imbot.chat.get", "imbot.chat.get"]],
    ["workgroup 12", all, undefined, [own]],
  ] as const) {
    it(`is found for ${text} with ${scopes.join(", ")}`, async () => {
      const { chats, notes } = await find(text, scopes);
      assert.equal(chats.length, 1);
      if (chat !== undefined) assert.deepEqual(chats, [chat]);
      assert.deepEqual(notes, []);
      assert.deepEqual(looked(), methods);
    });
  }

  it("is none where the portal has none, and no chat is made for a workgroup without one", async () => {
    for (const text of ["task 999", "workgroup 14"]) {
      assert.deepEqual(await find(text), { chats: [], notes: [] }, text);
    }
  });

  it("is refused without a word too many where the portal knows no such session", async () => {
    const { chats, notes } = await find("session 999999");
    assert.deepEqual(chats, []);
    assert.deepEqual(notes, ["openChannels failed"]);
  });

  it("is not asked for without a scope that could find it", async () => {
    assert.deepEqual(await find("session 512", ["im", "imbot"]), {
      chats: [],
      notes: ["openChannels scopeMissing"],
    });
    for (const text of ["task 812", "workgroup 12"]) {
      assert.deepEqual(await find(text, ["imopenlines"]), {
        chats: [],
        notes: ["ownChat scopeMissing"],
      });
    }
    assert.deepEqual(looked(), []);
  });

  it("of a client is found by the entity id when the scope of Open Channels was taken away", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "imopenlines" });
    assert.deepEqual(await find(client), { chats: [ana], notes: [] });
    assert.deepEqual(looked(), [line, own]);
  });
});
