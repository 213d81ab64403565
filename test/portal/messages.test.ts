import assert from "node:assert/strict";
import type { MessageReader } from "../../src/core/reads/messageReader";
import { type MessageReading } from "../../src/core/reads/messageReader";
import type { ReadMethod } from "../../src/core/portal/readMethods";
import { diagnosed } from "../../src/core/diagnosis/diagnose";
import type { Fault } from "../emulator/faults";
import { failureOf, PortalBench, valueOf, type MessageOptions } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

const pilot = { kind: "owner", dialogId: "chat29", lineChatId: undefined } as const;
const line = { kind: "owner", dialogId: "chat210", lineChatId: 210 } as const;
const botOf = (botId: number, newestId: number) => ({ kind: "bot", botId, newestId }) as const;

describe("The messages of a dialog over a real socket", () => {
  const suite = portalSuite();
  const read = async (
    source: Parameters<MessageReader["read"]>[1],
    options?: MessageOptions,
  ): Promise<MessageReading> => valueOf(await suite.bench.messages(source, options));
  /** With a webhook that has the scope imopenlines and nothing else. */
  const readLine = async (options?: MessageOptions): Promise<MessageReading> =>
    valueOf(await new PortalBench(suite.emulator.webhook(7)).messages(line, options));
  const methods = (): readonly string[] => suite.emulator.requests.map(({ method }) => method);
  const idsOf = ({ messages }: MessageReading): readonly number[] => messages.map(({ id }) => id);

  it("are the newest twenty, never where the unread ones begin", async () => {
    const page = await read(pilot);
    assert.deepEqual(
      idsOf(page),
      Array.from({ length: 20 }, (_, index) => 5311 - index),
    );
    assert.equal(page.hasOlder, true);
    assert.deepEqual(suite.emulator.callsTo("im.dialog.messages.get")[0]?.parameters, {
      DIALOG_ID: "chat29",
      LAST_ID: 0,
      LIMIT: 20,
    });
  });

  it("go on with those before them, to the first", async () => {
    const { messages, hasOlder } = await read(pilot, { olderThan: 5199 });
    assert.deepEqual([messages[0]?.id, messages.at(-1)?.id, hasOlder], [5198, 5194, false]);
  });

  it("keep no reply, for that holds addresses that open files", async () => {
    const page = await read(line);
    assert.equal(page.exchange.body, undefined);
    assert.ok(page.messages.some(({ files }) => files[0]?.name === "label.jpg"));
    assert.ok(!JSON.stringify([...page.messages]).includes("demo-file-secret"));
  });

  it("mark nothing as read", async () => {
    const counter = async (): Promise<unknown> => {
      const { result } = valueOf(await suite.bench.call("im.dialog.get", { DIALOG_ID: "chat29" }));
      return (result as { readonly counter: unknown }).counter;
    };
    const before = await counter();
    await read(pilot);
    assert.equal(await counter(), before);
    assert.deepEqual(suite.emulator.effects, []);
  });

  it("are the session's with the scope imopenlines alone", async () => {
    const page = await readLine({ scopes: ["imopenlines"] });
    assert.deepEqual(methods(), ["imopenlines.session.history.get"]);
    assert.equal(page.messages.length, 14);
    assert.equal(page.people.get(744)?.name, "Ana Prieto");
    assert.equal(page.hasOlder, false);
  });

  it("are the session's where the scope im turns out to be missing", async () => {
    const page = await readLine();
    assert.deepEqual(methods(), ["im.dialog.messages.get", "imopenlines.session.history.get"]);
    assert.equal(page.messages.length, 14);
  });

  it("are asked for once where no session can be meant", async () => {
    const { error } = failureOf(await new PortalBench(suite.emulator.webhook(7)).messages(pilot));
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "insufficient_scope");
    assert.deepEqual(methods(), ["im.dialog.messages.get"]);
  });

  it("are told to a personal or supervisor bot, around the newest one", async () => {
    const page = await read(botOf(457, 3012), { token: "demo-bot-token" });
    assert.ok(page.messages.length > 0);
    const [call] = suite.emulator.callsTo("imbot.v2.Chat.Message.getContext");
    assert.equal(call?.parameters["range"], 20);
    const older = await read(botOf(457, 3012), {
      token: "demo-bot-token",
      olderThan: page.messages.at(-1)?.id ?? 0,
    });
    assert.ok(older.messages.some(({ id }) => id < (page.messages.at(-1)?.id ?? 0)));
  });

  it("are refused to other bots, and that is explained", async () => {
    const failure = failureOf(
      await suite.bench.messages(botOf(456, 3012), { token: "demo-bot-token" }),
    );
    assert.equal(diagnosed(failure)?.diagnosis.cause, "botMayNotReadMessages");
  });

  it("are not asked for with a token that is not proven to be the bot's", async () => {
    const failure = failureOf(
      await suite.bench.messages(botOf(457, 3012), {
        token: "some-other-token",
        bots: [{ botId: 457, name: "Watch" }],
      }),
    );
    assert.equal(failure.error.kind, "botTokenOfAnother");
    assert.deepEqual(methods(), ["imbot.v2.bot.get"]);
  });

  const bySource = [
    ["im.dialog.messages.get", pilot, {}],
    ["imopenlines.session.history.get", line, { scopes: ["imopenlines"] }],
    ["imbot.v2.Chat.Message.getContext", botOf(457, 3012), { token: "demo-bot-token" }],
  ] as const satisfies readonly (readonly [
    ReadMethod,
    Parameters<MessageReader["read"]>[1],
    MessageOptions,
  ])[];
  for (const [method, source, options] of bySource) {
    for (const [fault, ended, timeoutMs] of [
      [{ name: "html502" }, "notJson"],
      [{ name: "hang" }, "timedOut", 60],
      [{ name: "reset" }, "unreachable"],
      [{ name: "truncate", cut: "json" }, "notJson"],
      [{ name: "nullResult" }, "malformed"],
      [{ name: "missingKeys" }, "malformed"],
    ] as const satisfies readonly (readonly [Fault, string, number?])[]) {
      it(`end in a failure that says why: ${method}, ${fault.name}`, async () => {
        suite.emulator.setFault(fault, { method });
        const outcome = await suite.bench.messages(source, {
          ...options,
          ...(timeoutMs === undefined ? {} : { timeoutMs }),
        });
        assert.equal(failureOf(outcome).error.kind, ended);
      });
    }
  }
});
