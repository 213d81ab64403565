import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as v from "valibot";
import { bundled } from "./bundled";
import { hostileReplies } from "./hostileReplies";
import { figure, table, within } from "./table";
import { Worker } from "./worker";

const measured = v.object({
  end: v.string(),
  ms: v.number(),
  blockMs: v.number(),
  heldMb: v.number(),
  rawMs: v.number(),
  rawBlockMs: v.number(),
});

const ordinary = '{"result":{"id":29,"dialog_id":"chat29","type":"chat","name":"Pilot"}}';

/** Each in a process of its own, from a socket on. */
export async function hostileTable(): Promise<string> {
  let body = "";
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume();
    calls += 1;
    response.setHeader("content-type", "application/json");
    response.end(calls === 1 ? ordinary : body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/rest/1/s3cr3tabcdefgh12/`;
  const script = await bundled("hostileProcess");
  const rows: string[][] = [];
  for (const reply of hostileReplies) {
    body = reply.body();
    calls = 0;
    const worker = Worker.start(script, [address]);
    const { end, ...result } = v.parse(measured, await worker.ask({}));
    await worker.stop();
    const { ms, blockMs, heldMb, rawMs, rawBlockMs } = result;
    rows.push([
      reply.name,
      end,
      within(ms, 1_000)[0],
      within(blockMs, 100)[0],
      within(heldMb, 100)[0],
      within(rawMs, 1_000)[0],
      within(rawBlockMs, 100)[0],
      parsingMs(body),
    ]);
  }
  server.close();
  return table(
    [
      "reply",
      "outcome",
      "ms",
      "blocked, ms",
      "held, MB",
      "raw JSON shown, ms",
      "blocked, ms",
      "`JSON.parse` alone, ms",
    ],
    rows,
  );
}

/** What nobody who reads the reply at one go can stay below; "" for what is no JSON. */
function parsingMs(body: string): string {
  const startedMs = performance.now();
  try {
    JSON.parse(body);
    return figure(performance.now() - startedMs);
  } catch {
    return "";
  }
}
