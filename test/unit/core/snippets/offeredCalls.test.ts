import assert from "node:assert/strict";
import {
  callOf,
  offeredCalls,
  type SnippetSubject,
} from "../../../../src/core/snippets/offeredCalls";
import { keepChoice, lastChoice } from "../../../../src/core/snippets/snippetChoice";

const subject: SnippetSubject = {
  made: [],
  dialogId: "chat210",
  userId: 1,
  botIds: [],
  scopes: undefined,
};

const methods = (of: SnippetSubject): readonly string[] =>
  offeredCalls(of).map(({ method }) => method);

describe("The calls that can be taken along", () => {
  it("begin with those that were made, as they were sent", () => {
    const made = [{ method: "imbot.v2.Chat.get", params: { botId: 456, chatId: 210 } } as const];
    assert.deepEqual(offeredCalls({ ...subject, made })[0], made[0]);
    assert.deepEqual(callOf("imbot.v2.Chat.get", { ...subject, made }), made[0]);
  });

  it("ask for the record with the method that the webhook may call", () => {
    assert.equal(methods(subject)[0], "imbot.dialog.get");
    assert.equal(methods({ ...subject, scopes: ["im"] })[0], "im.dialog.get");
    assert.equal(methods({ ...subject, scopes: ["im", "imbot"] })[0], "imbot.dialog.get");
  });

  it("have one for each bot whose token is stored", () => {
    const calls = offeredCalls({ ...subject, botIds: [456, 457] });
    const bots = calls.flatMap((call) =>
      call.method === "imbot.v2.Chat.get" ? [call.params["botId"]] : [],
    );
    assert.deepEqual(bots, [456, 457]);
  });

  it("are there once each, with every read of the product", () => {
    const all = methods(subject);
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.includes("im.search.chat.list"));
    assert.ok(all.includes("batch"));
  });

  it("are none for a method that is not read here", () => {
    assert.equal(callOf("imbot.message.add", subject), undefined);
  });
});

describe("The last choice of a client", () => {
  it("survives, and anything else that is stored is none", async () => {
    let stored: unknown;
    const state = {
      get: () => stored,
      update: (_key: string, change: (before: unknown) => unknown) => {
        stored = change(stored);
        return Promise.resolve();
      },
    };
    assert.equal(lastChoice(state), undefined);
    await keepChoice(state, { client: "go", shape: "program" });
    assert.deepEqual(lastChoice(state), { client: "go", shape: "program" });
    stored = { client: 5 };
    assert.equal(lastChoice(state), undefined);
  });
});
