import assert from "node:assert/strict";
import { icon, iconClass } from "../../../../src/panel/client/base/markup";

describe("An icon of the panel", () => {
  it("has the class of its name, and of no name that could be more than one", () => {
    assert.equal(iconClass("arrow-right"), "codicon codicon-arrow-right");
    for (const name of ['x" onload="', "a b", "a<b", ""]) {
      assert.equal(iconClass(name), "codicon");
      assert.deepEqual(icon(name).values, ["codicon"]);
    }
  });
});
