import assert from "node:assert/strict";
import { BrowserBench } from "./support/browserBench";

describe("A dialog in the sidebar", () => {
  it("is known to exist once it was read, or listed by the portal", async () => {
    const bench = new BrowserBench();
    await bench.addPortal();
    await bench.pinned("5", "77");
    const [read, unread] = [await bench.dialog("pinned", "5"), await bench.dialog("pinned", "77")];
    assert.deepEqual([bench.browser.isKnown(read), bench.browser.isKnown(unread)], [false, false]);
    await bench.inspected("5", "private");
    assert.deepEqual([bench.browser.isKnown(read), bench.browser.isKnown(unread)], [true, false]);
    await bench.pinned("chat29");
    const listed = await bench.dialog("pinned", "chat29");
    assert.equal(bench.browser.isKnown(listed), false);
    await bench.open(await bench.section("chats"));
    assert.equal(bench.browser.isKnown(listed), true);
  });
});
