import assert from "node:assert/strict";
import { BrowserBench } from "./support/browserBench";

describe("The filter of the sidebar", () => {
  let bench: BrowserBench;
  beforeEach(async () => {
    bench = new BrowserBench();
    await bench.addPortal();
    await bench.pinned("chat29", "chat30");
    await bench.inspected("5", "private");
    await bench.outline(undefined, 3);
  });

  const shown = async (text: string): Promise<readonly string[]> => {
    bench.browser.setFilter(text);
    const lines = await bench.outline(undefined, 3);
    return lines.slice(1).map((line) => line.trim().split(":")[0] ?? "");
  };

  it("lets through what has its words in title or id", async () => {
    assert.deepEqual(await shown("  pilot  DELIVERY "), [
      "pinned",
      "chat29",
      "recent",
      "(nothing of 1 matches)",
      "chats",
      "chat29",
      "lines",
      "(nothing of 1 matches)",
      "bots",
      "(nothing of 1 matches)",
    ]);
  });

  it("finds ids, bots by code, and a person by a name that only the session knows", async () => {
    assert.ok((await shown("chat210")).includes("chat210"));
    assert.ok((await shown("delivery co")).includes("bot 39"));
    assert.deepEqual((await shown("omar")).slice(2, 6), ["recent", "5", "chats", "5"]);
  });

  it("counts of a branch only what belongs to it", async () => {
    bench.browser.setFilter("zzz");
    assert.deepEqual(await bench.outline(await bench.section("chats"), 1), [
      "(nothing of 2 matches)",
    ]);
  });

  it("does not reach into dialogs", async () => {
    const dialog = await bench.dialog("chats", "chat29");
    const all = await bench.outline(dialog);
    bench.browser.setFilter("zzz");
    assert.deepEqual(await bench.outline(dialog), all);
  });

  it("asks the portal for nothing, and shows all again when it is cleared", async () => {
    const all = await bench.outline(undefined, 3);
    bench.portal.calls.length = 0;
    await shown("zzz");
    bench.browser.setFilter("");
    assert.deepEqual(await bench.outline(undefined, 3), all);
    assert.deepEqual(bench.portal.calls, []);
  });
});
