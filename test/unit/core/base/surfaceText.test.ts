import assert from "node:assert/strict";
import {
  inputText,
  labelText,
  markdownText,
  notificationText,
} from "../../../../src/core/base/surfaceText";

/** What VS Code makes a link of, in notifications and in input boxes (its linkedText.ts). */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["'])(.+?)\1)?\)/i;
const icon = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

const hostile = [
  "[Sign in](command:workbench.action.quit)",
  "[x](https://evil.example)",
  '[x](command:a "title")',
  "[[x]](command:a)",
  "before [a](command:b)[c](file:///d) after",
  "[](x)[y](COMMAND:z)",
  "$(trash) $(sync~spin)",
  "$$((trash)) [$(x)](command:y)",
  "\u202e[x](command:y)",
];

const seen = (text: string): string => text.replaceAll("\u200b", "");

describe("Text of strangers", () => {
  for (const text of hostile) {
    it(`has no link and no icon where VS Code would make one: ${JSON.stringify(text)}`, () => {
      assert.doesNotMatch(notificationText(text), link);
      assert.doesNotMatch(inputText(text), link);
      assert.doesNotMatch(inputText(text), icon);
      assert.doesNotMatch(labelText(text), icon);
      assert.doesNotMatch(labelText(text), link);
      assert.doesNotMatch(markdownText(text), icon);
      assert.doesNotMatch(markdownText(text), /(?<!\\)[[\]()<>`*_:@]/);
    });

    it(`reads as it did: ${JSON.stringify(text)}`, () => {
      assert.equal(seen(labelText(text)), text);
      assert.equal(seen(inputText(text)), text.replace("\u202e", "[U+202E]"));
    });
  }

  it("stays as it is where it is harmless", () => {
    const harmless = "Ivy [ops] (user 1), 5 $ (net)";
    for (const of of [notificationText, inputText, labelText]) {
      assert.equal(of(harmless), harmless);
    }
  });
});
