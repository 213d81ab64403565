import assert from "node:assert/strict";
import { escaped, markdownOf } from "../../../../src/panel/view/markdown";

describe("A dialog as Markdown", () => {
  it("is its title, what it is, and the lines of the first screen", () => {
    const text = markdownOf({
      header: {
        title: "Delivery bot pilot",
        dialogId: "chat29",
        kind: { label: "Group chat", codicon: "comment" },
        portal: { name: "Northwind", host: "northwind.example" },
        avatar: { initials: "" },
      },
      toolbar: [],
      body: {
        type: "facts",
        groups: [],
        summary: [
          {
            id: "people",
            label: "People",
            count: "2",
            parts: [{ text: "Ivy Stone", id: "1", marks: ["owner"] }, { text: "Omar" }],
          },
        ],
      },
    });
    assert.equal(
      text,
      [
        "### Delivery bot pilot",
        "",
        "Group chat · `chat29` · northwind\\.example",
        "",
        "- **People** (2): Ivy Stone `1` owner · Omar",
        "",
      ].join("\n"),
    );
  });

  it("leaves no text of strangers as markup", () => {
    assert.equal(escaped("[x](command:y) <b> @all"), "\\[x\\]\\(command\\:y\\) \\<b\\> \\@all");
  });
});
