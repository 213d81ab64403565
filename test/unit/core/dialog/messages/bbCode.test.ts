import assert from "node:assert/strict";
import { parseBbCode } from "../../../../../src/core/dialog/messages/bbCode";
import { textOf, type BbNode } from "../../../../../src/core/dialog/messages/bbNode";
import { fc } from "../../../support/generated";
import { assertGrowsLinearly } from "../../../support/growth";

/** What was understood, short: `b(text)`, `link<target>(text)`. */
function outline(nodes: readonly BbNode[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case "text":
          return node.text;
        case "code":
        case "tag":
          return `${node.type}(${node.text})`;
        case "time":
          return `time(${node.epochS})`;
        case "link":
          return `link<${node.target}>(${outline(node.nodes)})`;
        case "mention":
          return `${node.of}<${node.target}${node.isCurrentName ? " now" : ""}>(${outline(node.nodes)})`;
        default:
          return `${node.type}(${outline(node.nodes)})`;
      }
    })
    .join("");
}

const dashes = "-".repeat(54);

const rows: readonly (readonly [written: string, understood: string])[] = [
  ["", ""],
  ["plain [text] a[0] ]]", "plain [text] a[0] ]]"],
  ["[b]bold[/b] [I]x[/I] [u]y[/u] [s]z[/s]", "bold(bold) italic(x) underline(y) strike(z)"],
  ["[b]one [i]two[/i][/b]", "bold(one italic(two))"],
  ["[b]unclosed and [i]nested", "[b]unclosed and [i]nested"],
  ["[b]crossed [i]x[/b] y[/i]", "bold(crossed [i]x) y[/i]"],
  ["[/b]closed[/url]", "[/b]closed[/url]"],
  ["[size=20][color=#df532d]Deadline[/color][/size]", "Deadline"],
  ["[URL=https://example.org/a]this[/URL]", "link<https://example.org/a>(this)"],
  ["[url]https://example.org[/url]", "link<https://example.org>(https://example.org)"],
  ["[url = /crm/deal/ ]deal[/url]", "link</crm/deal/>(deal)"],
  ["[URL=javascript:alert(2)]open[/URL]", "link<javascript:alert(2)>(open)"],
  ["[url=a][url=b]x[/url][/url]", "link<a>([url=b]x[/url])"],
  ["[url=a]see https://b.example[/url]", "link<a>(see https://b.example)"],
  [
    "see https://a.example/x?y=1, or",
    "see link<https://a.example/x?y=1>(https://a.example/x?y=1), or",
  ],
  ["(https://a.example/)", "(link<https://a.example/>(https://a.example/))"],
  ["[img]https://a.example/i.png[/img]", "link<https://a.example/i.png>(https://a.example/i.png)"],
  ["[USER=5]Anna Berg[/USER]", "user<5>(Anna Berg)"],
  ["[user=all]All[/user]", "user<all>(All)"],
  ["[USER=5 REPLACE]Anna[/USER] left", "user<5 now>(Anna) left"],
  ["[chat=29]Pilot[/chat] [CHAT=imol|512]show[/CHAT]", "chat<29>(Pilot) chat<imol|512>(show)"],
  ["[context=chat29/9088]there[/context]", "context<chat29/9088>(there)"],
  ["[call=+15550100]call[/call]", "link<tel:+15550100>(call)"],
  ["[send=/track NW]Track it[/send]", "tag([send=/track NW])Track ittag([/send])"],
  ["[put]text[/put]", "tag([put])texttag([/put])"],
  [
    "[disk=231] [icon=https://e.example/i.png size=16 title=x]",
    "tag([disk=231]) tag([icon=https://e.example/i.png size=16 title=x])",
  ],
  ["[timestamp=1773682918 format=SHORT_DATE_FORMAT]", "time(1773682918)"],
  ["[timestamp=soon]", "[timestamp=soon]"],
  ["one[br]two#BR#three", "one\ntwo\nthree"],
  ["[code]if (a[0]) [b]x[/b] >> 2[/code] [b]y[/b]", "code(if (a[0]) [b]x[/b] >> 2) bold(y)"],
  ["[code]never closed [b]x[/b]", "[code]never closed bold(x)"],
  [">>one\n>>two\nthree", "quote(one\ntwo)three"],
  ["[code]\n>>kept\n[/code]", "code(\n>>kept\n)"],
  [`a\n${dashes}\nAna [16.03.2026]\nHello\n${dashes}\nb`, "aquote(Ana [16.03.2026]\nHello)b"],
  [`${dashes}\nnever closed`, `${dashes}\nnever closed`],
  [`${dashes}\none\n${dashes}\n${dashes}\ntwo\n${dashes}`, "quote(one)quote(two)"],
  [
    "<img src=x onerror=alert(1)> [command:a.b](x)",
    "<img src=x onerror=alert(1)> [command:a.b](x)",
  ],
  ["[b onclick=x]text[/b]", "bold(text)"],
];

describe("The text of a message", () => {
  for (const [written, understood] of rows) {
    it(`is understood: ${JSON.stringify(written).slice(0, 70)}`, () => {
      assert.equal(outline(parseBbCode(written)), understood);
    });
  }

  const piece = fc.oneof(
    fc.constantFrom(
      ..."[b] [/b] [i] [/i] [url=https://a.example] [/url] [code] [/code] [user=5] [/user] [send=x] [/send] [size=9] [ ] [/ [br]".split(
        " ",
      ),
      "\n>>",
      `\n${dashes}\n`,
      "https://a.example/",
    ),
    fc.string(),
    fc.string({ unit: "binary" }),
  );

  it("is whole: whatever is typed, no word of it is lost and links hold no links", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const words = pieces.map((text, index) => `${text}w${index}w`).join("");
        const nodes = parseBbCode(words);
        const shown = nodes.map(textOf).join("");
        for (const index of pieces.keys()) assert.ok(shown.includes(`w${index}w`), words);
        assertNoNestedLinks(nodes, false);
      }),
      { numRuns: 500 },
    );
  });

  for (const unit of [
    "[b]",
    "[code]",
    "[url=",
    "[",
    "[b ",
    ">>\n",
    `${dashes}\n`,
    "https://",
    "[/b]",
    "[timestamp=1",
  ]) {
    it(`takes time in proportion to its length: ${JSON.stringify(unit)}`, () => {
      assertGrowsLinearly((size) => parseBbCode(unit.repeat(size)), 500);
    });
  }
});

function assertNoNestedLinks(nodes: readonly BbNode[], isInside: boolean): void {
  for (const node of nodes) {
    assert.ok(!(isInside && node.type === "link"));
    if ("nodes" in node) assertNoNestedLinks(node.nodes, isInside || node.type === "link");
  }
}
