import assert from "node:assert/strict";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { demoBot } from "../../src/core/portal/demoAddress";
import { isJsonObject, type JsonObject } from "../../src/demo/base/json";
import { DemoPanels } from "./support/demoPanel";
import { inEachLanguage } from "../unit/text/support/languages";
import { dialogPages } from "./support/dialogPages";
import { panelSuite } from "./support/panelSuite";

/** The lobby as its owner and a bot see it, to whom the portal says something else in places. */
async function compared(toBot: JsonObject = {}): Promise<PanelView> {
  const demo = await DemoPanels.start({
    watch: ({ method }) =>
      method === "imbot.v2.Chat.get"
        ? {
            reshape: (reply) =>
              isJsonObject(reply) && isJsonObject(reply["chat"])
                ? { ...reply, chat: { ...reply["chat"], ...toBot } }
                : reply,
          }
        : {},
  });
  return demo.view("chat30", { kind: "both", botId: demoBot.botId });
}

describe("Panel page: two readers", () => {
  const suite = panelSuite();
  const xOf = async (
    panel: Awaited<ReturnType<typeof suite.open>>,
    index: number,
  ): Promise<number> => (await panel.page.locator(".side").nth(index).boundingBox())?.x ?? -1;

  it("stand side by side, each with a name", async () => {
    const panel = await suite.open();
    await panel.show(await compared({ role: "member" }));
    const row = panel.page.locator(".row[data-key='role']");
    assert.deepEqual((await row.innerText()).split(/\s*\n\s*/), [
      "Role of the reader",
      "role",
      "user 1",
      "Guest",
      "guest",
      "bot Helper",
      "Member",
      "member",
    ]);
    assert.ok((await xOf(panel, 1)) > (await xOf(panel, 0)), "the second is right of the first");
  });

  it("stand below each other where there is no room", async () => {
    const panel = await suite.open({ viewport: { width: 320, height: 700 } });
    await panel.show(await compared({ role: "member" }));
    assert.equal(await xOf(panel, 1), await xOf(panel, 0));
  });

  it("are found by what either was told", async () => {
    const panel = await suite.open();
    await panel.show(await compared({ role: null }));
    const filter = panel.page.locator("search input");
    const role = panel.page.locator(".row[data-key='role']");
    for (const query of ["guest", "not set", "bot helper"]) {
      await filter.fill(query);
      assert.ok(await role.isVisible(), query);
    }
    await filter.fill("manager");
    assert.equal(await role.isVisible(), false);
  });

  inEachLanguage(() => {
    it("fit into one line of the toolbar, and differ in nothing but the record", async () => {
      const panel = await suite.open({ viewport: { width: 700, height: 640 } });
      await panel.show(await compared());
      const toolbar = await panel.page.locator(".toolbar").boundingBox();
      assert.ok(toolbar !== null && toolbar.height < 40, `${toolbar?.height ?? 0} px`);
      assert.equal(await panel.page.locator("[data-group='differences']").count(), 0);
      const beside = panel.page.locator("[data-group='other'] .row[data-key$='result.users']");
      assert.equal((await beside.locator(".name").innerText()).trim(), "result.users");
    });
  });

  it("have the people marked whom only one of them gets", async () => {
    const panel = await suite.open({ viewport: { width: 460, height: 1200 } });
    await panel.show(await compared({ managerList: [1, 9] }));
    const row = panel.page.locator(".row[data-key='manager_list']");
    const seen = await row.locator(".side .person").allInnerTexts();
    assert.deepEqual(
      seen.map((person) => person.split(/\s*\n\s*/).slice(1)),
      [
        ["7", "only here", "owner"],
        ["1", "only here"],
        ["9", "only here", "external"],
      ],
    );
  });
});

describe("Panel page: a bot as the reader", () => {
  const inspect = dialogPages();
  const { botId } = demoBot;

  it("reads alone, with the method that spoke", async () => {
    const panel = await (await inspect("chat405", { kind: "bot", botId })).read();
    assert.equal(await panel.viewer.textContent(), "as bot Helper");
    await panel.factReads("answer.method", "imbot.v2.Chat.get");
    assert.equal((await panel.fact("answer.actsAs")).value, "Bot Helper (456), by its token");
    assert.equal((await panel.fact("userCounter")).label, "Number of members");
  });

  it("is told something else than the owner, which is marked", async () => {
    const panel = await (await inspect("chat30", { kind: "both", botId })).read();
    assert.match(await panel.banner.innerText(), /^Both user 1 and bot Helper may see this dialog/);
  });

  it("is refused in other words than the owner where there is no such chat", async () => {
    const panel = await inspect("chat404", { kind: "both", botId });
    await panel.noticeWith("There is no such chat");
    await panel.notice.getByText(/^No answer for user 1 either/).waitFor();
    assert.equal((await panel.fact("refusal.error")).value, "CHAT_NOT_FOUND");
    assert.equal((await panel.fact("second.refusal.error")).value, "ACCESS_ERROR");
  });
});
