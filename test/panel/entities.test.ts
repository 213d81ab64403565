import assert from "node:assert/strict";
import type { DialogPanel } from "../e2e/harness/dialogPanel";
import { dialogPages } from "./support/dialogPages";

/** Where in the entity strings, what it is, what it says, and how the portal spelled that. */
type Row = readonly [place: string, label: string, shown: string, raw: string];

/** What the panel shows of the entity strings, read from the page. */
async function boundIn(panel: DialogPanel): Promise<readonly Row[]> {
  const prefix = "bound.";
  return (await panel.facts())
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, label, value, raw }) => {
      const shown = raw !== "" && value.endsWith(raw) ? value.slice(0, -raw.length) : value;
      return [key.slice(prefix.length), label, shown.trim(), raw];
    });
}

/** By the REST brief's own words about these chats (entities.md sections 3 to 6). */
const chats: Readonly<Record<string, { readonly kind: string; readonly rows: readonly Row[] }>> = {
  chat210: {
    kind: "Open Channel dialog",
    rows: [
      ["entity_id[0]", "Connector", "Telegram", "telegrambot"],
      ["entity_id[1]", "Open Channel line", "2", ""],
      ["entity_id[2]", "Chat in the external system", "209607941", ""],
      ["entity_data_1[0]", "Saved in CRM", "yes", "Y"],
      ["entity_data_1[1–2]", "CRM object", "Deal 88", "DEAL|88"],
      ["entity_data_1[3]", "Kept by the operator", "no", "N"],
      ["entity_data_1[4]", "Waiting for the client", "yes", "Y"],
      ["entity_data_1[5]", "Session", "512", ""],
      ["entity_data_2[0–1]", "CRM binding: Lead", "not bound", "LEAD|0"],
      ["entity_data_2[2–3]", "CRM binding: Company", "Company 7", "COMPANY|7"],
      ["entity_data_2[4–5]", "CRM binding: Contact", "Contact 31", "CONTACT|31"],
      ["entity_data_2[6–7]", "CRM binding: Deal", "Deal 88", "DEAL|88"],
      ["entity_data_3", "Silent mode", "no", "N"],
    ],
  },
  chat211: {
    kind: "Open Channel dialog",
    rows: [
      ["entity_id[0]", "Connector", "Live chat of a site", "livechat"],
      ["entity_id[1]", "Open Channel line", "22", ""],
      ["entity_data_1[0]", "Saved in CRM", "no", "N"],
      ["entity_data_1[2]", "CRM object", "not set", "0"],
      ["entity_data_1[5]", "Session", "not set", "0"],
      ["entity_data_1[7]", "Line of the session", "not sent", ""],
      ["entity_data_3", "Silent mode", "yes", "Y"],
    ],
  },
  chat212: {
    kind: "Open Channel dialog",
    rows: [
      ["entity_id[0]", "Connector", "Viber", "viber"],
      ["entity_id[1]", "Open Channel line", "not understood", "x"],
      ["entity_data_1[0]", "Saved in CRM", "yes", "Y"],
      ["entity_data_1[2]", "CRM object", "not understood", "x"],
      ["entity_data_1[5]", "Session", "not sent", ""],
      ["entity_data_2[0–1]", "CRM binding: Lead", "Lead 12", "LEAD|12"],
      ["entity_data_2[2]", "CRM binding: Company", "not understood", "COMPANY"],
      ["entity_data_3", "Silent mode", "no", '""'],
    ],
  },
  chat220: { kind: "CRM chat", rows: [["entity_id", "CRM object", "Deal 88", "DEAL|88"]] },
  chat221: {
    kind: "CRM chat",
    rows: [["entity_id", "CRM object", "Smart process 1038, item 5", "DYNAMIC_1038|5"]],
  },
  chat230: { kind: "Task chat", rows: [["entity_id", "Task", "Task 812", "812"]] },
  chat252: {
    kind: "Call chat",
    rows: [
      ["entity_id", "Call or phone number", "+15550142", ""],
      ["entity_data_1[1–2]", "CRM object", "Lead 3", "LEAD|3"],
    ],
  },
};

describe("Panel page: what a chat is bound to", () => {
  const inspect = dialogPages();

  for (const [dialogId, { kind, rows }] of Object.entries(chats)) {
    it(`is read out of the strings of ${dialogId}`, async () => {
      const panel = await (await inspect(dialogId)).read();
      assert.ok((await panel.meta.innerText()).startsWith(kind));
      const shown = await boundIn(panel);
      const expected = new Set(rows.map(([place]) => place));
      assert.deepEqual(
        shown.filter(([place]) => expected.has(place)),
        rows,
      );
    });
  }

  it("includes the visitor, with name and mark, and when the session was opened", async () => {
    const panel = await (await inspect("chat210")).read();
    await panel.row("bound.entity_id[3]").getByText("Ana Prieto").waitFor();
    const visitor = await panel.fact("bound.entity_id[3]");
    assert.match(visitor.value, /744/);
    assert.match(visitor.value, /from an Open Channel/);
    const opened = panel.row("bound.entity_data_1[6]").locator("time");
    assert.equal(await opened.getAttribute("datetime"), "2026-03-16T17:41:58.000Z");
  });

  it("keeps the pipes of an external id together", async () => {
    const panel = await (await inspect("chat212")).read();
    const rows = await boundIn(panel);
    assert.ok(rows.some(([, , shown]) => shown === "<b>77|90|12</b>|a|b|"));
  });

  it("is nothing for a reply that says next to nothing, and the panel says so", async () => {
    const panel = await (await inspect("chat287")).read();
    assert.deepEqual(await boundIn(panel), []);
    assert.equal((await panel.fact("id")).value, "287");
    assert.match(await panel.banner.innerText(), /^The portal returned only /);
  });

  it("is nothing for the chat of the documentation of 2022, whose ids are text", async () => {
    const panel = await (await inspect("chat21191")).read();
    assert.equal(await panel.title.innerText(), "Mint chat No.3");
    assert.match(await panel.meta.innerText(), /^Group chat/);
    assert.deepEqual(await boundIn(panel), []);
    assert.equal((await panel.fact("id")).raw, '"21191"');
    assert.equal((await panel.fact("title")).value, "Mint chat No.3");
    assert.match((await panel.fact("date_create")).value, /2017-10-14T12:15:32\+02:00$/);
  });

  it("is not told of a chat that the webhook's owner may not see", async () => {
    const panel = await (await inspect("chat405")).noticeWith("No access, or no such chat");
    assert.equal((await panel.fact("refusal.error")).value, "ACCESS_ERROR");
    assert.deepEqual(await boundIn(panel), []);
  });
});
