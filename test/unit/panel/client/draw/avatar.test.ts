import assert from "node:assert/strict";
import {
  avatarUrl,
  initialsOf,
  isPortalPicture,
  pictureSources,
  safeColor,
} from "../../../../../src/core/dialog/avatar";
import { pageMarkup } from "../../../../../src/panel/host/pageMarkup";

describe("The address of a picture", () => {
  for (const url of [
    "https://h.example/upload/avatar.png",
    "https://h.example:8443/a.png?x=1",
    "http://127.0.0.1:8080/upload/avatar-1.png",
    "http://localhost/a.png",
    "http://[::1]:1/a.png",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:image/webp;base64,AAAA",
  ]) {
    it(`${url} is loaded`, () => {
      assert.equal(avatarUrl(url), url);
    });
  }

  it("is loaded as the browser reads it", () => {
    assert.equal(avatarUrl("https://H.example/a b.png"), "https://h.example/a%20b.png");
  });

  const refused: readonly unknown[] = [
    "",
    null,
    undefined,
    false,
    7,
    [],
    {},
    "/bitrix/js/im/images/blank.gif",
    "//evil.example/a.png",
    "avatar.png",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "http://h.example/a.png",
    "http://localhost.evil.example/a.png",
    "file:///etc/passwd",
    "vscode-resource://x/a.png",
    "blob:https://h.example/1",
    "https://user:pass@h.example/a.png",
    "data:image/svg+xml;base64,AAAA",
    "data:text/html;base64,AAAA",
    "data:image/png,not-base64",
    'data:image/png;base64,AA"onerror=',
  ];
  for (const value of refused) {
    it(`${JSON.stringify(value)} is not loaded`, () => {
      assert.equal(avatarUrl(value), undefined);
    });
  }
});

describe("A colour", () => {
  it("is six hexadecimal digits, in lower case", () => {
    assert.equal(safeColor("#4ba984"), "#4ba984");
    assert.equal(safeColor("#4BA984"), "#4ba984");
  });

  for (const value of [
    "red;background:url(//x)",
    "#4ba984;background:url(//x)",
    "#4ba984\n",
    "#fff",
    "4ba984",
    "#4ba98g",
    "var(--x)",
    "",
    null,
    4565380,
    ["#4ba984"],
  ]) {
    it(`${JSON.stringify(value)} is none`, () => {
      assert.equal(safeColor(value), undefined);
    });
  }
});

describe("Initials", () => {
  const cases: readonly [title: string, initials: string][] = [
    ["Delivery bot pilot", "DB"],
    ["lobby", "L"],
    ["Доставка ночью", "ДН"],
    ["توصيل سريع", "تس"],
    ["配送", "配"],
    ["Zoë Müller-Łukasz", "ZM"],
    ["e\u0301tude x", "E\u0301X"],
    ["2nd shift", "2S"],
    ["😀 Party 🎉 people", "PP"],
    ["👨‍👩‍👧", ""],
    ["<b>Bold</b>", "BB"],
    ["\u202Eevil\u202C name", "EN"],
    ["  ", ""],
    ["…!?", ""],
    ["", ""],
  ];
  for (const [title, initials] of cases) {
    it(`of ${JSON.stringify(title)} are "${initials}"`, () => {
      assert.equal(initialsOf(title), initials);
    });
  }
});

describe("A page's policy lets pictures in", () => {
  const loopback = ["data:", "http://127.0.0.1:*", "http://localhost:*"];
  for (const [portal, sources] of [
    ["https://portal.example", ["data:", "https://portal.example"]],
    ["https://northwind.bitrix24.eu", ["data:", "https://northwind.bitrix24.eu", "https:"]],
    ["http://10.0.0.7:8080", ["data:", "http://10.0.0.7:8080"]],
    ["http://localhost:8080", loopback],
    ["http://127.0.0.1:8080", loopback],
  ] as const) {
    it(`from this machine only for a portal that runs on it: ${portal}`, () => {
      assert.deepEqual(pictureSources(portal), sources);
    });
  }

  for (const [pictures, expected] of [
    [["data:", "https://portal.example"], "img-src data: https://portal.example;"],
    [[], "img-src 'none';"],
  ] as const) {
    it(`and from nowhere else: ${expected}`, () => {
      const files = { script: "", style: "" };
      const page = pageMarkup({ files, nonce: "n", language: "en", pictures, first: undefined });
      assert.ok(page.includes(expected));
    });
  }
});

describe("A picture is loaded", () => {
  const cloud = "https://northwind.bitrix24.eu";
  const box = "https://portal.example";
  for (const [address, portal, expected] of [
    ["https://portal.example/upload/a.png", box, true],
    ["data:image/png;base64,AAAA", box, true],
    ["https://portal.example:8443/upload/a.png", box, false],
    ["https://images.example/a.png", box, false],
    ["https://cdn.bitrix24.eu/b1/a.png", box, false],
    ["https://cdn.bitrix24.eu/b1/a.png", cloud, true],
    ["https://cdn-ru.bitrix24.ru/b1/a.png", cloud, true],
    ["https://cdn-ru.bitrix24.ru:81/b1/a.png", cloud, false],
    ["https://cdn-evil.bitrix24.ru/a.png", cloud, false],
    ["https://cdn-ru.bitrix24.ru.evil.example/a.png", cloud, false],
    ["https://evil-cdn.bitrix24.ru/a.png", cloud, false],
    ["https://other.bitrix24.eu/a.png", cloud, false],
    ["http://127.0.0.1:8080/a.png", cloud, false],
    ["https://localhost/a.png", box, false],
    ["http://127.0.0.1:8080/a.png", "http://127.0.0.1:8080", true],
    ["http://localhost:8081/a.png", "http://127.0.0.1:8080", true],
  ] as const) {
    it(`${expected ? "" : "not "}from ${address} for ${portal}`, () => {
      assert.equal(isPortalPicture(address, portal), expected);
    });
  }
});
