import assert from "node:assert/strict";
import { PanelBrowser, type OpenOptions, type PanelPage } from "./panelPage";

const testTimeoutMs = 30_000;
/** A browser may have to be installed first. */
const startTimeoutMs = 300_000;

/** One for all suites. */
let browser: PanelBrowser | undefined;
after(async () => {
  await browser?.stop();
});

/** Whatever a test did, its page must have kept the policy and its console clean. */
export function panelSuite(): { open(options?: OpenOptions): Promise<PanelPage> } {
  let open: PanelPage[] = [];
  before(async function () {
    this.timeout(startTimeoutMs);
    browser ??= await PanelBrowser.start();
  });
  beforeEach(function () {
    this.currentTest?.timeout(testTimeoutMs);
  });
  afterEach(async () => {
    const pages = open;
    open = [];
    for (const panel of pages) {
      const { violations } = await panel.seen();
      panel.close();
      assert.deepEqual(violations, []);
      assert.deepEqual(panel.problems, []);
    }
  });
  return {
    async open(options) {
      assert.ok(browser !== undefined);
      const panel = await browser.open(options);
      open.push(panel);
      return panel;
    },
  };
}
