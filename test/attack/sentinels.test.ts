import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { inspect } from "node:util";
import { layOutReply } from "../../src/core/base/jsonText";
import { success } from "../../src/core/base/result";
import { diagnosed } from "../../src/core/diagnosis/diagnose";
import { parseExactDialogId } from "../../src/core/dialog/dialogId";
import { BotToken } from "../../src/core/portal/botToken";
import type { Transport, TransportReply } from "../../src/core/portal/transport";
import { BotReader } from "../../src/core/reads/botReader";
import { contextOf, explain } from "../../src/text/explain";
import { BrowseBench } from "../portal/browse/support/browseBench";
import { readings, sentinelToken as token, spellings } from "./support/spellings";

const secret = "Sen7inelSecret9x";
const address = `https://portal.example/rest/1/${secret}/`;

/** Where in a reply it may stand; what is JSON is written as text, so that nothing escapes it once more. */
const places: Readonly<Record<string, (text: string) => TransportReply>> = {
  "a value": (text) => ok(`{"result":{"chat":{"id":405,"dialogId":"chat405","name":"${text}"}}}`),
  "an unknown value": (text) => ok(`{"result":{"chat":{"id":405,"odd":{"deep":["${text}"]}}}}`),
  "a key": (text) => ok(`{"result":{"chat":{"id":405,"${text}":1}}}`),
  "an error's code": (text) => ({ status: 403, body: `{"error":"${text}"}` }),
  "an error's text": (text) => ({
    status: 403,
    body: `{"error":"X","error_description":"${text}"}`,
  }),
  "a web page": (text) => ({ status: 502, body: `<html><body>POST ${text}</body></html>` }),
  "no JSON": (text) => ({ status: 200, body: `{"result": ${text}` }),
  "a header": (text) => ({ status: 302, body: "", location: `https://new.example/${text}` }),
};

function ok(body: string): TransportReply {
  return { status: 200, body };
}

describe("A secret that the portal repeats", () => {
  const ref = parseExactDialogId("chat405");
  const parsed = BotToken.parse(token);

  for (const [spelling, write] of Object.entries(spellings)) {
    it(`comes out nowhere, wherever it stands: ${spelling}`, async () => {
      assert.ok(ref !== undefined && parsed !== undefined);
      for (const [place, reply] of Object.entries(places)) {
        for (const text of [address, token]) {
          if (place === "a header" && text === token) continue; // A token is in no address.
          const sent = reply(write(text));
          const transport: Transport = { send: () => Promise.resolve(success(sent)) };
          const bench = await BrowseBench.start(address, { transport });
          await bench.portals.addBot("p1", { botId: 456, name: "", isProven: true }, parsed);
          const bots = new BotReader(bench.client, bench.portals);
          const outcome: Awaited<ReturnType<BotReader["read"]>> = await bench.time.run(
            bots.read(bench.record, ref, 456, new AbortController().signal),
          );
          const failure = outcome.ok ? undefined : diagnosed(outcome.error);
          const exchange = outcome.ok ? outcome.value.answer.exchange : outcome.error.exchange;
          const body = exchange?.body ?? "";
          const shown: readonly string[] = [
            inspect(outcome, { depth: 20, maxStringLength: null }),
            JSON.stringify(outcome),
            body,
            (await layOutReply(body, nextTurn)) ?? "",
            JSON.stringify(bench.notes),
            failure === undefined
              ? ""
              : JSON.stringify(explain(contextOf(bench.record, failure), "line")),
          ];
          for (const wanted of [secret, token].map((one) => one.toLowerCase())) {
            const found = shown.flatMap(readings).find((one) => one.includes(wanted));
            assert.equal(found?.slice(0, 400), undefined, `${place}, ${text}`);
          }
        }
      }
    });
  }
});
