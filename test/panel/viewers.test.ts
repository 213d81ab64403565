import assert from "node:assert/strict";
import type { PanelView, PlainValue } from "../../src/panel/protocol/panelView";
import { demoBot } from "../../src/core/portal/demoAddress";
import { panelView } from "../../src/panel/view/panelView";
import { DemoPanels } from "./support/demoPanel";
import { inEachLanguage } from "../unit/text/support/languages";
import { field, group } from "./fixtures/fields";
import { views } from "./fixtures/views";
import { panelSuite } from "./support/panelSuite";

const text = (value: string): PlainValue => ({ type: "text", text: value });

function compared(first: PlainValue, second: PlainValue): PanelView {
  const sides = [
    { key: "role", label: "user 1", value: first },
    { key: "second.role", label: "bot Helper", value: second },
  ];
  const { header, toolbar } = views.groupChat;
  return {
    header,
    toolbar,
    body: {
      type: "facts",
      summary: [],
      groups: [
        group("differences", "What differs", field("Role", "role", { type: "sides", sides })),
      ],
    },
  };
}

describe("Panel page: two readers", () => {
  const suite = panelSuite();
  const xOf = async (
    panel: Awaited<ReturnType<typeof suite.open>>,
    index: number,
  ): Promise<number> => (await panel.page.locator(".side").nth(index).boundingBox())?.x ?? -1;

  it("stand side by side, each with a name", async () => {
    const panel = await suite.open();
    await panel.show(compared(text("Owner"), text("Member")));
    const row = panel.page.locator(".row[data-key='role']");
    assert.deepEqual((await row.innerText()).split(/\s*\n\s*/), [
      "Role",
      "role",
      "user 1",
      "Owner",
      "bot Helper",
      "Member",
    ]);
    assert.ok((await xOf(panel, 1)) > (await xOf(panel, 0)), "the second is right of the first");
  });

  it("stand below each other where there is no room", async () => {
    const panel = await suite.open({ viewport: { width: 320, height: 700 } });
    await panel.show(compared(text("Owner"), text("Member")));
    assert.equal(await xOf(panel, 1), await xOf(panel, 0));
  });

  it("are found by what either was told", async () => {
    const panel = await suite.open();
    const unset: PlainValue = { type: "unset", text: "not set", raw: "null" };
    await panel.show(compared(text("Owner"), unset));
    const filter = panel.page.locator("search input");
    for (const query of ["owner", "not set", "helper"]) {
      await filter.fill(query);
      assert.equal(await panel.page.locator(".row:not([hidden])").count(), 1, query);
    }
    await filter.fill("manager");
    assert.equal(await panel.page.locator(".row:not([hidden])").count(), 0);
  });

  inEachLanguage(() => {
    it("fit into one line of the toolbar, and differ in nothing but the record", async () => {
      const demo = await DemoPanels.start();
      const view = await demo.view("chat30", { kind: "both", botId: demoBot.botId });
      const panel = await suite.open({ viewport: { width: 700, height: 640 } });
      await panel.show(view);
      const toolbar = await panel.page.locator(".toolbar").boundingBox();
      assert.ok(toolbar !== null && toolbar.height < 40, `${toolbar?.height ?? 0} px`);
      assert.equal(await panel.page.locator("[data-group='differences']").count(), 0);
      const beside = panel.page.locator("[data-group='other'] .row[data-key$='result.users']");
      assert.equal((await beside.locator(".name").innerText()).trim(), "result.users");
    });
  });

  it("have the people marked whom only one of them gets", async () => {
    const demo = await DemoPanels.start();
    const subject = await demo.subject("chat30", { kind: "both", botId: demoBot.botId });
    const { state } = subject;
    assert.ok(state.phase === "read" && state.reading.counterpart?.outcome.ok === true);
    const { viewer, outcome } = state.reading.counterpart;
    const fields = outcome.value.dialog.fields.map((told) =>
      told.name === "manager_list"
        ? { ...told, value: { type: "userIds", userIds: [1, 9] } as const }
        : told,
    );
    const value = { ...outcome.value, dialog: { ...outcome.value.dialog, fields } };
    const counterpart = { viewer, outcome: { ok: true, value } } as const;
    const panel = await suite.open({ viewport: { width: 460, height: 640 } });
    await panel.show(
      panelView({ ...subject, state: { ...state, reading: { ...state.reading, counterpart } } }),
    );
    const row = panel.page.locator(".row[data-key='manager_list']");
    const seen = await row.locator(".side .person").allInnerTexts();
    assert.deepEqual(
      seen.map((person) => person.split(/\s*\n\s*/).slice(1)),
      [
        ["7", "only here", "owner"],
        ["1", "only here"],
        ["9", "only here"],
      ],
    );
  });
});
