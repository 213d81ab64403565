import assert from "node:assert/strict";
import { failure, success } from "../../../../src/core/base/result";
import { decodeMessages } from "../../../../src/core/dialog/messages/decodeMessages";
import type { Viewer } from "../../../../src/core/dialog/viewer";
import type { PortalError } from "../../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import type { DialogReading } from "../../../../src/core/reads/dialogReader";
import type { MessageSource } from "../../../../src/core/reads/messageReader";
import { DialogMessages } from "../../../../src/core/sessions/dialogMessages";
import { readingOf } from "../../support/readings";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://northwind.example",
  userId: "1",
  scopes: ["im"],
  readsWithoutAsking: false,
};
const reading = readingOf("Pilot");
const exchange = reading.answer.exchange;

/** The record of `readingOf` names 5311 as the newest message. */
const newest = 5311;

describe("The messages of a dialog", () => {
  let asked: { readonly source: MessageSource; readonly olderThan: number | undefined }[];
  /** Ids that the portal has, the newest first. */
  let ids: readonly number[];
  let error: PortalError | undefined;
  let current: PortalRecord | undefined;
  let messages: DialogMessages;
  /** What a session of an Open Channel does: all at once, whatever was asked for. */
  let isWhole: boolean;
  beforeEach(() => {
    asked = [];
    ids = range(newest, 50);
    error = undefined;
    current = portal;
    isWhole = false;
    messages = new DialogMessages(
      {
        read: (_portal, source, olderThan, signal) => {
          asked.push({ source, olderThan });
          if (signal.aborted)
            return Promise.resolve(failure({ error: { kind: "cancelled" }, exchange }));
          if (error !== undefined) return Promise.resolve(failure({ error, exchange }));
          const rest = ids.filter((id) => id < (olderThan ?? Infinity));
          const wire = (isWhole ? rest : rest.slice(0, 20)).map((id) => ({ id, author_id: 5 }));
          const users = [{ id: 5, name: "Omar Haddad" }];
          const page = decodeMessages({ messages: wire, users }, isWhole ? Infinity : 20);
          assert.ok(page.ok);
          return Promise.resolve(success({ ...page.value, exchange }));
        },
      },
      () => current,
    );
    messages.follow(reading);
  });

  const shown = (): readonly number[] => (messages.state.messages ?? []).map(({ id }) => id);
  const withViewer = (viewer: Viewer): DialogReading => ({ ...reading, viewer });

  it("are not read before somebody asks", async () => {
    assert.equal(messages.state.messages, undefined);
    await messages.readOlder();
    assert.deepEqual(asked, []);
    await messages.read();
    assert.deepEqual(shown(), range(newest, 20));
    assert.equal(messages.state.hasOlder, true);
    assert.equal(messages.personOf(5)?.name, "Omar Haddad");
  });

  it("are asked for by the chat's number, which only reads", async () => {
    await messages.read();
    assert.deepEqual(asked[0]?.source, {
      kind: "owner",
      dialogId: "chat29",
      lineChatId: undefined,
    });
  });

  it("go on with older ones to the end, and ask no more then", async () => {
    await messages.read();
    for (let click = 0; click < 4; click += 1) await messages.readOlder();
    assert.deepEqual(shown(), ids);
    assert.equal(messages.state.hasOlder, false);
    assert.deepEqual(
      asked.map(({ olderThan }) => olderThan),
      [undefined, 5292, 5272],
    );
  });

  it("are shown twenty at a time, also where the portal sends all at once", async () => {
    isWhole = true;
    await messages.read();
    assert.deepEqual(shown(), range(newest, 20));
    await messages.readOlder();
    await messages.readOlder();
    assert.deepEqual(shown(), ids);
    assert.equal(asked.length, 1);
  });

  it("are all there still when older ones cannot be read, and that can be tried again", async () => {
    await messages.read();
    error = { kind: "timedOut", host: "northwind.example", afterMs: 1 };
    await messages.readOlder();
    const { phase, load, failure: problem, hasOlder } = messages.state;
    assert.deepEqual(
      [phase, load, problem?.error.kind, hasOlder],
      ["failed", "older", "timedOut", true],
    );
    assert.deepEqual(shown(), range(newest, 20));
    error = undefined;
    await messages.readOlder();
    assert.equal(shown().length, 40);
    assert.equal(messages.state.failure, undefined);
  });

  it("stay when the dialog is read again, and say when there are newer ones", async () => {
    ids = range(newest - 1, 50);
    await messages.read();
    messages.follow({ ...reading });
    assert.equal(shown().length, 20);
    assert.equal(messages.isBehind, true);
    ids = range(newest, 51);
    await messages.read();
    assert.equal(messages.isBehind, false);
    assert.equal(shown()[0], newest);
  });

  it("keep older ones when read again, as long as nothing is missing between", async () => {
    await messages.read();
    await messages.readOlder();
    ids = range(newest + 5, 55);
    await messages.read();
    assert.deepEqual(shown(), range(newest + 5, 40));
    ids = range(newest + 100, 150);
    await messages.read();
    assert.deepEqual(shown(), range(newest + 100, 20));
  });

  it("lose one that was deleted at the portal meanwhile", async () => {
    await messages.read();
    ids = ids.filter((id) => id !== newest - 3);
    await messages.read();
    assert.ok(!shown().includes(newest - 3));
  });

  it("are gone when somebody else reads, or for another owner", async () => {
    for (const change of [
      () => {
        messages.follow(withViewer({ kind: "bot", botId: 457 }));
      },
      () => {
        current = { ...portal, userId: "7" };
        messages.follow(reading);
      },
      () => {
        current = { ...portal, basePath: "/branch/rest" };
        messages.follow(reading);
      },
      () => {
        messages.follow(undefined);
      },
    ]) {
      current = portal;
      messages.follow(reading);
      await messages.read();
      assert.equal(shown().length, 20);
      change();
      assert.equal(messages.state.messages, undefined);
      assert.equal(messages.personOf(5), undefined);
    }
  });

  it("are not shown to the next reader when they come late", async () => {
    const late = messages.read();
    messages.follow(withViewer({ kind: "bot", botId: 457 }));
    await late;
    assert.equal(messages.state.messages, undefined);
    assert.equal(messages.state.phase, "idle");
  });

  it("are read by a bot around the newest one that its record names", async () => {
    messages.follow(withViewer({ kind: "bot", botId: 457 }));
    await messages.read();
    assert.deepEqual(asked[0]?.source, { kind: "bot", botId: 457, newestId: newest });
  });

  it("can be given up", async () => {
    error = { kind: "cancelled" };
    await messages.read();
    const { phase, failure: problem, messages: read } = messages.state;
    assert.deepEqual([phase, problem, read], ["idle", undefined, undefined]);
  });
});

function range(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first - index);
}
