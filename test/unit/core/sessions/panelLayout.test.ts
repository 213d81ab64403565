import assert from "node:assert/strict";
import { PanelLayouts } from "../../../../src/core/sessions/panelLayout";
import { MemoryState } from "../../support/stores";

describe("How the reader wants panels to be", () => {
  it("is kept group by group, beside what was arranged before", async () => {
    const layouts = new PanelLayouts(new MemoryState());
    await layouts.arrange({ groups: { people: false } });
    await layouts.arrange({ groups: { identity: true }, showsEmpty: true });
    assert.deepEqual(layouts.current, {
      groups: { people: false, identity: true },
      showsEmpty: true,
    });
  });

  it("is as it was made when what is stored is damaged", async () => {
    const state = new MemoryState();
    await state.set("panelLayout", { groups: "all", showsEmpty: 1 });
    assert.deepEqual(new PanelLayouts(state).current, { groups: {}, showsEmpty: false });
    await state.set("panelLayout", "damaged");
    assert.deepEqual(new PanelLayouts(state).current, { groups: {}, showsEmpty: false });
  });
});
