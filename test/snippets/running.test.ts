import assert from "node:assert/strict";
import { globalAgent } from "node:https";
import type { Shape } from "../../src/core/snippets/client";
import type { ShownCall } from "../../src/core/portal/methodCall";
import { isPlainMethod, type PlainMethod } from "../../src/core/portal/readMethods";
import { Emulator } from "../emulator/emulator";
import { throwAwayCertificate } from "../emulator/certificate";
import { leaveOut } from "../host/mocha/leftOut";
import { PortalBench, valueOf } from "../portal/support/portalBench";
import {
  asJournaled,
  awkward,
  batch,
  batchOfBot,
  botToken,
  client,
  ofBot,
  ofOwner,
  refused,
  textOf,
} from "./support/calls";
import { isInstalled, run, runners, type Ended, type Runner } from "./support/runners";

/** A snippet that runs, what is expected to arrive, and whether it ends well. */
interface Case {
  readonly title: string;
  readonly call: ShownCall;
  readonly shape: Shape;
  readonly check: (ended: Ended, emulator: Emulator) => void | Promise<void>;
}

const secret = "demo0secret0demo";

for (const runner of runners) {
  describe(`A snippet for ${client(runner.client).label}`, () => {
    const fitting = casesOf(runner).filter(({ call }) => !client(runner.client).misfitOf?.(call));
    const missing = runner.needs.filter((program) => !isInstalled(program));
    if (missing.length > 0) {
      leaveOut(`${client(runner.client).label}: no ${missing.join(", ")} here`, fitting.length);
      return;
    }
    let emulator: Emulator;
    let certificate: string | undefined;
    before(async () => {
      const https = runner.isSecure === true ? await throwAwayCertificate() : undefined;
      certificate = https?.cert;
      // The panel reads from the same portal.
      if (https !== undefined) globalAgent.options.ca = https.cert;
      emulator = await Emulator.start({
        isThrottled: false,
        ...(https === undefined ? {} : { https, requireHttps: true }),
      });
    });
    beforeEach(() => {
      emulator.reset();
    });
    after(async () => {
      await emulator.stop();
      delete globalAgent.options.ca;
    });
    for (const { title, call, shape, check } of fitting) {
      it(title, async () => {
        const code = textOf(runner.client, call, shape);
        const name = title.replace(/\W+/g, "-");
        const env = { B24_WEBHOOK: emulator.webhook(), B24_BOT_TOKEN: botToken };
        const ended = await run(runner, { code, shape, name }, env, certificate);
        assert.ok(!(ended.stdout + ended.stderr).includes(secret), "it prints the secret");
        await check(ended, emulator);
      }).timeout(60_000); // the first program of a language is compiled with its library
    }
  });
}

function casesOf(runner: Runner): readonly Case[] {
  const arrives = (call: ShownCall) => (ended: Ended, emulator: Emulator) => {
    assert.equal(ended.code, 0, ended.stderr);
    assert.deepEqual(arrived(runner, emulator), expected(runner, call));
  };
  const prints =
    (call: ShownCall, read: (bench: PortalBench) => Promise<unknown>) =>
    async (ended: Ended, emulator: Emulator) => {
      arrives(call)(ended, emulator);
      const bench = new PortalBench(emulator.webhook());
      assert.deepEqual(JSON.parse(ended.stdout), await read(bench));
    };
  const calls: readonly Case[] = [
    { title: "makes the owner's call", call: ofOwner, shape: "call", check: arrives(ofOwner) },
    { title: "makes the bot's call", call: ofBot, shape: "call", check: arrives(ofBot) },
    { title: "keeps an awkward text", call: awkward, shape: "call", check: arrives(awkward) },
    { title: "makes a batch", call: batch, shape: "call", check: arrives(batch) },
    {
      title: "makes a batch with a bot's call",
      call: batchOfBot,
      shape: "call",
      check: arrives(batchOfBot),
    },
  ];
  if (runner.client === "restCommand") return calls;
  const programs: readonly Case[] = [
    {
      title: "is a program that prints the record the panel shows",
      call: ofOwner,
      shape: "program",
      check: prints(ofOwner, async (bench) => recordIn(await bench.call(...asked(ofOwner)))),
    },
    {
      title: "is a program that prints what the bot sees",
      call: ofBot,
      shape: "program",
      check: prints(ofBot, async (bench) => {
        const { answer } = valueOf(await bench.readAsBot("chat405", 456, botToken));
        return answer.result;
      }),
    },
    {
      title: "is a program that ends with the portal's code when refused",
      call: refused,
      shape: "program",
      check: (ended) => {
        assertRefused(runner, ended, runner.refusal ?? "ACCESS_ERROR");
      },
    },
    {
      title: "is a program that names what a batch was refused, and prints the rest",
      call: batch,
      shape: "program",
      check: (ended, emulator) => {
        assert.deepEqual(arrived(runner, emulator), expected(runner, batch));
        assert.ok(ended.stdout.includes("Ana via Telegram"));
        if (runner.refusal === undefined) assertRefused(runner, ended, "missing.*ACCESS_ERROR");
      },
    },
  ];
  return [...calls, ...programs];
}

/** What a client adds to every call: its access, and marks to find the call again. */
const ofClient = /^(auth|bx24_.*)$/;

/** What reached the portal, by the names that were sent. */
function arrived(runner: Runner, emulator: Emulator): unknown {
  const [first] = emulator.requests;
  assert.ok(first !== undefined, "nothing arrived");
  assert.equal(emulator.requests.length, 1);
  const parameters = Object.entries(first.parameters).filter(([name]) => !ofClient.test(name));
  return { method: first.method, parameters: comparable(runner, Object.fromEntries(parameters)) };
}

function expected(runner: Runner, call: ShownCall): unknown {
  return {
    method: call.method.toLowerCase(),
    parameters: comparable(runner, asJournaled(call)),
  };
}

/** In a form everything is text; in a batch the same call may be spelled in several ways. */
function comparable(runner: Runner, parameters: unknown): unknown {
  return JSON.parse(
    JSON.stringify(parameters, (name, value: unknown) => {
      if (name === "cmd")
        return Object.entries(value as object)
          .sort(byName)
          .map(comparableItem);
      if (name === "halt") return Number(value);
      return runner.sendsForms === true && typeof value === "number" ? String(value) : value;
    }),
  );
}

function comparableItem([name, text]: readonly [string, string]): unknown {
  const [method, query = ""] = text.split("?");
  const parameters = [...new URLSearchParams(query)].sort(byName);
  return { name, method, parameters };
}

function asked({ method, params }: typeof ofOwner): [PlainMethod, typeof params] {
  assert.ok(isPlainMethod(method));
  return [method, params];
}

function recordIn(outcome: Parameters<typeof valueOf>[0]): unknown {
  const { result } = valueOf(outcome) as { readonly result: unknown };
  return result;
}

/** A line with the code, and nothing that only whoever wrote the client can read. */
function assertRefused(runner: Runner, { code, stdout, stderr }: Ended, line: string): void {
  assert.match(runner.showsInPage === true ? stdout : stderr, new RegExp(line));
  assert.doesNotMatch(stderr, /Traceback|Stack trace|goroutine|^ +at /m);
  if (runner.showsInPage !== true) assert.notEqual(code, 0);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
