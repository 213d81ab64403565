import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { globalAgent } from "node:http";
import { diagnosed } from "../../../src/core/diagnosis/diagnose";
import { isNoAnswer } from "../../../src/core/diagnosis/causes";
import type { PortalFailure } from "../../../src/core/portal/portalCaller";
import { readMethods, type ReadMethod } from "../../../src/core/portal/readMethods";
import { remedyActions } from "../../../src/panel/view/actions";
import { contextOf, explain } from "../../../src/text/explain";
import { Emulator } from "../../emulator/emulator";
import { everyFault } from "../../emulator/everyFault";
import { isCallFault, type Fault } from "../../emulator/faults";
import { BrowseBench } from "../browse/support/browseBench";
import { until } from "../support/until";
import { ReadCoverage } from "./readCoverage";
import { moreProductReads, productReads, type ProductRead } from "./productReads";

const methods = Object.keys(readMethods) as readonly ReadMethod[];
/** By name: a question of the product, and the method whose faults it is tried under. */
const rows: Readonly<Record<string, ProductRead & { readonly method: ReadMethod }>> = {
  ...Object.fromEntries(methods.map((method) => [method, { method, ...productReads[method] }])),
  ...moreProductReads,
};
const ways = ["alone", "together", "again", "cancelled"] as const;
type Way = (typeof ways)[number];

/** Nobody waits for these: the time-out is short. For cancelling it is so long that only cancelling can end them. */
const endless: ReadonlySet<string> = new Set(["hang", "slowDrip"]);
const never = 600_000;

