import assert from "node:assert/strict";
import { Sections } from "../../host/stages/sections";

describe("Sections of output", () => {
  function shown(): { readonly sections: Sections; readonly text: () => string } {
    const chunks: (string | Buffer)[] = [];
    return {
      sections: new Sections((chunk) => chunks.push(chunk)),
      text: () => chunks.join(""),
    };
  }

  it("show the first one as it comes, and keep the second one back until it has ended", () => {
    const { sections, text } = shown();
    const [first, second] = [sections.add(), sections.add()];
    second.write("c");
    first.write("a");
    assert.equal(text(), "a");
    first.write("b");
    first.end();
    assert.equal(text(), "abc");
    second.write("d");
    assert.equal(text(), "abcd");
  });

  it("lose nothing of one that ended before its turn", () => {
    const { sections, text } = shown();
    const [first, second, third] = [sections.add(), sections.add(), sections.add()];
    second.write("b");
    second.end();
    third.write("c");
    first.write("a");
    first.end();
    assert.equal(text(), "abc");
  });
});
