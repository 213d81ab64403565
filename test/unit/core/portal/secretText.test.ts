import assert from "node:assert/strict";
import { SecretFilter } from "../../../../src/core/portal/secretText";
import { fc } from "../../support/generated";

const secret = "s3cr3tsentinel01";
const odd = "T0k/en&<'+=#\"x";

describe("A secret in a text", () => {
  const spellings: readonly [name: string, spell: (character: string) => string][] = [
    ["as it is", (character) => character],
    ["in capitals", (character) => character.toUpperCase()],
    ["as JSON escapes it", (character) => `\\u${hex(character).padStart(4, "0")}`],
    [
      "as JSON in JSON escapes it",
      (character) => `\\\\u${hex(character).toUpperCase().padStart(4, "0")}`,
    ],
    ["as an address escapes it", (character) => `%${hex(character)}`],
    ["as an address in an address does", (character) => `%25${hex(character).toUpperCase()}`],
    ["as HTML escapes it", (character) => `&#${character.charCodeAt(0)};`],
    ["as HTML does with zeros", (character) => `&#0${character.charCodeAt(0)};`],
    ["as HTML in HTML does", (character) => `&amp;#x${hex(character)};`],
    ["with backslashes before its marks", (character) => character.replace(/\W/, "\\$&")],
    ["with names of HTML", (character) => names[character] ?? character],
  ];
  for (const [name, spell] of spellings) {
    it(`is removed ${name}`, () => {
      for (const text of [secret, odd]) {
        const spelled = Array.from(text, spell).join("");
        assert.equal(new SecretFilter(text).redact(`<${spelled}> `), "<***> ", spelled);
      }
    });
  }

  it("is removed however its characters are spelled, one by one", () => {
    const mixed = fc
      .array(fc.constantFrom(...spellings.map(([, spell]) => spell)), {
        minLength: secret.length,
        maxLength: secret.length,
      })
      .map((spells) => spells.map((spell, index) => spell(secret.charAt(index))).join(""));
    fc.assert(
      fc.property(mixed, fc.string(), (spelled, around) => {
        const shown = new SecretFilter(secret).redact(`${around} ${spelled} ${around}`);
        assert.equal(shown, `${around} *** ${around}`);
      }),
    );
  });

  it("leaves every other text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.equal(new SecretFilter(secret).redact(text), text);
      }),
    );
  });
});

const names: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "'": "&apos;",
};

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
