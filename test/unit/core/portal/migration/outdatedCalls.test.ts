import assert from "node:assert/strict";
import { codeLanguages } from "../../../../../src/core/portal/migration/codeStrings";
import {
  exactNames,
  migrationOf,
  migrations,
} from "../../../../../src/core/portal/migration/migrations";
import { findOutdatedCalls } from "../../../../../src/core/portal/migration/outdatedCalls";
import { describeOutdated } from "../../../../../src/text/migrations";
import { fc } from "../../../support/generated";
import { assertGrowsLinearly } from "../../../support/growth";

const today = Date.parse("2026-11-25");

/** Each find as `rule text`. */
function found(text: string, language: string, nowMs = today): readonly string[] {
  return findOutdatedCalls(text, language, nowMs).map(
    ({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + length)}`,
  );
}

const named = ["outdated-method imbot.message.add"];

describe("Outdated calls of bots", () => {
  const places: readonly (readonly [language: string, text: string])[] = [
    ["php", "<?php\nCRest::call('imbot.message.add', ['BOT_ID' => 456]);"],
    ["php", "<?php $cmd = ['a' => 'imbot.message.add?' . http_build_query($a)];"],
    ["php", '<p>Don\'t</p>\n<?= call("https://x.example/rest/1/$hook/imbot.message.add.json") ?>'],
    ["php", "<?php /* it's */ # don't\n// can't\ncall('imbot.message.add');"],
    ["typescript", 'await b24.call("imbot.message.add", { BOT_ID: 456 });'],
    ["javascript", "fetch(`${hook}imbot.message.add`)"],
    ["javascript", "fetch(`${hook}/imbot.message.add.json?x=${y}`)"],
    ["javascriptreact", "const a = <p>Don't</p>;\ncall('imbot.message.add')"],
    ["python", "def f():\n    '''It's a bot.'''\n    call('imbot.message.add')  # don't"],
    ["go", 'client.Call("imbot.message.add", params)'],
    ["bsl", 'Вызвать("imbot.message.add", Параметры); // "кавычки'],
    ["csharp", 'await Call("imbot.message.add");'],
    ["shellscript", "curl \"$B24_WEBHOOK/imbot.message.add\" -d 'BOT_ID=456'"],
    ["ruby", "call('imbot.message.add')"],
  ];
  for (const [language, text] of places) {
    it(`are found in ${language}: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(found(text, language), named);
    });
  }

  it("are no more than the names of methods: not prose, comments, data and longer words", () => {
    for (const [language, text] of [
      [
        "php",
        "<?php // call('imbot.message.add')\n/* 'imbot.message.add' */ # 'imbot.message.add'",
      ],
      ["php", "<p>'imbot.message.add'</p>"],
      ["php", "<?php $help = 'Use imbot.message.add to write';"],
      ["javascript", "const a = 'myimbot.message.add', b = 'imbot.message.added', c = 'imbot';"],
      ["javascript", "/** @see 'imbot.message.add' */"],
      ["python", 'def f():\n    """Calls \'imbot.message.add\'"""\n    # \'imbot.message.add\''],
      ["typescript", "client.imbot.message.add()"],
      ["markdown", "`imbot.message.add`"],
      ["plaintext", "'imbot.message.add'"],
      ["json", '{"method": "imbot.message.add"}'],
    ] as const) {
      assert.deepEqual(found(text, language), [], text);
    }
  });

  it("have a successor that portals know in exactly this case, and a sentence", () => {
    for (const { from, to } of migrations) {
      for (const text of [from, from.toLowerCase(), from.toUpperCase()])
        assert.deepEqual(found(`call('${text}')`, "javascript"), [`outdated-method ${text}`]);
      for (const name of to) assert.equal(exactNames.get(name.toLowerCase()), name);
      assert.equal(migrationOf.get(from.toLowerCase())?.from, from);
      const [call] = findOutdatedCalls(`"${from}"`, "go", today);
      assert.ok(call !== undefined);
      const said = describeOutdated(call);
      assert.ok(said.includes(from) && to.every((name) => said.includes(name)), said);
    }
    assert.equal(migrations.length, 25);
  });
});

