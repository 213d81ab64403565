import assert from "node:assert/strict";
import { fc } from "../support/generated";
import { type WebhookProblem } from "../../../src/core/portal/webhook";
import { parsePastedWebhook } from "../../../src/core/portal/pastedWebhook";

const refused: readonly [name: string, pasted: string, problem: WebhookProblem][] = [
  ["nothing", "", "empty"],
  ["blanks", " \t\r\n ", "empty"],
  ["a sentence", "where do I get it?", "noAddress"],
  ["a short word", "secret", "noAddress"],
  ["another scheme", "ftp://h.example/rest/1/abc123/", "noAddress"],
  ["a bare secret", "abc123def456ghi7", "bareToken"],
  ["a token of the OAuth kind", "5fa6b8005ca1b4b6ca1.f45f6a0000000701", "bareToken"],
  ["plain http", "http://h.example/rest/1/abc123/", "insecure"],
  [
    "plain http to a look-alike of this machine",
    "http://localhost.evil.example/rest/1/abc123/",
    "insecure",
  ],
  ["plain http to a public address", "http://203.0.113.7/rest/1/abc123/", "insecure"],
  [
    "plain http to a look-alike of a test name",
    "http://bitrix.test.example/rest/1/abc123/",
    "insecure",
  ],
  ["a path without the portal", "B24_WEBHOOK=rest/1/k3x9p2m7v1c8z4q6/", "noPortal"],
  ["a path behind a variable", "{{base_url}}/rest/1/k3x9p2m7v1c8z4q6/profile", "noPortal"],
  [
    "a path beside the manual",
    "https://helpdesk.bitrix24.ru/open/5/ rest/1/k3x9p2m7v1c8z4q6/",
    "noRestPath",
  ],
  ["a path below a folder", "/bitrix/sub/rest/1/k3x9p2m7v1c8z4q6/", "noPortal"],
  ["a path that begins with a folder", "sub/rest/1/k3x9p2m7v1c8z4q6/", "noPortal"],
  ["the end of a path", "1/k3x9p2m7v1c8z4q6", "noPortal"],
  ["a part of a day", "24/7supportline", "noAddress"],
  ["a part of a year", "12/november2026", "noAddress"],
  [
    "a portal beside another service's key",
    "APP=northwind.bitrix24.ru\nUSER_ID=1\nSTRIPE_KEY=k3x9p2m7v1c8z4q6",
    "noAddress",
  ],
  [
    "a portal's address beside another service's token",
    "# portal https://northwind.bitrix24.ru/\nGITHUB_TOKEN=k3x9p2m7v1c8z4q6\nuser: 7",
    "noRestPath",
  ],
  [
    "a connection beside another service's token",
    'HTTPConnection("h.example", 443)\nGITHUB_TOKEN=k3x9p2m7v1c8z4q6\nuser: 7',
    "noAddress",
  ],
  ["one of Bitrix24's own sites", "vendors.bitrix24.ru hook='1/k3x9p2m7v1c8z4q6'", "noAddress"],
  ["the portal of examples", "example.bitrix24.com hook='1/k3x9p2m7v1c8z4q6'", "noAddress"],
  ["a page below another word", "https://docs.h.example/Rest/guide/webhooks", "noRestPath"],
  ["user 0", "https://h.example/rest/0/k3x9p2m7v1c8z4q6/", "zeroUser"],
  ["user 0 in two digits", "https://h.example/rest/00/k3x9p2m7v1c8z4q6/", "zeroUser"],
  ["a number that is no user's", "https://h.example/rest/-1/k3x9p2m7v1c8z4q6/", "noUserId"],
  ["the API of another program", "https://jira.h.example/rest/api/2/issue/NW-2041", "noSecret"],
  ["a secret that was cut", 'URL = "https://h.example/rest/1/1o2...";', "cutOff"],
  ["a secret with an ellipsis", "https://h.example/rest/1/k3x9…/", "cutOff"],
  ["a starred secret", "https://h.example/rest/1/k3x9****/profile", "cutOff"],
  ["a secret with a starred beginning", "https://h.example/rest/1/********z4q6/", "cutOff"],
  ["a secret that is crossed out", "https://h.example/rest/1/xxxxxxxxz4q6/", "cutOff"],
  ["the words of a template", "https://your-domain.bitrix24.ru/rest/USER_ID/TOKEN/", "placeholder"],
  [
    "a template in angle brackets",
    "https://<portal>.bitrix24.ru/rest/<user_id>/<token>/",
    "placeholder",
  ],
  ["a template in braces", "https://{domain}/rest/{user}/{secret}/", "placeholder"],
  [
    "a template to print",
    "sprintf('https://%s/rest/%d/%s/%s.json', $d, $u, $t, $m)",
    "placeholder",
  ],
  ["a template of names", "https://%(host)s/rest/%(user)s/%(token)s/", "placeholder"],
  ["variables of Windows", "https://%B24_HOST%/rest/1/%B24_TOKEN%/", "placeholder"],
  [
    "words between stars",
    "https://h.example/rest/**put_your_id_here**/**put_it_here**/",
    "placeholder",
  ],
  ["a template of words", "https://h.example/rest/1/your_webhook_code/", "placeholder"],
  ["a word of another language", "https://h.example/rest/1/вставьте-код/", "placeholder"],
  ["a word in brackets", "https://h.example/rest/1/[REDACTED]/", "placeholder"],
  ["a template of signs", "https://h.example/rest/1/xxxxxxxxxxxx/", "placeholder"],
  [
    "the host of a template",
    "https://your-portal.bitrix24.ru/rest/1/k3x9p2m7v1c8z4q6/",
    "placeholder",
  ],
  [
    "a secret without a user",
    "https://h.example/rest/k3x9p2m7v1c8z4q6/crm.lead.fields",
    "noUserId",
  ],
  ["address and token apart", "Bitrix('https://h.example/rest', 'k3x9p2m7v1c8z4q6')", "noUserId"],
  ["a variable", 'curl "${B24_HOOK}im.message.add.json" --data "DIALOG_ID=chat1"', "noAddress"],
  [
    "the tokens of an application",
    '{"access_token":"a1a1a1a1000000010000","expires_in":"3600","refresh_token":"b1b1b1b10000000100000002","client_endpoint":"https://h.example/rest/"}',
    "oauthSettings",
  ],
  [
    "the keys of an application",
    "define('C_REST_CLIENT_ID','local.5c8b.87');define('C_REST_CLIENT_SECRET','SakeVG5mbRdcQet45UUr');",
    "oauthSettings",
  ],
  [
    "the tokens of an application in camelCase",
    "new B24OAuth({ accessToken: 'a1', refreshToken: 'b2', domain: 'https://h.example' })",
    "oauthSettings",
  ],
  [
    "what an application is opened with",
    "AUTH_ID=a1&REFRESH_ID=b2&DOMAIN=h.example",
    "oauthSettings",
  ],
  ["the portal itself", "https://h.example/", "noRestPath"],
  ["the portal's name only", "https://h.example", "noRestPath"],
  ["the portal's name without a scheme", "northwind.example", "noRestPath"],
  ["a page of the portal", "https://h.example/devops/edit/in-hook/5/", "noRestPath"],
  ["a dialog's link", "https://h.example/online/?IM_DIALOG=chat29", "noRestPath"],
  ["the handler of an outgoing webhook", "https://bots.example/handler.php?event=1", "noRestPath"],
  ["a word that begins like rest", "https://h.example/restaurant/1/abc123/", "noRestPath"],
  ["the REST path only", "https://h.example/rest/", "noUserId"],
  ["the REST v3 path only", "https://h.example/rest/api/", "noUserId"],
  ["a method without user and secret", "https://h.example/rest/imbot.dialog.get", "noUserId"],
  ["a dotless method without user and secret", "https://h.example/rest/profile", "noUserId"],
  ["a user that is no name", "https://h.example/rest/1%202/abc123/", "noUserId"],
  [
    "an address of the OAuth kind",
    "https://h.example/rest/imbot.dialog.get?auth=token",
    "oauthAddress",
  ],
  [
    "the same with a suffix",
    "https://h.example/rest/imbot.dialog.get.json?a=1&auth=token",
    "oauthAddress",
  ],
  ["the same with a dotless method", "https://h.example/rest/profile?auth=token", "oauthAddress"],
  ["a user without a secret", "https://h.example/rest/1/", "noSecret"],
  ["a user without a slash", "https://h.example/rest/1", "noSecret"],
  ["a method in place of the secret", "https://h.example/rest/1/profile.json", "noSecret"],
  ["a dotless method in place of the secret", "https://h.example/rest/1/profile", "noSecret"],
  ["an ellipsis in place of the secret", "https://h.example/rest/1/.../", "placeholder"],
  ["stars in place of the secret", "https://h.example/rest/1/***/", "placeholder"],
  ["a placeholder in place of the secret", "https://h.example/rest/1/{secret}/", "placeholder"],
  ["user and secret in the wrong order", "https://h.example/rest/abc123/1/", "transposed"],
  ["the same with a method", "https://h.example/rest/abc123/1/profile.json", "transposed"],
  ["a name and password", "https://ivy:pass@h.example/rest/1/abc123/", "userInfo"],
  ["a name", "https://ivy@h.example/rest/1/abc123/", "userInfo"],
  ["a host that cannot be", "https://h..[/rest/1/abc123/", "unreadable"],
  ["a port that cannot be", "https://h.example:99999/rest/1/abc123/", "unreadable"],
];

