import assert from "node:assert/strict";
import fc from "fast-check";
import { findLeaks, webhookHosts } from "../../../../src/core/portal/leaks";

const secret = "k3x9p2m7v1c8z4q6";
const webhook = `https://northwind.bitrix24.de/rest/1/${secret}/`;

function found(text: string): readonly string[] {
  return findLeaks(text).map(({ offset, length }) => text.slice(offset, offset + length));
}

describe("findLeaks", () => {
  for (const [where, text, ...expected] of [
    ["a constant of CRest", `define('C_REST_WEB_HOOK_URL','${webhook}');//inbound`, webhook],
    ["an address with method and query", `$url = '${webhook}profile.json?A=1';`, webhook],
    ["a box", `U = "http://bitrix.test/rest/1/${secret}/"`, `http://bitrix.test/rest/1/${secret}/`],
    [
      "an address over http to a public host, which no portal of ours could have",
      `"http://crm.northwind.de/rest/1/${secret}"`,
      `http://crm.northwind.de/rest/1/${secret}`,
    ],
    [
      "a box below a folder, at a port",
      `W=https://crm.northwind.de:8443/local/rest/54/${secret}/batch`,
      `https://crm.northwind.de:8443/local/rest/54/${secret}/`,
    ],
    [
      "the form of REST v3",
      `https://northwind.bitrix24.ru/rest/api/1/${secret}/main.eventlog.list`,
      `https://northwind.bitrix24.ru/rest/api/1/${secret}/`,
    ],
    [
      "a login",
      `https://203.0.113.21/rest/ivy/${secret}/`,
      `https://203.0.113.21/rest/ivy/${secret}/`,
    ],
    [
      "JSON of PHP",
      String.raw`{"url":"https:\/\/northwind.bitrix24.de\/rest\/1\/${secret}\/"}`,
      String.raw`https:\/\/northwind.bitrix24.de\/rest\/1\/${secret}\/`,
    ],
    [
      "a parameter of another address",
      `POST /api?id=7&hook=https%3A%2F%2Fnorthwind.bitrix24.de%2Frest%2F116%2F${secret}%2F HTTP/1.1`,
      `https%3A%2F%2Fnorthwind.bitrix24.de%2Frest%2F116%2F${secret}%2F`,
    ],
    [
      "no scheme",
      `B24=northwind.bitrix24.de/rest/1/${secret}/`,
      `northwind.bitrix24.de/rest/1/${secret}/`,
    ],
    ["no portal", `B24_WEBHOOK=rest/1/${secret}/`, `rest/1/${secret}/`],
    [
      "a portal from a variable",
      `url = f"https://{domain}/rest/1/${secret}/"`,
      `rest/1/${secret}/`,
    ],
    [
      "a name in Cyrillic",
      `https://портал.рф/rest/1/${secret}/`,
      `https://портал.рф/rest/1/${secret}/`,
    ],
    [
      "a secret without a digit, in the cloud",
      "https://northwind.bitrix24.de/rest/1/kqxvpbmzvhcrzwqy/",
      "https://northwind.bitrix24.de/rest/1/kqxvpbmzvhcrzwqy/",
    ],
    [
      "the Python SDK",
      `BitrixWebhook(domain="x.bitrix24.de", webhook_token="1/${secret}")`,
      `1/${secret}`,
    ],
    ["three variables", `$b24UserID = '1'; $b24WebHook = '${secret}';`, secret],
    ["two of them", `a(${webhook}, ${webhook})`, webhook, webhook],
    ["a bot's token", "imbot(['BOT_TOKEN' => 'a7f3k9d2m4x8']);", "a7f3k9d2m4x8"],
    ["a bot's token in settings", "B24_BOT_TOKEN=a7f3k9d2m4x8\n", "a7f3k9d2m4x8"],
    [
      "a bot of the first version",
      "call('imbot.message.add', ['BOT_ID' => 39, 'CLIENT_ID' => 'q8w7e6r5t4y3u2i1']);",
      "q8w7e6r5t4y3u2i1",
    ],
  ] as const) {
    it(`finds what ${where} holds`, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  for (const [what, text] of [
    ["the demo portal's webhook", "https://northwind.bitrix24.example/rest/1/demo0secret0demo/"],
    [
      "examples of documents",
      `https://example.bitrix24.com/rest/1/${secret}/ b24-example.bitrix24.by/rest/1/${secret}/`,
    ],
    [
      "reserved names",
      `https://example.com/rest/1/${secret}/ https://portal.example.org/rest/1/${secret}/`,
    ],
    ["a template's host", `https://your-domain.bitrix24.ru/rest/1/${secret}/`],
    [
      "templates",
      "https://x.bitrix24.ru/rest/<user_id>/<token>/ https://x.bitrix24.ru/rest/USER_ID/TOKEN/",
    ],
    [
      "words in place of a secret",
      "https://x.bitrix24.ru/rest/1/your_token_here1/ https://x.bitrix24.ru/rest/1/yourwebhooktoken/",
    ],
    [
      "typed rows of keys",
      "https://x.bitrix24.ru/rest/1/1234567890abcdef/ https://x.bitrix24.ru/rest/1/xxxxxxxxxxxxxxx1/",
    ],
    [
      "a secret that was cut",
      "https://x.bitrix24.ru/rest/1/1o2.../ https://x.bitrix24.ru/rest/1/k3x9****/",
    ],
    ["a variable", "curl ${B24_WEBHOOK}im.message.add.json; fetch(`${hook}/rest/1/${secret}/x`)"],
    [
      "OAuth's address",
      "https://x.bitrix24.ru/rest/im.dialog.get?auth=a1a1a1a10000000100000002000000030000",
    ],
    [
      "other products' paths",
      "https://jira.northwind.de/rest/api/2/issue/NW-2041 /interest/1/k3x9p2m7v1c8z4q6/ https://h.de/forest/1/k3x9p2m7v1c8z4q6/",
    ],
    [
      "a hash",
      "commit /rest/1/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08ffffff1/",
    ],
    [
      "other hooks",
      `GITHUB_WEBHOOK_SECRET="${secret}" useHook('${secret}') husky_hook: "abcdefabcdef12"`,
    ],
    ["another product's bot", `TELEGRAM_BOT_TOKEN="110201543abcDEF12" // no word of that portal`],
    [
      "Telegram's form",
      `const botToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"; // bitrix`,
    ],
    [
      "a bot token from a variable",
      "bitrix; botToken = process.env.B24_BOT_TOKEN; botToken: tokenFromSettings1;",
    ],
    [
      "an application's id",
      "bitrix imbot.message.add BOT_ID 'CLIENT_ID' => 'local.5c8bb1b0891cf2.87252039'",
    ],
    [
      "what a comment allows",
      `$url = '${webhook}'; // not a secret\nu = "${webhook}" # gitleaks:allow`,
    ],
    ["a line of data", `${" ".repeat(10_001)}${webhook}`],
  ] as const) {
    it(`leaves alone ${what}`, () => {
      assert.deepEqual(found(text), []);
    });
  }

  it("tells whose webhook it is, and not what it is", () => {
    const [leak] = findLeaks(webhook);
    assert.equal(leak?.host, "northwind.bitrix24.de");
    assert.equal(leak.userId, "1");
    assert.ok(!JSON.stringify(leak).includes(secret));
  });

  it("finds the same behind whatever stands before it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (before) => {
        const text = `${before}\n"${webhook}"`;
        assert.ok(found(text).includes(webhook));
      }),
    );
  });

  it("throws at no text, and every place is in it", () => {
    const parts = fc.constantFrom(
      "rest",
      "/",
      "\\/",
      "%2F",
      "%252f",
      "1",
      secret,
      "https://",
      "a.bitrix24.de",
      "hook='",
      "'",
      "\n",
      "BOT_TOKEN=",
      " ",
      "api",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        for (const { offset, length } of findLeaks(text)) {
          assert.ok(offset >= 0 && length > 0 && offset + length <= text.length);
        }
      }),
    );
  });
});

