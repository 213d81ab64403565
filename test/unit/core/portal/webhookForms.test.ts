import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import { Webhook } from "../../../../src/core/portal/webhook";
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
      const parsed = Webhook.parse(pasted);
      assert.ok(parsed.ok);
      assert.equal(parsed.value.webhook.toStored(), expected);
      assert.equal(parsed.value.assumedHttps, false);
    });
  }

  for (const pasted of [
    "h.example/rest/1/abc123",
    "h.example/rest/1/abc123/profile.json",
    " 'h.example/rest/1/abc123/' ",
    "portal: h.example/rest/1/abc123",
  ]) {
    it(`without a scheme, as https: ${pasted.replace("abc123", "…")}`, () => {
      const parsed = Webhook.parse(pasted);
      assert.ok(parsed.ok);
      assert.equal(parsed.value.webhook.toStored(), plain);
      assert.equal(parsed.value.assumedHttps, true);
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

  it("and survives being stored and read back, whatever it is made of", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}z9$/);
    const prefix = fc.constantFrom("", "/sub", "/a/b");
    fc.assert(
      fc.property(prefix, fc.nat(), secret, fc.webQueryParameters(), (path, user, text, query) => {
        const pasted = `https://h.example${path}/rest/${user}/${text}/profile.json?${query}`;
        const webhook = webhookIn(pasted);
        assert.equal(webhook.toStored(), `https://h.example${path}/rest/${user}/${text}/`);
        assert.ok(webhookIn(webhook.toStored()).equals(webhook));
      }),
    );
  });
});
