import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { isObject, JsonNumber, jsonType, membersOf } from "../../../../src/core/base/json";
import {
  deepestJson,
  mostJsonValues,
  readingJson,
  readJson,
} from "../../../../src/core/base/jsonReader";
import { jsonOf, layOutReply, layOutTokens } from "../../../../src/core/base/jsonText";
import { inTurns } from "../../../../src/core/base/restingWork";
import { fc, inheritedNames } from "../../support/generated";

function valueOf(text: string): unknown {
  const read = readJson(text);
  assert.ok(read.ok, `${text.slice(0, 60)} was to be read`);
  return read.value.value;
}

describe("A JSON text that is read", () => {
  it("says what JSON.parse says, and is refused where that refuses it", () => {
    const key = fc.oneof(inheritedNames, fc.string({ unit: "binary" }), fc.constantFrom("1", "a"));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.integer().map(String),
        fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
        fc.constantFrom("true", "false", "null", '"\\u0041\\/\\n"', "0.5", "[ ]", "{ }"),
        fc.array(tie("value")).map((entries) => `[${entries.join(" ,")}]`),
        fc
          .uniqueArray(fc.tuple(key, tie("value")), { selector: ([name]) => name })
          .map(
            (entries) =>
              `{${entries.map(([name, of]) => `${JSON.stringify(name)}:${String(of)}`).join("\n,")}}`,
          ),
      ),
    }));
    const text = value.map(String);
    const cut = fc
      .tuple(text, fc.nat())
      .map(([whole, at]) => whole.slice(0, at % (whole.length + 1)));
    const changed = fc
      .tuple(text, fc.nat(), fc.constantFrom(...'" \\ { } [ ] , : 0 e - + . \u0001 x'.split(" ")))
      .map(
        ([whole, at, by]) =>
          whole.slice(0, at % (whole.length + 1)) + by + whole.slice((at % (whole.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(text, cut, changed), (json) => {
        const read = readJson(json);
        assert.equal(read.ok, isJson(json), json);
        if (!read.ok) return;
        assert.equal(read.value.text, json);
        const { text: written } = jsonOf(read.value.value);
        assert.deepEqual(JSON.parse(written), JSON.parse(json));
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps every token, read by the engine or one by one", () => {
    const numbers = ["0", "-0", "1.0", "1e3", "0.1", "12345678901234567890", "1234567890123456"];
    const keys = ["a", "b", "1", "10", "__proto__", "a\\", ":", '"', "a text longer than twelve"];
    const key = fc.constantFrom(...keys).map((name) => JSON.stringify(name));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...numbers),
        fc
          .constantFrom(":", '":', ',1.0,"', "\\", "\u0000", "[1.0]")
          .map((of) => JSON.stringify(of)),
        fc.array(tie("value")).map((entries) => `[${entries.join()}]`),
        fc
          .array(fc.tuple(key, tie("value")))
          .map((members) => `{${members.map(([name, of]) => `${name}:${String(of)}`).join()}}`),
      ),
    }));
    const everyLook = { shortest: 1, redact: (text: string) => text };
    fc.assert(
      fc.property(value.map(String), (json) => {
        const laidOut = layOutTokens(json).text;
        for (const filter of [undefined, everyLook]) {
          const read = readJson(json, filter);
          assert.ok(read.ok, json);
          assert.equal(jsonOf(read.value.value).text, laidOut);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses in a number's place what only looks like one", () => {
    for (const json of ["[01.0]", "[1.]", "[1.0.0]", "[1e]", "[-]", "[1.0x]", '{"a":1.0', "[,1.0]"])
      assert.deepEqual(readJson(json), { ok: false, error: "syntax" }, json);
  });

  for (const source of [
    "12345678901234567890",
    "9007199254740993",
    "1e400",
    "-1e400",
    "1.0",
    "1e3",
    "-0",
    "0.10",
    "0.037362813949584998",
  ]) {
    it(`keeps the number ${source} as it was written`, () => {
      const value = valueOf(`[${source}]`);
      assert.ok(Array.isArray(value));
      const [number] = value as readonly unknown[];
      assert.ok(number instanceof JsonNumber);
      assert.equal(number.source, source);
      assert.equal(jsonType(number), "number");
      assert.ok(!isObject(number));
      assert.equal(jsonOf(value).text, `[\n  ${source}\n]`);
    });
  }

  it("holds what JavaScript can hold as JavaScript's numbers", () => {
    assert.deepEqual(
      valueOf("[0,29,-5,0.5,1.25,9007199254740991]"),
      [0, 29, -5, 0.5, 1.25, 9007199254740991],
    );
  });

  for (const json of [
    '{"id":1,"name":"a","id":2}',
    '{"10":1,"9":2,"a":3,"10":4}',
    '{"a":{"b":1,"b":{"c":1,"c":2}}}',
    '[{"a":1,"a":1},{"b":1}]',
  ]) {
    it(`keeps every member in its place: ${json}`, () => {
      const { text } = jsonOf(valueOf(json));
      assert.equal(text.replace(/\s/g, ""), json);
    });
  }

  it("gives the last of two members of one name, as every client does", () => {
    const value = valueOf('{"id":1,"id":2}');
    assert.ok(isObject(value));
    assert.equal(value["id"], 2);
    assert.deepEqual(membersOf(value), [
      ["id", 1],
      ["id", 2],
    ]);
  });

  it("has names that every object has as its own", () => {
    const value = valueOf('{"__proto__":{"x":1},"constructor":2}');
    assert.ok(isObject(value));
    assert.deepEqual(Object.keys(value), ["__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it("is refused when it is nested deeper than anybody sends", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    assert.ok(readJson(nested(deepestJson)).ok);
    for (const text of [
      nested(deepestJson + 1),
      nested(1_000_000),
      '{"a":'.repeat(200) + "1" + "}".repeat(200),
    ]) {
      assert.deepEqual(readJson(text), { ok: false, error: "tooDeep" });
    }
  });

  it("is refused when it has more values than can be held", () => {
    const list = (length: number) => `[${Array.from({ length }, () => "[]").join()}]`;
    assert.ok(readJson(list(mostJsonValues - 1)).ok);
    assert.deepEqual(readJson(list(mostJsonValues)), { ok: false, error: "tooMany" });
  });

  it("keeps the first 10,000 members of an object by name, and all of them in its list", () => {
    const keys = Array.from({ length: 12_000 }, (_, index) => `"k${index}":${index}`);
    const value = valueOf(`{${keys.join()}}`);
    assert.ok(isObject(value));
    assert.equal(membersOf(value).length, 12_000);
    assert.equal(Object.keys(value).length, 10_000);
  });

  it("finds the end of a long string wherever escapes and quotes stand", () => {
    const long = "a text that goes on and on, ";
    const pieces = fc.array(fc.constantFrom(long, "a", "\\", '"', "\n", "ж", "\u0000", "\\\\"));
    fc.assert(
      fc.property(
        fc.array(
          pieces.map((parts) => parts.join("")),
          { maxLength: 4 },
        ),
        (texts) => {
          const written = JSON.stringify(texts);
          assert.deepEqual(valueOf(written), texts);
          assert.equal(readJson(written.slice(0, -1)).ok, false);
        },
      ),
    );
    assert.equal(readJson(`["${long}\n"]`).ok, false, "a line break inside a string");
  });

  it("finds the end of a string behind thousands of backslashes", () => {
    // A short secret: token by token.
    const filter = { shortest: 1, redact: (text: string) => text };
    for (const count of [2_047, 2_048, 2_049, 4_095, 4_096, 4_097, 10_000]) {
      const run = "\\".repeat(count);
      const texts = [run, `${run}"`, `a${run}`, `a${run}" ${run}`, "and on"];
      const read = readJson(JSON.stringify(texts), filter);
      assert.ok(read.ok, `${count} of them`);
      assert.deepEqual(read.value.value, texts);
    }
  });

  const textOf = (strings: number) =>
    JSON.stringify({ odd: Array(strings).fill("text ".repeat(12)) });
  for (const [what, text, least] of [
    ["a short one", textOf(1_000), 0],
    ["a long one, by the engine", textOf(25_000), 1],
    ["one of 12 MB, token by token", textOf(200_000), 11],
  ] as const) {
    it(`lets others have their turn while it is read: ${what}`, async () => {
      let turns = 0;
      const read = await inTurns(readingJson(text), () => {
        turns += 1;
        return nextTurn();
      });
      assert.ok(read.ok);
      assert.equal(read.value.text, text);
      assert.deepEqual(read.value.value, JSON.parse(text));
      assert.ok(least === 0 ? turns === 0 : turns >= least, `${turns} turns`);
    });
  }

  it("refuses numbers that nobody writes", () => {
    assert.deepEqual(valueOf(`[${"1".repeat(30)}]`), [new JsonNumber("1".repeat(30))]);
    const endless = readJson(`{"id":1${"0".repeat(10_000)}}`);
    assert.ok(!endless.ok);
    assert.equal(endless.error, "tooMany");
  });
});

describe("A JSON text that is laid out", () => {
  it("keeps every token, also a key that stands twice", async () => {
    assert.equal(
      await layOutReply(
        '{"id":12345678901234567890,"id":1.0,"\\u0041":[1e400,{},[ ]],"\\/":"\\/"}',
        nextTurn,
      ),
      [
        "{",
        '  "id": 12345678901234567890,',
        '  "id": 1.0,',
        '  "\\u0041": [',
        "    1e400,",
        "    {},",
        "    []",
        "  ],",
        '  "\\/": "\\/"',
        "}",
      ].join("\n"),
    );
  });

  it("is no JSON for a reader when it is deeper than anybody sends", async () => {
    assert.equal(await layOutReply("[".repeat(1_000_000), nextTurn), undefined);
    const nested = `${"[".repeat(2_000)}${"]".repeat(2_000)}`;
    assert.equal(await layOutReply(nested, nextTurn), undefined);
    assert.equal(await layOutReply("null", nextTurn), "null");
  });

  it("lets others have their turn while a large reply is laid out", async () => {
    const reply = `[${Array.from({ length: 100_000 }, (_, index) => index).join()}]`;
    let turns = 0;
    const text = await layOutReply(reply, () => {
      turns += 1;
      return nextTurn();
    });
    assert.equal(text, layOutTokens(reply).text);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it("does not grow with its depth: eight kilobytes of brackets stay below a megabyte", () => {
    const json = "[".repeat(4_000) + "]".repeat(4_000);
    assert.ok(layOutTokens(json).text.length < 400_000);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
