import assert from "node:assert/strict";
import { demoOrigin } from "../../src/core/portal/demoAddress";
import { listReads, peopleIn } from "../e2e/harness/peopleLists";
import { dialogPages } from "./support/dialogPages";

describe("Panel page: people of the demo portal", () => {
  const inspect = dialogPages();

  it("have names and marks, and their ids beside", async () => {
    const panel = await (await inspect("chat29")).read();
    await listReads(panel, "people.members", [
      "Ivy Stone · 1 · owner · manager",
      "Delivery & Co bot · 39 · manager · bot",
      "Omar Haddad · 5",
      "Zoë Müller-Łukasz · 7",
    ]);
    await listReads(panel, "manager_list", [
      "Ivy Stone · 1 · owner",
      "Delivery & Co bot · 39 · bot",
    ]);
    await panel.factReads("owner", "Ivy Stone1");
    assert.equal((await panel.fact("people.members")).wireName, "");
    assert.match(await panel.row("people.members").innerText(), /im\.dialog\.users\.list/);
    assert.equal(await panel.frame.locator("main a").count(), 0, "the demo has no pages");
  });

  it("from outside are told apart", async () => {
    const line = await (await inspect("chat210")).read();
    await line.factReads("bound.entity_id[3]", "Ana Prieto744from an Open Channel");
    const collab = await (await inspect("chat271")).read();
    await listReads(collab, "people.members", [
      "Ivy Stone · 1 · owner · manager",
      "Zoë Müller-Łukasz · 7 · manager",
      "Lena Harbour · 9 · external",
      "Noor Amari · 746 · guest",
    ]);
  });

  it("who may not be listed are not, and the panel says so", async () => {
    const panel = await (await inspect("chat272")).read();
    assert.match(
      await panel.row("people.members").innerText(),
      /The members of this chat may not be listed/,
    );
    await panel.factReads("owner", "Ivy Stone1");
  });
});

describe("Panel page: people of a portal whose webhook lacks the scope im", () => {
  const asked: string[] = [];
  const inspect = dialogPages({
    webhook: `${demoOrigin}/rest/5/demo0imbot0only0/`,
    watch: ({ method }) => {
      asked.push(method);
      return {};
    },
  });

  it("keep their ids, and the panel says why", async () => {
    const panel = await (await inspect("chat29")).read();
    await panel
      .row("people.members")
      .getByText("Names and members need the scope “im”, which this webhook does not have.")
      .waitFor();
    assert.equal((await panel.fact("owner")).value, "User 11");
    assert.deepEqual(await peopleIn(panel, "manager_list"), ["User 1 · 1 · owner", "User 39 · 39"]);
    assert.ok(asked.includes("imbot.dialog.get"));
    assert.ok(!asked.includes("im.dialog.users.list") && !asked.includes("im.user.list.get"));
  });
});
