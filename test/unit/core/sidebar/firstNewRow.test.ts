import assert from "node:assert/strict";
import { firstNewRow } from "../../../../src/core/sidebar/firstNewRow";
import { TreeNodes } from "../../../../src/core/sidebar/treeNode";

describe("The row where a reader goes on", () => {
  const nodes = new TreeNodes();
  const section = nodes.section("p1", "chats");
  const [a, b, c] = ["chat1", "chat2", "chat3"].map((id) => nodes.dialog("p1", "chats", id));
  assert.ok(a && b && c);
  const more = nodes.loadMore(section);

  it("is the first that came", () => {
    assert.equal(firstNewRow(more, [a, more], [a, b, c, more]), b);
    const notice = nodes.notice(section);
    assert.equal(firstNewRow(notice, [notice], [a, b]), a);
  });

  it("is the pressed one, or the first of all, when nothing came", () => {
    assert.equal(firstNewRow(more, [a, more], [a, more]), more);
    assert.equal(firstNewRow(more, [a, b, more], [a, b]), a);
    assert.equal(firstNewRow(more, [more], []), undefined);
  });
});
