import assert from "node:assert/strict";
import type { CDPSession } from "playwright-core";
import { DemoPanels } from "./support/demoPanel";
import { panelSuite } from "./support/panelSuite";
import { states } from "./support/states";

const megabyte = 1024 * 1024;

interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

/** What the browser keeps of the page when all that nobody holds is gone. */
async function heldIn(browser: CDPSession): Promise<Held> {
  await browser.send("HeapProfiler.collectGarbage");
  const { metrics } = await browser.send("Performance.getMetrics");
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    nodes: of("Nodes"),
    listeners: of("JSEventListeners"),
    heapBytes: of("JSHeapUsedSize"),
  };
}

describe("Panel page: what it keeps", () => {
  const suite = panelSuite();

  it("is as much after 200 dialogs as before: nodes, listeners and memory", async function () {
    this.timeout(120_000);
    const panel = await suite.open();
    const browser = await panel.page.context().newCDPSession(panel.page);
    await browser.send("Performance.enable");
    await browser.send("HeapProfiler.enable");
    const demo = await DemoPanels.start();
    const all = await Promise.all(Object.values(states).map((state) => state()));
    const loading = await states.loading();
    for (const id of ["chat29", "chat210", "5", "chat405", "chat220", "chat252", "chat282"]) {
      all.push(await demo.view(id));
    }
    const showAll = async (rounds: number): Promise<Held> => {
      for (let round = 0; round < rounds; round += 1) {
        for (const view of all) await panel.show(view);
      }
      await panel.show(loading);
      await panel.settle();
      // What the test's own host has noted is not the page's.
      await panel.page.evaluate("window.seen.posted.length = window.seen.states.length = 0");
      return heldIn(browser);
    };
    const before = await showAll(2);
    const after = await showAll(Math.ceil(200 / all.length));
    await browser.detach();
    assert.equal(after.nodes, before.nodes);
    assert.equal(after.listeners, before.listeners);
    const growth = after.heapBytes - before.heapBytes;
    assert.ok(growth < megabyte, `${growth} bytes were kept of 200 dialogs`);
  });
});
