import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import { parsePastedWebhook } from "../../../../src/core/portal/pastedWebhook";
import { assertGrowsLinearly } from "../../support/growth";
import { webhookIn } from "../../support/webhooks";

const plain = "https://h.example/rest/1/abc123/";

/** What is pasted, and the whole webhook that it means. */
const forms: readonly [name: string, pasted: string, webhook: string][] = [
  ["with a slash at its end", "https://h.example/rest/1/abc123/", plain],
  ["without a slash at its end", "https://h.example/rest/1/abc123", plain],
  ["with several slashes", "https://h.example//rest/1//abc123//", plain],
  ["with the sample method of the portal's page", `${plain}profile.json`, plain],
  ["with a method without a suffix", `${plain}imbot.dialog.get`, plain],
  ["with a method, a suffix and a query", `${plain}user.get.json?FILTER[ACTIVE]=true`, plain],
  ["with an XML method and a slash", `${plain}crm.contact.get.xml/?ID=42`, plain],
  ["with a fragment", `${plain}#section`, plain],
  ["with a query right behind the secret", "https://h.example/rest/1/abc123?ID=1", plain],
  ["of REST v3", "https://h.example/rest/api/1/abc123/", plain],
  ["of REST v3 without a slash", "https://h.example/rest/api/1/abc123", plain],
  ["of REST v3 with a method", "https://h.example/rest/api/1/abc123/tasks.task.get", plain],
  ["with a port", "https://h.example:8443/rest/1/abc123/", "https://h.example:8443/rest/1/abc123/"],
  ["with the usual port", "https://h.example:443/rest/1/abc123/", plain],
  [
    "below a prefix",
    "https://h.example/sub/rest/1/abc123/profile",
    "https://h.example/sub/rest/1/abc123/",
  ],
  ["with an upper-case host", "HTTPS://H.Example/rest/1/abc123/", plain],
  [
    "with a host of another script",
    "https://портал.example/rest/1/abc123/",
    "https://xn--80awhdgm.example/rest/1/abc123/",
  ],
  [
    "with a secret of dashes and underscores",
    "https://h.example/rest/1/a_b-C9/",
    "https://h.example/rest/1/a_b-C9/",
  ],
  [
    "with a very long secret",
    `https://h.example/rest/1/${"a1".repeat(100)}/`,
    `https://h.example/rest/1/${"a1".repeat(100)}/`,
  ],
  [
    "with a login as user id",
    "https://h.example/rest/ivy/abc123/",
    "https://h.example/rest/ivy/abc123/",
  ],
  [
    "with a dotted login",
    "https://h.example/rest/ivy.stone/abc123/profile",
    "https://h.example/rest/ivy.stone/abc123/",
  ],
  [
    "with an email as login",
    "https://h.example/rest/ivy@h.example/abc123/",
    "https://h.example/rest/ivy@h.example/abc123/",
  ],
  ["between spaces and line ends", `  \n${plain}\r\n `, plain],
  ["with one slash of its scheme", "https:/h.example/rest/1/abc123/", plain],
  ["without the colon of its scheme", "https//h.example/rest/1/abc123/", plain],
  [
    "of a box with one slash of its scheme",
    "http:/192.168.0.7/rest/1/abc123/",
    "http://192.168.0.7/rest/1/abc123/",
  ],
  [
    "below a folder with the word in other letters",
    "https://h.example/a/Rest/rest/1/abc123/",
    "https://h.example/a/Rest/rest/1/abc123/",
  ],
  ["in double quotes", `"${plain}"`, plain],
  ["in single quotes", `'${plain}'`, plain],
  ["in backticks", `\`${plain}\``, plain],
  ["in angle brackets", `<${plain}>`, plain],
  ["in round brackets", "(https://h.example/rest/1/abc123)", plain],
  ["as a Markdown link", `[webhook](${plain})`, plain],
  ["before a full stop", "My webhook is https://h.example/rest/1/abc123.", plain],
  ["before a comma", "https://h.example/rest/1/abc123, it was", plain],
  ["in a line of PHP", `define('C_REST_WEB_HOOK_URL', '${plain}');`, plain],
  ["in a line of JSON", `{"url":"${plain}profile.json","name":"x"}`, plain],
  [
    "in a curl line with another address before it",
    `curl -e https://docs.example/guide -X POST -H "Content-Type: application/json" -d '{"DIALOG_ID":"chat29"}' ${plain}imbot.dialog.get`,
    plain,
  ],
  [
    "on this machine by name",
    "http://localhost:8080/rest/1/abc123/",
    "http://localhost:8080/rest/1/abc123/",
  ],
  [
    "on this machine by IPv4",
    "http://127.0.0.1:8080/rest/1/abc123/",
    "http://127.0.0.1:8080/rest/1/abc123/",
  ],
  [
    "on this machine by IPv6",
    "http://[::1]:8080/rest/1/abc123/",
    "http://[::1]:8080/rest/1/abc123/",
  ],
];

