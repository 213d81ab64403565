import assert from "node:assert/strict";
import { BotToken } from "../../../../src/core/portal/botToken";
import { replyLimitBytes } from "../../../../src/core/portal/portalClient";
import type { PlainMethod } from "../../../../src/core/portal/readMethods";
import type { TransportFailure } from "../../../../src/core/portal/transport";
import { failure } from "../../../../src/core/base/result";
import { clientBench, never, reply } from "../../support/clientBench";
import { sentinel, webhookIn } from "../../support/webhooks";

describe("A call", () => {
  it("sends its parameters as JSON to the method's address", async () => {
    const { transport, call } = clientBench(reply('{"result":1}'));
    await call();
    assert.deepEqual(transport.sent, [
      {
        url: `https://portal.example/rest/1/${sentinel}/imbot.dialog.get`,
        body: '{"DIALOG_ID":"chat29"}',
        timeoutMs: 15_000,
        limitBytes: replyLimitBytes,
      },
    ]);
  });

  it("gives the result with how it was got, and one line for the log", async () => {
    const body = '{"result":{"id":29},"time":{"duration":0.12}}';
    const { notes, call } = clientBench(reply(body));
    const answer = await call();
    assert.deepEqual(answer, {
      ok: true,
      value: {
        result: { id: 29 },
        next: undefined,
        total: undefined,
        exchange: {
          method: "imbot.dialog.get",
          params: { DIALOG_ID: "chat29" },
          host: "portal.example",
          status: 200,
          durationMs: 250,
          finishedAtMs: 1_771_937_178_250,
          time: {
            durationS: 0.12,
            processingS: undefined,
            operatingS: undefined,
            finishedAt: undefined,
          },
          body,
        },
      },
    });
    assert.deepEqual(notes, [
      {
        method: "imbot.dialog.get",
        dialogId: "chat29",
        host: "portal.example",
        status: 200,
        durationMs: 250,
        outcome: "ok",
      },
    ]);
  });

  it("is not made for a method outside of the read-only table", async () => {
    const { transport, client } = clientBench(reply('{"result":1}'));
    const others: readonly string[] = ["imbot.message.add", "toString", "__proto__", ""];
    for (const method of others) {
      // Types do not exist at run time: the client asks by itself.
      const call = client.call(webhookIn(), method as PlainMethod, {}, never);
      await assert.rejects(call, /read-only/);
    }
    assert.deepEqual(transport.sent, []);
  });

  it("is not made for a batch with anything in it but methods of the table", async () => {
    const { transport, client } = clientBench(reply('{"result":{}}'));
    const good = "imbot.dialog.get?DIALOG_ID=chat1";
    for (const params of [
      {},
      { cmd: [] },
      { cmd: { a: 5 } },
      { cmd: { a: good, b: "imbot.message.add?MESSAGE=x" } },
      { cmd: { a: good, b: "batch?cmd[a]=imbot.message.add" } },
      { cmd: { a: "imbot.dialog.get.json?x" } },
      { cmd: { a: good }, CMD: { a: "imbot.message.add" } },
      { cmd: { a: good, b: "imbot.v2.Event.get?botId=456&offset=1002" } },
      { cmd: { a: good, b: "imbot.v2.Event.get?botId=456&%6Fffset=1002" } },
      { cmd: { a: good, b: "imbot.v2.Event.get?limit=5&offset[0]=1002" } },
      { cmd: { a: good, b: "imbot.v2.Event.get?a=1&\noffset=2" } },
      { cmd: { a: good, b: "imbot.v2.event.get?offset=1002" } },
    ]) {
      await assert.rejects(client.call(webhookIn(), "batch", params, never), /read-only/);
    }
    assert.deepEqual(transport.sent, []);
    const params = { halt: 0, cmd: { a: good, b: "scope" } };
    assert.ok((await client.call(webhookIn(), "batch", params, never)).ok);
  });

  it("reads the events of a bot without the parameters that would delete them", async () => {
    const { transport, client } = clientBench(reply('{"result":{"events":[]}}'));
    const botToken = BotToken.parse("a-token-of-a-bot") ?? assert.fail();
    const peek = { botId: 456, botToken, limit: 1000 };
    const confirming = { ...peek, offset: 1_002 };
    // @ts-expect-error: with an offset it does not compile, wherever that comes from.
    const typed = client.call(webhookIn(), "imbot.v2.Event.get", confirming, never);
    await assert.rejects(typed, /read-only/);
    for (const name of ["offset", "OFFSET", "Offset", "withUserEvents", "offset[]", "auth"]) {
      const params = { ...peek, [name]: 0 };
      const call = client.call(webhookIn(), "imbot.v2.Event.get", params, never);
      await assert.rejects(call, /read-only/, name);
    }
    assert.deepEqual(transport.sent, []);
    assert.ok((await client.call(webhookIn(), "imbot.v2.Event.get", peek, never)).ok);
  });

  it("asks for the time-out anew, and for one that a timer can keep", async () => {
    for (const [setting, used] of [
      [1_004.9999999999999, 1_005],
      [0, 1],
      [-5, 1],
      [Number.NaN, 30_000],
      [Number.POSITIVE_INFINITY, 30_000],
      [1e12, 600_000],
    ] as const) {
      const { transport, call } = clientBench(reply('{"result":1}'), setting);
      await call();
      assert.equal(transport.sent[0]?.timeoutMs, used, String(setting));
    }
  });
});

