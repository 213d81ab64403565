import assert from "node:assert/strict";
import { storedSecrets } from "../../support/webhookSources";
import { ChatFinder } from "../../../../src/core/reads/chatFinder";
import { ChatLookup, type ChatLookupState } from "../../../../src/core/sessions/chatLookup";
import { DialogMemory } from "../../../../src/core/sessions/dialogMemory";
import { ListReader } from "../../../../src/core/reads/listReader";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { settled } from "../../support/fakeClock";
import { PendingCalls } from "../../support/pendingCalls";
import { webhookIn } from "../../support/webhooks";

const record: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  scopes: ["im", "imbot", "imopenlines"],
  readsWithoutAsking: false,
};

describe("Looking for the chats of a CRM object", () => {
  let calls: PendingCalls;
  let memory: DialogMemory;
  let search: ChatLookup;
  let states: string[];
  beforeEach(async () => {
    calls = new PendingCalls();
    memory = new DialogMemory();
    states = [];
    const webhooks = storedSecrets(webhookIn());
    const finder = new ChatFinder(calls, webhooks);
    const reader = new ListReader(calls, webhooks);
    search = new ChatLookup({ kind: "crmObject", object: { type: "DEAL", id: 88 } }, record, {
      finder,
      reader,
      memory,
    });
    search.onDidChange((state) => states.push(phaseOf(state)));
    void search.ask();
    await settled();
  });

  const answer = async (index: number, result: unknown): Promise<void> => {
    calls.answer(index, result);
    await settled();
  };
  const found = async (): Promise<void> => {
    await answer(0, [{ CHAT_ID: "210", CONNECTOR_TITLE: "Telegram" }]);
    await answer(1, { ID: 220 });
  };

  it("asks both questions at once, then for all titles at once", async () => {
    assert.deepEqual(
      calls.made.map(({ method }) => method),
      ["imopenlines.crm.chat.get", "im.chat.get"],
    );
    await found();
    assert.deepEqual(
      calls.made.slice(2).map(({ params }) => params["DIALOG_ID"]),
      ["chat210", "chat220"],
    );
    assert.deepEqual(states, ["asking", "naming chat210 chat220"]);
    calls.fail(3, {
      kind: "refused",
      host: "h",
      status: 403,
      code: "ACCESS_ERROR",
      description: "",
    });
    await answer(2, { id: 210, name: "Ana", type: "lines" });
    assert.equal(states.at(-1), "done chat210=Ana chat220=refused");
    assert.equal(memory.recall("p1", "chat210")?.title, "Ana");
    assert.equal(memory.recall("p1", "chat220"), undefined);
  });

  it("is done at once when there is nothing to name", async () => {
    await answer(0, []);
    await answer(1, null);
    assert.deepEqual(states, ["asking", "done"]);
    assert.equal(calls.made.length, 2);
  });

  it("can be cancelled before the portal answers, and begun again", async () => {
    search.cancel();
    assert.ok(calls.made.every(({ signal }) => signal.aborted));
    await found();
    assert.deepEqual(states, ["asking", "stopped"]);
    void search.ask();
    await settled();
    assert.equal(calls.made.length, 4);
    await answer(2, null);
    await answer(3, null);
    assert.deepEqual(states, ["asking", "stopped", "asking", "done"]);
  });

  it("keeps the chats when it is cancelled while they are named", async () => {
    await found();
    search.cancel();
    assert.ok(calls.at(2).signal.aborted);
    await answer(2, { id: 210, name: "Ana", type: "lines" });
    assert.equal(states.at(-1), "done chat210 chat220");
    search.cancel();
    assert.equal(states.length, 3, "what is over cannot be cancelled");
  });

  it("drops what was asked before when it is asked again", async () => {
    void search.ask();
    await settled();
    assert.ok(calls.at(0).signal.aborted && !calls.at(2).signal.aborted);
    await found();
    assert.deepEqual(states, ["asking", "asking"]);
  });

  it("sends and says nothing more once it is disposed of", async () => {
    search.dispose();
    assert.ok(calls.at(0).signal.aborted);
    await found();
    await search.ask();
    assert.deepEqual(states, ["asking"]);
    assert.equal(calls.made.length, 2);
  });
});

function phaseOf(state: ChatLookupState): string {
  if (!("chats" in state)) return state.phase;
  const chats = state.chats.map(({ ref, name }) =>
    name === undefined ? ref.dialogId : `${ref.dialogId}=${name.ok ? name.value.title : "refused"}`,
  );
  return [state.phase, ...chats].join(" ");
}