const problems: ReadonlySet<string> = new Set<WebhookProblem>([
  "empty",
  "noAddress",
  "bareToken",
  "oauthAddress",
  "noRestPath",
  "noUserId",
  "noSecret",
  "transposed",
  "userInfo",
  "insecure",
  "unreadable",
  "oauthSettings",
  "noPortal",
  "zeroUser",
  "cutOff",
  "placeholder",
]);

/** Whatever is pasted: a webhook, or one of the fixed words, so nothing of the text can be in it. */
function understandsOrNames(text: string): void {
  const parsed = parsePastedWebhook(text);
  if (!parsed.ok) assert.ok(problems.has(parsed.error));
}

describe("A text that is no webhook is refused for what it is", () => {
  for (const [name, pasted, problem] of refused) {
    it(`${name}: ${problem}`, () => {
      assert.deepEqual(parsePastedWebhook(pasted), { ok: false, error: problem });
    });
  }

  it("without an exception and without a word of the text, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), understandsOrNames));
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), understandsOrNames));
    const piece = fc.constantFrom(
      ..."https:// http:// / // rest api 1 abc123 profile ? # @ : . , [ ] % %2 %7C \\ ' < é \u202e".split(
        " ",
      ),
    );
    const pasted = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
    fc.assert(fc.property(pasted, understandsOrNames), { numRuns: 500 });
  });

  it("at once, even when it is very long", () => {
    for (const text of [
      "a.".repeat(200_000),
      "https://".repeat(50_000),
      `h/${"/".repeat(400_000)}`,
      `https://h/rest/1/${"!".repeat(100_000)}a`,
    ]) {
      assert.equal(parsePastedWebhook(text).ok, false);
    }
  }).timeout(2_000);
});