describe("A call that is given up", () => {
  it("before it is sent is sent to nobody", async () => {
    const { transport, notes, call } = clientBench(reply('{"result":1}'));
    const outcome = await call(AbortSignal.abort());
    const error = { kind: "cancelled" };
    assert.deepEqual(outcome, { ok: false, error: { error, exchange: undefined } });
    assert.deepEqual([transport.sent, notes], [[], []]);
  });

  it("between two attempts is not sent again", async () => {
    const { transport, clock, call } = clientBench(reply("<html>", 502));
    const giveUp = new AbortController();
    const wait = clock.wait.bind(clock);
    clock.wait = (ms) => {
      giveUp.abort();
      return wait(ms, giveUp.signal);
    };
    const outcome = await call(giveUp.signal);
    assert.ok(!outcome.ok);
    assert.equal(outcome.error.error.kind, "cancelled");
    assert.equal(transport.sent.length, 1);
  });
});

describe("A call without a whole reply", () => {
  const cases: readonly [TransportFailure, object, number | undefined][] = [
    [{ kind: "cancelled" }, { kind: "cancelled" }, undefined],
    [
      { kind: "timedOut" },
      { kind: "timedOut", host: "portal.example", afterMs: 15_000 },
      undefined,
    ],
    [
      { kind: "unreachable", code: "ENOTFOUND" },
      { kind: "unreachable", host: "portal.example", code: "ENOTFOUND" },
      undefined,
    ],
    [
      { kind: "interrupted", status: 200, code: "ECONNRESET" },
      { kind: "interrupted", host: "portal.example", status: 200 },
      200,
    ],
    [
      { kind: "tooLarge", status: 200 },
      { kind: "tooLarge", host: "portal.example", limitBytes: replyLimitBytes },
      200,
    ],
  ];
  for (const [fault, error, status] of cases) {
    it(`${fault.kind} is told with no status but the portal's own, and no body`, async () => {
      const { notes, call } = clientBench(failure(fault));
      const outcome = await call();
      assert.ok(!outcome.ok);
      assert.deepEqual(outcome.error.error, error);
      assert.equal(outcome.error.exchange?.status, status);
      assert.equal(outcome.error.exchange?.body, undefined);
      assert.deepEqual(
        new Set(notes.map((note) => `${note.outcome} ${note.status}`)),
        new Set([`${fault.kind} ${status}`]),
      );
    });
  }
});

describe("A host that could not be reached", () => {
  const peers: readonly [peer: string | undefined, proxy: string | undefined][] = [
    [undefined, undefined],
    ["portal.example", undefined],
    ["10.0.0.7:443", undefined],
    ["2001:db8::7:443", undefined],
    ["proxy.local", "proxy.local"],
    ["10.0.0.1:3128", "10.0.0.1:3128"],
  ];
  for (const [peer, proxy] of peers) {
    it(`${peer ?? "of no name"} is ${proxy === undefined ? "the portal" : "a proxy"}`, async () => {
      const sent = { kind: "unreachable", code: "ECONNREFUSED" } as const;
      const { call } = clientBench(failure(peer === undefined ? sent : { ...sent, peer }));
      const outcome = await call();
      assert.ok(!outcome.ok);
      assert.deepEqual(outcome.error.error, {
        kind: "unreachable",
        host: "portal.example",
        code: "ECONNREFUSED",
        ...(proxy === undefined ? {} : { proxy }),
      });
    });
  }
});
