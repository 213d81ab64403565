import assert from "node:assert/strict";
import { inspect } from "node:util";
import type { CallNote } from "../../../src/core/portal/portalCaller";
import { PortalClient, replyLimitBytes } from "../../../src/core/portal/portalClient";
import { RateLimiter } from "../../../src/core/portal/rateLimiter";
import type { ReadMethod } from "../../../src/core/portal/readMethods";
import type {
  Transport,
  TransportFailure,
  TransportReply,
  TransportRequest,
} from "../../../src/core/portal/transport";
import { failure, success, type Result } from "../../../src/core/result";
import { HandClock } from "../support/clocks";
import { sentinel, webhookIn } from "../support/webhooks";

const never = new AbortController().signal;

/** Answers every call with one outcome, after 250 ms. */
class OneAnswer implements Transport {
  readonly sent: TransportRequest[] = [];

  constructor(
    private readonly outcome: Result<TransportReply, TransportFailure>,
    private readonly clock: HandClock,
  ) {}

  send(request: TransportRequest): Promise<Result<TransportReply, TransportFailure>> {
    this.sent.push(request);
    this.clock.advance(250);
    return Promise.resolve(this.outcome);
  }
}

function bench(outcome: Result<TransportReply, TransportFailure>, timeoutMs = 15_000) {
  const clock = new HandClock();
  const transport = new OneAnswer(outcome, clock);
  const notes: CallNote[] = [];
  const client = new PortalClient({
    transport,
    clock,
    limiter: new RateLimiter(clock),
    timeoutMs: () => timeoutMs,
    note: (note) => notes.push(note),
  });
  const call = (signal = never) =>
    client.call(webhookIn(), "imbot.dialog.get", { DIALOG_ID: "chat29" }, signal);
  return { transport, clock, notes, client, call };
}

function reply(body: string, status = 200, location?: string) {
  return success({ status, body, ...(location === undefined ? {} : { location }) });
}

describe("A call", () => {
  it("sends its parameters as JSON to the method's address", async () => {
    const { transport, call } = bench(reply('{"result":1}'));
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
    const { notes, call } = bench(reply(body));
    const answer = await call();
    assert.deepEqual(answer, {
      ok: true,
      value: {
        result: { id: 29 },
        next: undefined,
        total: undefined,
        exchange: {
          method: "imbot.dialog.get",
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
        host: "portal.example",
        status: 200,
        durationMs: 250,
        outcome: "ok",
      },
    ]);
  });

  it("is not made for a method outside of the read-only table", async () => {
    const { transport, client } = bench(reply('{"result":1}'));
    const others: readonly string[] = ["imbot.message.add", "toString", "__proto__", ""];
    for (const method of others) {
      // Types do not exist at run time: the client asks by itself.
      const call = client.call(webhookIn(), method as ReadMethod, {}, never);
      await assert.rejects(call, /read-only/);
    }
    assert.deepEqual(transport.sent, []);
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
      const { transport, call } = bench(reply('{"result":1}'), setting);
      await call();
      assert.equal(transport.sent[0]?.timeoutMs, used, String(setting));
    }
  });
});

describe("A call that is given up", () => {
  it("before it is sent is sent to nobody", async () => {
    const { transport, notes, call } = bench(reply('{"result":1}'));
    const outcome = await call(AbortSignal.abort());
    const error = { kind: "cancelled" };
    assert.deepEqual(outcome, { ok: false, error: { error, exchange: undefined } });
    assert.deepEqual([transport.sent, notes], [[], []]);
  });

  it("between two attempts is not sent again", async () => {
    const { transport, clock, call } = bench(reply("<html>", 502));
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
      const { notes, call } = bench(failure(fault));
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

describe("A redirect", () => {
  const cases: readonly [location: string | undefined, target: object][] = [
    [undefined, { kind: "none" }],
    ["https://", { kind: "none" }],
    ["/login/", { kind: "samePortal" }],
    ["https://portal.example/x", { kind: "samePortal" }],
    [
      `https://new.example/rest/1/${sentinel}/scope`,
      { kind: "otherHost", host: "new.example", origin: "https://new.example" },
    ],
    ["//new.example/", { kind: "otherHost", host: "new.example", origin: "https://new.example" }],
    [
      `https://${sentinel}.evil.example/`,
      { kind: "otherHost", host: "***.evil.example", origin: "https://***.evil.example" },
    ],
    ["http://portal.example/rest/", { kind: "insecure", host: "portal.example" }],
    [`http://${sentinel}.evil.example/`, { kind: "insecure", host: "***.evil.example" }],
    ["javascript:alert(1)", { kind: "insecure", host: "" }],
  ];
  for (const [location, target] of cases) {
    it(`to ${location?.replace(sentinel, "…") ?? "nowhere"} is told by its origin at most`, async () => {
      const { call } = bench(reply("<html>", 302, location));
      const outcome = await call();
      assert.ok(!outcome.ok);
      assert.deepEqual(outcome.error.error, {
        kind: "redirected",
        host: "portal.example",
        status: 302,
        target,
      });
      assert.ok(!inspect(outcome, { depth: 9 }).includes(sentinel));
    });
  }
});

describe("What a portal echoes of the secret", () => {
  it("is in no result, no error, no raw reply and no line of the log", async () => {
    for (const body of [
      `{"result":{"link":"https://portal.example/rest/1/${sentinel}/","${sentinel}":1}}`,
      `{"result":{"link":"\\/rest\\/1\\/${sentinel}\\/"}}`,
      `{"error":"${sentinel}","error_description":"bad ${sentinel}"}`,
      `<html>/rest/1/${sentinel}/</html>`,
      `"${sentinel}"`,
    ]) {
      const { notes, call } = bench(reply(body));
      const seen = inspect([await call(), notes], { depth: 9 });
      assert.ok(seen.includes("***"), "the reply was seen");
      assert.ok(!seen.includes(sentinel), body.replace(sentinel, "…"));
    }
  });

  it("reaches the log as a code of letters, digits and underscores only", async () => {
    const { notes, call } = bench(reply('{"error":"A b\\n<x>","error_description":"private"}'));
    await call();
    assert.equal(notes[0]?.outcome, "A?b??x?");
    const long = bench(reply(JSON.stringify({ error: "X".repeat(500) })));
    await long.call();
    assert.equal(long.notes[0]?.outcome.length, 60);
  });
});