describe("A webhook is understood", () => {
  for (const [name, pasted, expected] of forms) {
    it(name, () => {
      const parsed = parsePastedWebhook(pasted);
      assert.ok(parsed.ok);
      assert.equal(parsed.value.webhook.toStored(), expected);
      assert.equal(parsed.value.assumedHttps, false);
    });
  }

  for (const pasted of [
    "h.example/rest/1/abc123",
    "//h.example/rest/1/abc123",
    "h.example/rest/1/abc123/profile.json",
    " 'h.example/rest/1/abc123/' ",
    "portal: h.example/rest/1/abc123",
  ]) {
    it(`without a scheme, as https: ${pasted.replace("abc123", "…")}`, () => {
      const parsed = parsePastedWebhook(pasted);
      assert.ok(parsed.ok);
      assert.equal(parsed.value.webhook.toStored(), plain);
      assert.equal(parsed.value.assumedHttps, true);
    });
  }

  const real = "https://h.example/rest/1/k3x9p2m7v1c8z4q6/";
  for (const [name, pasted] of [
    ["in JSON of PHP", '{"crm_url":"https:\\/\\/h.example\\/rest\\/1\\/k3x9p2m7v1c8z4q6\\/"}'],
    [
      "in JSON within JSON",
      '"{\\"u\\":\\"https:\\\\/\\\\/h.example\\\\/rest\\\\/1\\\\/k3x9p2m7v1c8z4q6\\\\/\\"}"',
    ],
    [
      "with escapes of JavaScript",
      "https:\\u002F\\u002Fh.example\\u002Frest\\u002F1\\u002Fk3x9p2m7v1c8z4q6\\u002F",
    ],
    ["in HTML", "https:&#x2F;&#x2F;h.example&#x2F;rest&#x2F;1&#x2F;k3x9p2m7v1c8z4q6&#x2F;"],
    [
      "as a parameter of an access log",
      "POST /api/task?id=7&hook=https%3A%2F%2Fh.example%2Frest%2F1%2Fk3x9p2m7v1c8z4q6%2F&x=1 HTTP/1.1",
    ],
    [
      "encoded twice",
      "hook=https%253A%252F%252Fh.example%252Frest%252F1%252Fk3x9p2m7v1c8z4q6%252F",
    ],
    [
      "as a parameter of another address",
      "https://app.example/setup?hook=https%3A%2F%2Fh.example%2Frest%2F1%2Fk3x9p2m7v1c8z4q6%2F",
    ],
    ["half encoded", "https%3A//h.example/rest/1/k3x9p2m7v1c8z4q6/"],
    ["encoded but for its colon", "https:%2f%2fh.example%2frest%2f1%2fk3x9p2m7v1c8z4q6%2f"],
    ["in a properties file", "hook=https\\://h.example/rest/1/k3x9p2m7v1c8z4q6/"],
    ["in a regular expression", "https:\\/\\/h\\.example\\/rest\\/1\\/k3x9p2m7v1c8z4q6"],
    [
      "before a variable method",
      "fetch(`https://h.example/rest/1/k3x9p2m7v1c8z4q6/${method}.json`)",
    ],
    ["before a method in braces", "https://h.example/rest/1/k3x9p2m7v1c8z4q6/{{method}}"],
    ["before a method to print", '"https://h.example/rest/1/k3x9p2m7v1c8z4q6/%s" % method'],
    ["in capitals", "HTTPS://H.EXAMPLE/REST/1/k3x9p2m7v1c8z4q6/"],
    ["in «quotes»", "Адрес «https://h.example/rest/1/k3x9p2m7v1c8z4q6»"],
    ["with what draws nothing", "\ufeffhttps://h.example/rest/1/\u200bk3x9p2m7v1c8z4q6/\u200b"],
    ["with full-width signs", "https：//h.example/rest/１/k3x9p2m7v1c8z4q6/"],
    [
      "in the colors of a terminal",
      "\u001b[32mhttps://h.example/rest/1/\u001b[1mk3x9p2m7v1c8z4q6/\u001b[0m",
    ],
    [
      "behind the addresses of an OAuth application",
      `"client_endpoint":"https://h.example/rest/","server_endpoint":"https://oauth.example/rest/"\nHOOK=https://h.example/rest/1/k3x9p2m7v1c8z4q6/`,
    ],
    [
      "behind the example of a manual",
      `# https://your-domain.bitrix24.ru/rest/1/xxxxxxxx/ or https://h.example/rest/USER_ID/TOKEN/\nHOOK=https://h.example/rest/1/k3x9p2m7v1c8z4q6/`,
    ],
    [
      "in a Markdown table",
      `| Вебхук | \`https://h.example/rest/1/k3x9p2m7v1c8z4q6/\` | входящий |`,
    ],
  ] as const) {
    it(name, () => {
      const parsed = parsePastedWebhook(pasted);
      assert.ok(parsed.ok);
      assert.equal(parsed.value.webhook.toStored(), real);
      assert.equal(parsed.value.isJoined, false);
    });
  }

  for (const [name, pasted] of [
    [
      "host, and user with secret",
      'BitrixWebhook(domain="h.example", webhook_token="1/k3x9p2m7v1c8z4q6")',
    ],
    [
      "three variables",
      "$b24Url = 'https://h.example'; $b24UserID = '1'; $b24WebHook = 'k3x9p2m7v1c8z4q6';",
    ],
    [
      "a request and its host",
      "POST /rest/1/k3x9p2m7v1c8z4q6/im.dialog.get HTTP/1.1\r\nHost: h.example\r\nAccept: */*",
    ],
    [
      "the headers of HTTP/2",
      ":authority: h.example\n:method: POST\n:path: /rest/1/k3x9p2m7v1c8z4q6/im.dialog.get",
    ],
    ["host and path", '{"portal":"h.example","webhook":"rest/1/k3x9p2m7v1c8z4q6/"}'],
    ["three settings", "B24_DOMAIN=h.example\nB24_USER_ID=1\nB24_SECRET=k3x9p2m7v1c8z4q6"],
    ["three fields", '{"host": "h.example", "user_id": 1, "webhook": "k3x9p2m7v1c8z4q6"}'],
    [
      "a connection and a path",
      'HTTPСоединение("h.example", 443); "/rest/1/k3x9p2m7v1c8z4q6/profile"',
    ],
    [
      "a connection at the port of http",
      'HTTPConnection("h.example", 80); "/rest/1/k3x9p2m7v1c8z4q6/profile"',
    ],
    [
      "host, and user with secret, beside the token of an application",
      "accessToken='x' host='h.example' webhook='1/k3x9p2m7v1c8z4q6'",
    ],
    [
      "a host and a port",
      "HTTPSConnectionPool(host='h.example', port=443): Max retries exceeded with url: /rest/1/k3x9p2m7v1c8z4q6/profile",
    ],
    [
      "a line of a log",
      'connectionpool:https://h.example:443 "POST /rest/1/k3x9p2m7v1c8z4q6/profile HTTP/1.1" 200',
    ],
  ] as const) {
    it(`put together from ${name}`, () => {
      const parsed = parsePastedWebhook(pasted);
      assert.ok(parsed.ok);
      assert.equal(parsed.value.webhook.toStored(), real);
      assert.equal(parsed.value.isJoined, true);
    });
  }

  for (const [where, pasted, expected] of [
    [
      "another port",
      "HTTPSConnectionPool(host='h.example', port=8443): url: /rest/1/k3x9p2m7v1c8z4q6/profile",
      "https://h.example:8443/rest/1/k3x9p2m7v1c8z4q6/",
    ],
    [
      "a portal of the cloud, beside nothing that names it",
      'northwind.bitrix24.com.br 203.0.113.5 - "GET /rest/1/k3x9p2m7v1c8z4q6/profile HTTP/1.1" 200',
      "https://northwind.bitrix24.com.br/rest/1/k3x9p2m7v1c8z4q6/",
    ],
  ] as const) {
    it(`put together at ${where}`, () => {
      assert.equal(webhookIn(pasted).toStored(), expected);
    });
  }

  for (const host of [
    "bitrix.test",
    "b24.local",
    "crm.office.lan",
    "bitrix",
    "192.168.0.7",
    "10.1.2.3:8080",
    "172.16.0.1",
    "[fd00::1]",
  ]) {
    it(`over http of a box in one's own network, which travels open: ${host}`, () => {
      const webhook = webhookIn(`http://${host}/rest/1/abc123/`);
      assert.equal(webhook.travelsOpen, true);
      assert.ok(webhookIn(webhook.toStored()).equals(webhook));
    });
  }

  it("over http of one's own computer, where nothing travels", () => {
    assert.equal(webhookIn("http://localhost/rest/1/abc123/").travelsOpen, false);
    assert.equal(webhookIn(plain).travelsOpen, false);
  });

  for (const piece of [
    "https://",
    "a.",
    "\\/",
    "%2F",
    "https%3A%2F%2F",
    "user=1 ",
    "token=a1",
    "rest/1/",
    "\\",
    "\\u",
    "rest/1/a1b2c3d4e5 ",
    "\u200b",
    "[31m",
  ]) {
    it(`in time in proportion to the text: ${piece}…`, () => {
      assertGrowsLinearly((length) => {
        parsePastedWebhook(piece.repeat(length / piece.length));
      }, 8_000);
    });
  }

  it("in parts: origin, host, base path and user", () => {
    const { origin, host, basePath, userId } = webhookIn(
      "https://h.example:8443/sub/rest/17/abc123/profile",
    );
    assert.deepEqual(
      { origin, host, basePath, userId },
      {
        origin: "https://h.example:8443",
        host: "h.example:8443",
        basePath: "/sub/rest",
        userId: "17",
      },
    );
  });

  it("and calls a method below its own path", () => {
    const webhook = webhookIn("https://h.example/sub/rest/api/1/abc123/profile.json?auth=x");
    assert.equal(
      webhook.methodUrl("imbot.dialog.get"),
      "https://h.example/sub/rest/1/abc123/imbot.dialog.get",
    );
  });

  it("and equals the same webhook written otherwise, and no other", () => {
    const webhook = webhookIn(plain);
    assert.ok(webhook.equals(webhookIn("https://H.example:443/rest/api/1/abc123/profile.json")));
    for (const other of [
      "https://h.example/rest/1/abc124/",
      "https://h.example/rest/2/abc123/",
      "https://h.example/sub/rest/1/abc123/",
      "https://h.example:8443/rest/1/abc123/",
    ]) {
      assert.ok(!webhook.equals(webhookIn(other)), other);
    }
  });

  it("whole, wherever it stands in a file", () => {
    const filler = "line of a file\n".repeat(5_000);
    const files = [filler, `${filler.slice(0, 30_000)} rest/ ${filler}`];
    const crowded = filler.slice(0, 20_000) + ` rest/${"x".repeat(1_300)}`.repeat(25);
    for (const file of [...files, crowded + filler]) {
      for (const written of [
        `https://northwind.example/rest/1/abc123def456/`,
        "northwind.example/rest/1/abc123def456/",
      ]) {
        for (const around of [10_000, 30_600, crowded.length - 700]) {
          for (let at = around - 60; at < around + 20; at++) {
            const pasted = `${file.slice(0, at)} ${written} ${file.slice(at)}`;
            const parsed = parsePastedWebhook(pasted);
            if (!parsed.ok) continue;
            assert.equal(
              parsed.value.webhook.toStored(),
              "https://northwind.example/rest/1/abc123def456/",
            );
          }
        }
      }
    }
    assert.ok(parsePastedWebhook(`${filler.slice(0, 9_990)} ${plain} ${filler}`).ok);
  });

  it("and survives being stored and read back, whatever it is made of", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}z9$/);
    const prefix = fc.constantFrom("", "/sub", "/a/b");
    fc.assert(
      fc.property(
        prefix,
        fc.integer({ min: 1 }),
        secret,
        fc.webQueryParameters(),
        (path, user, text, query) => {
          const pasted = `https://h.example${path}/rest/${user}/${text}/profile.json?${query}`;
          const webhook = webhookIn(pasted);
          assert.equal(webhook.toStored(), `https://h.example${path}/rest/${user}/${text}/`);
          assert.ok(webhookIn(webhook.toStored()).equals(webhook));
        },
      ),
    );
  });
});
