import assert from "node:assert/strict";
import { dialogPages } from "./support/dialogPages";

describe("Panel page: dialogs of the demo portal", () => {
  const inspect = dialogPages();

  it("show a visitor of an open line with what the chat is bound to", async () => {
    const panel = await (await inspect("chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
    assert.match(await panel.meta.innerText(), /^Open Channel dialog/);
    assert.equal((await panel.fact("entity_id")).value, "telegrambot|2|209607941|744");
  });

  it("take no colour that is none", async () => {
    const panel = await (await inspect("chat283")).read();
    assert.equal(await panel.frame.locator(".avatar").getAttribute("style"), null);
    assert.equal((await panel.fact("color")).value, "red;background:url(//x)");
  });

  for (const [dialogId, what] of [
    ["chat284", "a blank picture"],
    ["chat285", "a missing picture"],
    ["chat289", "a picture over http"],
    ["chat290", "a script for a picture"],
    ["chat291", "a page for a picture"],
  ] as const) {
    it(`show initials instead of ${what}`, async () => {
      const panel = await (await inspect(dialogId)).read();
      assert.equal(await panel.frame.locator(".avatar").innerText(), "CW");
      assert.equal(await panel.frame.locator("main img").count(), 0);
    });
  }

  for (const [dialogId, url] of [
    ["chat288", "//evil.example/x"],
    ["chat292", "javascript:1"],
  ] as const) {
    it(`show the link ${url} as text that cannot be followed`, async () => {
      const panel = await (await inspect(dialogId)).read();
      assert.equal((await panel.fact("entity_link.url")).value, url);
      assert.equal(await panel.frame.locator("[href]:not(link)").count(), 0);
    });
  }

  it("show the few fields that there are", async () => {
    const panel = await (await inspect("chat287")).read();
    assert.equal(await panel.title.innerText(), "Chat 287");
    assert.deepEqual(await panel.groups(), [
      "Latest messages",
      "People",
      "Identity",
      "How this was read",
    ]);
    assert.equal(
      await panel.banner.innerText(),
      "The portal returned only 2 fields of the dialog.",
    );
    const own = (await panel.facts()).filter(({ wireName }) => wireName !== "");
    assert.deepEqual(
      own.map(({ key }) => key),
      ["id", "type", "answer.params.DIALOG_ID"],
    );
  });

  it("keep the spelling of an old portal", async () => {
    const panel = await (await inspect("chat21191")).read();
    assert.equal(await panel.title.innerText(), "Mint chat No.3");
    assert.deepEqual(await panel.fact("id"), {
      key: "id",
      label: "Chat id",
      wireName: "id",
      value: '21191"21191"',
      raw: '"21191"',
    });
    assert.equal((await panel.fact("title")).wireName, "title");
  });

  it("draw few elements for ten thousand members", async () => {
    const panel = await (await inspect("chat282")).read();
    assert.equal((await panel.fact("user_counter")).value, "10000");
    assert.match((await panel.fact("readed_list")).value, /^50 of 9,999 people/);
    await panel.filter.fill("message_count");
    const found = (await panel.facts()).map(({ key, value }) => `${key} ${value}`);
    assert.deepEqual(found, ["message_count 1200000"]);
    // Every person of the crowd would be several elements.
    const elements = await panel.frame.evaluate<number>("document.querySelectorAll('*').length");
    assert.ok(elements < 5_000, `the page has ${elements} elements`);
    await panel.filter.press("Escape");
  });

  it("clip what is huge, and say so; lay out text that is JSON", async () => {
    const panel = await (await inspect("chat286")).read();
    const data = panel.row("entity_data_1");
    assert.match(await data.locator("pre.json").innerText(), /^\[\n  \{\n    "line": 1000,\n/);
    assert.match(await data.locator(".note").innerText(), /^Text that holds JSON/);
    assert.match(await panel.meta.innerText(), /^Custom \(MY_APP\)/);
    assert.match(
      (await panel.fact("entity_data_1")).value,
      /The first [\d,]+ of 20\d,\d{3} characters\. Copy, or open the raw JSON, to get the whole\.$/,
    );
  });
});

describe("Panel page: refusals of the demo portal", () => {
  const inspect = dialogPages();

  for (const [dialogId, heading, status, text] of [
    [
      "chat404",
      "No access, or no such chat",
      "403",
      "You do not have access to the specified dialog",
    ],
    [
      "chat405",
      "No access, or no such chat",
      "403",
      "You do not have access to the specified dialog",
    ],
    [
      "chat406",
      "No chat behind this id, or its record cannot be read",
      "400",
      "You don't have access to this chat",
    ],
  ] as const) {
    it(`explain ${dialogId} and quote the portal`, async () => {
      const panel = await (await inspect(dialogId)).noticeWith(heading);
      assert.equal(await panel.title.innerText(), `Chat ${dialogId.slice(4)}`);
      assert.match(await panel.notice.innerText(), /user 1/);
      assert.match(await panel.notice.innerText(), /What to do\nCheck the number: chat40\d is/);
      assert.equal((await panel.fact("refusal.error")).value, "ACCESS_ERROR");
      assert.equal((await panel.fact("refusal.description")).value, text);
      assert.equal((await panel.fact("answer.status")).value, status);
      assert.deepEqual(await panel.noticeButtons(), [
        "Find the cause",
        "Try again",
        "Inspect another dialog",
        // Rights of the webhook have no part in an id that leads to nothing.
        ...(status === "403" ? ["Check access"] : []),
        "Open raw reply",
        "Copy report",
      ]);
    });
  }
});
