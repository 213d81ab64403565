import assert from "node:assert/strict";
import type { Person } from "../../../src/core/dialog/person";
import type { DialogSummary } from "../../../src/core/dialog/dialogSummary";
import type { PagedList } from "../../../src/core/sessions/pagedList";
import { PortalLists } from "../../../src/core/sidebar/portalLists";
import type { PortalProfile } from "../../emulator/wire/portalProfile";
import { portalSuite } from "../support/portalSuite";
import { BrowseBench } from "./support/browseBench";

describe("The lists of a portal", () => {
  const suite = portalSuite();

  const lists = async (): Promise<{ bench: BrowseBench; lists: PortalLists }> => {
    const bench = await BrowseBench.start(suite.emulator.webhook());
    const { record, reader, memory } = bench;
    return { bench, lists: new PortalLists(() => record, reader, reader, memory) };
  };
  const readAll = async (bench: BrowseBench, list: PagedList<DialogSummary>): Promise<void> => {
    for (let page = 0; page < 10 && list.state.hasMore; page++) await bench.run(list.loadMore());
  };

  it("of recent dialogs show each once, though the portal's pages overlap", async () => {
    const { bench, lists: of } = await lists();
    await readAll(bench, of.recent);
    const ids = of.recent.state.items.map(({ dialogId }) => dialogId);
    const requests = suite.emulator.requests.length;
    assert.equal(requests, Math.ceil(ids.length / 50));
    assert.ok(ids.length > 220);
    assert.equal(new Set(ids).size, ids.length);
    for (let chat = 500; chat < 700; chat++) assert.ok(ids.includes(`chat${chat}`), `chat${chat}`);
    await bench.run(of.recent.refresh());
    assert.deepEqual(new Set(of.recent.state.items.map(({ dialogId }) => dialogId)), new Set(ids));
    assert.equal(suite.emulator.requests.length - requests, 2);
  });

  it("of recent dialogs tell kind, role and what is unread", async () => {
    const { bench, lists: of } = await lists();
    await readAll(bench, of.recent);
    const told = (dialogId: string): readonly unknown[] => {
      const item = of.recent.find(dialogId);
      return [item?.title, item?.kind?.word, item?.role, item?.unread];
    };
    assert.deepEqual(told("chat29"), ["Delivery bot pilot", "chat", "owner", 2]);
    assert.deepEqual(told("5"), ["Omar Haddad", "private", undefined, 2]);
    assert.deepEqual(told("1"), ["Ivy Stone", "notes", undefined, 0]);
    assert.equal(of.recent.find("chat210")?.kind?.word, "lines");
  });

  for (const profile of ["rev24", "rev30", "current"] as const satisfies PortalProfile[]) {
    it(`are read on a portal of any age: ${profile}`, async () => {
      suite.emulator.setPortalProfile(profile);
      const { bench, lists: of } = await lists();
      const facts = of.facts("chat29");
      const members = of.members("chat29");
      await bench.run(
        Promise.all([
          of.recent.loadMore(),
          of.bots.loadMore(),
          facts.loadMore(),
          members.loadMore(),
        ]),
      );
      assert.equal(of.recent.find("chat29")?.title, "Delivery bot pilot");
      assert.equal(of.bots.find("39")?.name, "Delivery & Co bot");
      assert.equal(members.find("1")?.name, "Ivy Stone");
      assert.ok(facts.find("type") !== undefined);
      assert.equal(suite.emulator.requests.length, 1, "all four in one batch");
    });
  }

  it("of ten thousand members go on page by page", async () => {
    const { bench, lists: of } = await lists();
    const members: PagedList<Person> = of.members("chat282");
    for (let page = 0; page < 5; page++) await bench.run(members.loadMore());
    // The fifth page is one of 200.
    assert.equal(members.state.items.length, 400);
    assert.equal(new Set(members.state.items.map(({ userId }) => userId)).size, 400);
    assert.ok(members.state.hasMore);
  });

  it("of what was found go on, and stay within what the owner may read", async () => {
    const { bench } = await lists();
    const { record, reader } = bench;
    const signal = new AbortController().signal;
    const page = await bench.run(reader.search(record, "delivery", 0, 50, signal));
    assert.ok(page.ok);
    const ids = page.value.items.map(({ dialogId }) => dialogId);
    assert.ok(ids.includes("chat29") && !ids.includes("chat405"));
    const short = await bench.run(reader.search(record, "d", 0, 50, signal));
    assert.ok(!short.ok && short.error.error.kind === "refused");
    assert.equal(short.error.error.code, "FIND_SHORT");
  });
});
