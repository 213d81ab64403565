import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import * as v from "valibot";
import { hostileReplies } from "./hostileReplies";
import { figure, table } from "./table";
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
  const rows: string[][] = [];
  for (const reply of hostileReplies) {
    body = reply.body();
    calls = 0;
    const worker = Worker.start(path.join(__dirname, "hostileProcess.ts"), [address]);
    const { end, ...result } = v.parse(measured, await worker.ask({}));
    await worker.stop();
    rows.push([reply.name, end, ...Object.values(result).map(figure)]);
  }
  server.close();
  return table(
    [
      "reply",
      "end",
      "ms",
      "longest block, ms",
      "held MB",
      "raw JSON laid out, ms",
      "longest block, ms",
    ],
    rows,
  );
}