describe("Names of the second generation", () => {
  it("are warned about in another case, and left alone in theirs", () => {
    for (const name of exactNames.values()) {
      assert.deepEqual(found(`<?php call('${name}')`, "php"), []);
      const php = `<?php call('${name.toLowerCase()}')`;
      assert.deepEqual(found(php, "php"), [`method-case ${name.toLowerCase()}`]);
      const [call] = findOutdatedCalls(php, "php", today);
      assert.ok(call?.rule === "method-case" && call.exact === name);
      assert.ok(describeOutdated(call).includes(name));
    }
  });
});

describe("What worked until a date", () => {
  const rows: readonly (readonly [text: string, language: string, expected: string])[] = [
    [
      "<?php call('imbot.v2.Command.register', ['botId' => 456, 'command' => 'echo', 'title' => []]);",
      "php",
      "imbot.v2.Command.register",
    ],
    [
      'call("imbot.v2.Event.get", {"botId": 456})\nnext_offset = reply["lastEventId"]',
      "python",
      "lastEventId",
    ],
    [
      `call("imbot.v2.Bot.register", { fields: { botToken: "${"x".repeat(41)}" } })`,
      "typescript",
      "imbot.v2.Bot.register",
    ],
    ["if (error === 'CLIENT_ID_NOT_SPECIFIED') retry();", "javascript", "CLIENT_ID_NOT_SPECIFIED"],
  ];
  for (const [text, language, expected] of rows) {
    it(`is found: ${expected}`, () => {
      assert.deepEqual(found(text, language), [`past-date ${expected}`]);
      const isPast = (nowMs: number): unknown =>
        findOutdatedCalls(text, language, nowMs).map(
          (call) => call.rule === "past-date" && call.isPast,
        );
      assert.deepEqual(isPast(today), [true]);
      assert.deepEqual(isPast(Date.parse("2026-03-26")), [false]);
    });
  }

  it("is nothing else", () => {
    for (const text of [
      "call('imbot.v2.Command.register', { botId: 456, fields: { command: 'echo' } })",
      "call('imbot.v2.Command.register', params);\nconst command = 5;",
      "const lastEventId = 5;",
      "call('imbot.v2.Event.get');\n// lastEventId is gone",
      `call("imbot.v2.Bot.register", { fields: { botToken: "${"x".repeat(40)}" } })`,
    ]) {
      assert.deepEqual(found(text, "javascript"), [], text);
    }
  });
});

describe("Looking for outdated calls", () => {
  it("throws at nothing", () => {
    const pieces = fc.constantFrom(
      ..."' \" ` ''' \"\"\" // /* */ # <? ?> \\ \n imbot.message.add imbot.v2.chat.get ${ } ?".split(
        " ",
      ),
    );
    const soup = fc.array(fc.oneof(pieces, fc.string())).map((parts) => `imbot.${parts.join("")}`);
    fc.assert(
      fc.property(soup, fc.constantFrom(...codeLanguages), (text, language) => {
        for (const { offset, length } of findOutdatedCalls(text, language, today))
          assert.ok(offset >= 0 && length > 0 && offset + length <= text.length);
      }),
    );
  });

  for (const [language, piece] of [
    ["javascript", "/*"],
    ["javascript", "'"],
    ["javascript", "`imbot."],
    ["php", "<?"],
    ["php", "<?'imbot.message.add' => "],
    ["python", '"""'],
    ["python", "lastEventId 'imbot.v2.Event.get' "],
    ["bsl", '""'],
  ] as const) {
    it(`takes time as the text grows, in ${language}: ${piece}`, () => {
      assertGrowsLinearly((size) => {
        findOutdatedCalls(`imbot. ${piece.repeat(size)}`, language, today);
      }, 4_000);
    });
  }
});
