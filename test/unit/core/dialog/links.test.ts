import assert from "node:assert/strict";
import { messageUrl, messengerUrl, portalPathUrl } from "../../../../src/core/dialog/links";

const origin = "https://h.example:8443";

describe("The link to a dialog in the messenger", () => {
  it("holds the id, escaped", () => {
    assert.equal(messengerUrl(origin, "chat29"), `${origin}/online/?IM_DIALOG=chat29`);
    assert.equal(
      messengerUrl(origin, "crm|DEAL|88"),
      `${origin}/online/?IM_DIALOG=crm%7CDEAL%7C88`,
    );
    assert.equal(messengerUrl(origin, "5&x=#"), `${origin}/online/?IM_DIALOG=5%26x%3D%23`);
  });
});

describe("A link of the portal's own", () => {
  it("is a path of the portal", () => {
    assert.equal(portalPathUrl(origin, "/crm/deal/details/88/"), `${origin}/crm/deal/details/88/`);
    assert.equal(portalPathUrl(origin, "/a?EVENT_ID=1#x"), `${origin}/a?EVENT_ID=1#x`);
  });

  for (const path of [
    "",
    "//evil.example/x",
    "/\\evil.example/x",
    "/\t/evil.example/x",
    "/\n/evil.example",
    "/\t/h.example:8443/x",
    "/crm/\u0000",
    "/crm/\u0085",
    "/crm\\..\\x",
    "/\\",
    "///evil.example",
    "\t//evil.example",
    "/".padEnd(2_001, "x"),
    "data:text/html,x",
    "http://h.example:8443/x",
    "\\\\evil.example",
    "javascript:1",
    "https://evil.example/",
    "https://h.example:8443/x",
    "crm/deal/",
    " /crm/",
    null,
    undefined,
    1,
    ["/x"],
  ]) {
    it(`is not ${JSON.stringify(path)}`, () => {
      assert.equal(portalPathUrl(origin, path), undefined);
    });
  }
});

describe("A link in a message", () => {
  for (const [target, url] of [
    ["https://a.example/x?y=1#z", "https://a.example/x?y=1#z"],
    ["HTTP://A.example", "http://a.example/"],
    ["mailto:ana@a.example", "mailto:ana@a.example"],
    ["tel:+1(555)01-00", "tel:+1(555)01-00"],
    ["/crm/deal/details/88/", `${origin}/crm/deal/details/88/`],
  ] as const) {
    it(`may be followed: ${target}`, () => {
      assert.equal(messageUrl(origin, target), url);
    });
  }

  for (const target of [
    "",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    " https://a.example",
    "https:\\\\a.example",
    "https://user:secret@a.example",
    "https://a.example/\u202Egnp.exe",
    "https:///a.example",
    "https://",
    "//evil.example",
    "/\\evil.example",
    "command:workbench.action.quit",
    "vscode://file/etc/passwd",
    "vscode-webview://x",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "ftp://a.example",
    "tel:javascript",
    "mailto:?body=x",
    "www.a.example",
    `https://a.example/${"x".repeat(3_000)}`,
  ]) {
    it(`is not followed: ${JSON.stringify(target).slice(0, 50)}`, () => {
      assert.equal(messageUrl(origin, target), undefined);
    });
  }

  it("leads nowhere into a portal without pages", () => {
    assert.equal(messageUrl(undefined, "/crm/deal/details/88/"), undefined);
    assert.equal(messageUrl(undefined, "https://a.example/"), "https://a.example/");
  });
});
