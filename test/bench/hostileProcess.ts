import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as nextTurn, setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { layOutReply } from "../../src/core/base/jsonText";
import { diagnosed } from "../../src/core/diagnosis/diagnose";
import { parseExactDialogId } from "../../src/core/dialog/dialogId";
import { ownerViewer } from "../../src/core/dialog/viewer";
import { DialogReader } from "../../src/core/reads/dialogReader";
import { CauseFinder } from "../../src/core/sessions/causeFinder";
import { DialogPeople } from "../../src/core/sessions/dialogPeople";
import type { SessionState } from "../../src/core/sessions/dialogSession";
import "../host/mocha/lateParts";
import { panelView } from "../../src/panel/view/panelView";
import { BrowseBench } from "../portal/browse/support/browseBench";
import { serve } from "./serve";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

async function heldMb(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await nextTurn();
    collect();
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1024 / 1024;
}

const [address = ""] = process.argv.slice(2);

/** What the product does with a reply, from the socket to what the page is sent, in turns as the product has them. */
async function read(bench: BrowseBench): Promise<{ readonly held: unknown; readonly end: string }> {
  const { record, reader, client, portals } = bench;
  const ref = parseExactDialogId("chat29");
  if (ref === undefined) throw new Error("chat29 is an id.");
  const never = new AbortController().signal;
  const outcome = await new DialogReader(client, portals).read(record, ref, never);
  const failure = outcome.ok ? undefined : diagnosed(outcome.error);
  if (!outcome.ok && failure === undefined) throw new Error("It was cancelled.");
  const state: SessionState = outcome.ok
    ? { phase: "read", reading: outcome.value }
    : { phase: "failed", failure: failure as never, viewer: ownerViewer, previous: undefined };
  await nextTurn();
  const view = panelView({
    ref,
    portal: record,
    isActivePortal: true,
    linkHost: undefined,
    isDemo: false,
    hasPictures: true,
    isPinned: false,
    bots: undefined,
    state,
    readAs: ownerViewer,
    probes: new CauseFinder(ref, {
      portal: () => record,
      reader,
      bots: { read: () => Promise.reject(new Error("nobody asks")) },
      agrees: () => Promise.resolve(true),
    }),
    people: new DialogPeople(ref, reader, () => record),
    messages: undefined,
    knownTitle: "",
  });
  const message = JSON.stringify(view);
  return {
    held: [state, view],
    end: `${failure?.diagnosis.cause ?? "shown"}, ${Math.ceil(message.length / 1024)} KB to the page`,
  };
}

serve(async () => {
  const bench = await BrowseBench.start(address);
  await bench.time.run(read(bench)); // An ordinary one: what is loaded and compiled by it is no reply's.
  const before = await heldMb();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await delay(20);
  delays.reset();
  const startedMs = performance.now();
  const { held, end } = await bench.time.run(read(bench));
  const ms = performance.now() - startedMs;
  await delay(20);
  const blockMs = delays.max / 1e6;
  const kept = (await heldMb()) - before;
  // One click further on.
  const body = bodyIn(held);
  delays.reset();
  const rawStartedMs = performance.now();
  if (body !== undefined) await layOutReply(body, nextTurn);
  const rawMs = performance.now() - rawStartedMs;
  await delay(20);
  return { end, ms, blockMs, heldMb: kept, rawMs, rawBlockMs: delays.max / 1e6 };
});

function bodyIn(held: unknown): string | undefined {
  const text: { body?: string } = {};
  JSON.stringify(held, (key, value: unknown) => {
    if (key === "exchange" && value instanceof Object && "body" in value) {
      text.body = String(value.body);
      return undefined;
    }
    return value;
  });
  return text.body;
}