describe("webhookHosts", () => {
  it("names the portals of a .env once each, the demo's among them, and nothing else", () => {
    const text = [
      `B24_WEBHOOK=${webhook}`,
      `OLD=https://NORTHWIND.bitrix24.de/rest/7/${secret}/`,
      "DEMO=https://northwind.bitrix24.example/rest/1/demo0secret0demo/",
      "SITE=https://other.de/",
    ].join("\n");
    assert.deepEqual(webhookHosts(text), ["northwind.bitrix24.de", "northwind.bitrix24.example"]);
  });

  for (const [what, line] of [
    ["exported and in double quotes", `export B24_WEBHOOK="${webhook}"`],
    ["in single quotes, with a comment behind", `B24_WEBHOOK='${webhook}' # the bot's`],
    ["of Windows, with spaces", `  B24_WEBHOOK = ${webhook}\r`],
    [
      "with the port that goes without saying",
      `U=https://northwind.bitrix24.de:443/rest/1/${secret}`,
    ],
  ] as const) {
    it(`reads a line ${what}`, () => {
      assert.deepEqual(webhookHosts(`# a\n${line}\nA=1\n`), ["northwind.bitrix24.de"]);
    });
  }

  it("names hosts as portals keep them, whatever alphabet they are written in", () => {
    assert.deepEqual(webhookHosts(`B24=https://портал.рф/rest/1/${secret}/`), [
      "xn--80awhdgm.xn--p1ai",
    ]);
  });

  it("leaves alone what is commented out", () => {
    const old = `# B24_WEBHOOK=${webhook}\n  #B24_WEBHOOK="${webhook}"\n`;
    assert.deepEqual(webhookHosts(old), []);
  });
});