/** What the product owes whoever meets a failure: its cause in words, who can fix it, and a button that helps. */
function assertExplained({ error, exchange }: PortalFailure, bench: BrowseBench): string {
  const failure = diagnosed({ error, exchange });
  assert.ok(failure !== undefined, "it was cancelled, and nobody had asked for that");
  const { cause, remedies } = failure.diagnosis;
  assert.notEqual(cause, "extensionFault");
  for (const place of ["page", "line"] as const) {
    const { heading, paragraphs } = explain(contextOf(bench.record, failure), place);
    for (const text of [heading, ...paragraphs]) {
      assert.match(text, /\S/);
      assert.doesNotMatch(text, /\{\d\}|undefined|NaN|\[object/);
    }
    assert.ok(paragraphs.length > 0);
  }
  const buttons = remedyActions(remedies, "");
  assert.ok(buttons.length > 0, cause);
  for (const { label } of buttons) assert.match(label, /\S/);
  return cause;
}

/** One read of the product under one fault, in one way. */
class Cell {
  private readonly asking = new AbortController();

  static async open(emulator: Emulator, name: string, fault: Fault): Promise<Cell> {
    emulator.clearFaults();
    const read = rows[name];
    assert.ok(read !== undefined);
    const { method, scopes = ["im", "imbot", "imopenlines"] } = read;
    const bench = await BrowseBench.start(emulator.webhook(), { scopes, timeoutMs: never });
    return new Cell(emulator, method, fault, read, bench);
  }

  private constructor(
    private readonly emulator: Emulator,
    private readonly method: ReadMethod,
    private readonly fault: Fault,
    private readonly read: ProductRead,
    private readonly bench: BrowseBench,
  ) {}

  /** It is the condition of the webhook, and hits whatever is called. */
  private get isOfAll(): boolean {
    return this.fault.name === "scopeLost" || this.fault.name === "secretRotated";
  }

  async run(way: Way): Promise<string> {
    const outcome = await this[way]();
    const { time } = this.bench;
    assert.equal(time.transport.underway, 0, "a request is still on its way");
    assert.equal(time.clock.waiting, 0, "something still waits");
    const listeners = getEventListeners(this.asking.signal, "abort");
    assert.equal(listeners.length, 0, "somebody still listens for a cancellation");
    return outcome;
  }

  /** By its one method, so that what travels with it is not hit by faults inside the portal. */
  private strike(): void {
    this.emulator.setFault(this.fault, this.isOfAll ? {} : { method: this.method });
    if (endless.has(this.fault.name)) this.bench.timeoutMs = 60;
  }

  private isOver(): void {
    this.emulator.clearFaults();
    this.bench.timeoutMs = never;
  }

  private ask(): ReturnType<ProductRead["run"]> {
    return this.read.run(this.bench, this.asking.signal);
  }

  private async alone(): Promise<string> {
    this.strike();
    const outcome = await this.bench.run(this.ask());
    const word = outcome.ok ? "ok" : assertExplained(outcome.error, this.bench);
    this.isOver();
    const after = await this.bench.time.run(this.ask());
    assert.ok(after.ok, "it fails still, though the fault is over");
    assert.ok(this.emulator.callsTo(this.method).length > 0, `${this.method} was not called`);
    return word;
  }

  /** What travels with it has an end of its own, and a good one where only this read was hit. */
  private async together(): Promise<string> {
    const { bench } = this;
    this.strike();
    const [outcome, other] = await bench.time.run(
      Promise.all([this.ask(), bench.reader.bots(bench.record, this.asking.signal)]),
    );
    if (!other.ok) assertExplained(other.error, bench);
    const isHit = this.isOfAll || this.method === "imbot.bot.list" || !isCallFault(this.fault);
    if (!isHit) assert.ok(other.ok, "another read of the same batch failed with it");
    return outcome.ok ? "ok" : assertExplained(outcome.error, bench);
  }

  /** What was shown before stays, unless the portal itself has said that it is true no more. */
  private async again(): Promise<string> {
    const { bench } = this;
    const kept = this.read.keep?.(bench);
    if (kept === undefined) return "-";
    await bench.time.run(kept.read());
    const before = kept.shown();
    assert.equal(kept.failure(), undefined, "it could not be read before");
    assert.ok(before !== undefined);
    this.strike();
    await bench.time.run(kept.read());
    assert.equal(kept.isBusy(), false, "it is read for ever");
    const failure = kept.failure();
    if (failure === undefined) assert.ok(kept.shown() !== undefined);
    else if (isNoAnswer(failure.error)) assert.deepEqual(kept.shown(), before, "the old is lost");
    const word = failure === undefined ? "ok" : assertExplained(failure, bench);
    this.isOver();
    await bench.time.run(kept.read());
    assert.equal(kept.failure(), undefined, "it fails still, though the fault is over");
    kept.dispose();
    return word;
  }

  /** Ends at once, however long the portal would have let it wait. */
  private async cancelled(): Promise<string> {
    this.strike();
    this.bench.timeoutMs = never;
    const before = this.emulator.requests.length;
    const asked = this.ask();
    void until(() => this.emulator.requests.length > before).then(() => {
      this.asking.abort();
    });
    const outcome = await this.bench.time.run(asked);
    if (outcome.ok) return "ok";
    return outcome.error.error.kind === "cancelled"
      ? "cancelled"
      : assertExplained(outcome.error, this.bench);
  }
}

describe("Every read of the product, under every fault of the portal,", function () {
  // Each fault goes through all reads in all ways, which takes seconds, and many where the machine has other work.
  this.timeout(60_000);
  const emulators = new Map<string, Emulator>();
  const table: string[] = [];
  const names = Object.keys(rows);
  const coverage = new ReadCoverage();

  before(async () => {
    await coverage.start();
    for (const name of names) {
      emulators.set(name, await Emulator.start({ isThrottled: false }));
    }
  });
  after(async () => {
    for (const emulator of emulators.values()) assert.equal(emulator.confirmedEvents, undefined);
    await Promise.all([...emulators.values()].map((emulator) => emulator.stop()));
    console.log(["", `${names.length} reads x ${everyFault.length} faults:`, ...table].join("\n"));
  });

  it("has a row here", () => {
    assert.deepEqual(
      methods.filter((method) => !Object.hasOwn(productReads, method)),
      [],
    );
  });

  for (const fault of everyFault) {
    const { name, ...details } = fault;
    const shown = Object.values(details).length === 0 ? name : `${name} ${JSON.stringify(details)}`;
    it(`is explained, can be tried again, loses and leaks nothing: ${shown}`, async () => {
      for (const way of ways) {
        const words = await Promise.all(
          [...emulators].map(async ([name, emulator]) => {
            try {
              const cell = await Cell.open(emulator, name, fault);
              return await cell.run(way);
            } catch (error) {
              throw new Error(`${name}, ${way}`, { cause: error });
            }
          }),
        );
        table.push(row(shown, way, words));
      }
      await until(() => Object.keys(globalAgent.sockets).length === 0);
      assert.deepEqual(Object.keys(globalAgent.requests), []);
    });
  }

  it("was asked: nothing of core/reads was left out", async () => {
    assert.deepEqual(await coverage.neverRun(), []);
  });
});

/** How often each end came, the most frequent first. */
function row(fault: string, way: Way, words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== "-") counts.set(word, (counts.get(word) ?? 0) + 1);
  const ends = [...counts].sort(([, one], [, other]) => other - one);
  const cells = ends.map(([word, count]) => `${word} ${count}`);
  return `  ${way === "alone" ? fault : ""}`.padEnd(74) + `${way.padEnd(11)}${cells.join(", ")}`;
}
