import assert from "node:assert/strict";
import { demoOrigin, demoWebhook } from "../../src/core/portal/demoAddress";
import { dialogPages } from "./support/dialogPages";

describe("Panel page: links from a chat to the object it belongs to", () => {
  const inspect = dialogPages({ hasPages: true });

  for (const [dialogId, path, key] of [
    ["chat220", "/crm/deal/details/88/", "bound.entity_id"],
    ["chat230", "/company/personal/user/1/tasks/task/view/812/", "bound.entity_id"],
    ["chat240", "/workgroups/group/12/", "bound.entity_id"],
  ] as const) {
    it(`lead from ${dialogId} to the portal's own page`, async () => {
      const panel = await (await inspect(dialogId)).read();
      for (const row of [key, "entity_link.url"]) {
        const href = await panel.row(row).locator("a").getAttribute("href");
        assert.equal(href, demoOrigin + path);
      }
      const secret = demoWebhook.split("/").at(-2) ?? "";
      assert.ok(secret.length > 10 && !(await panel.frame.content()).includes(secret));
    });
  }

  it("never follow what a hostile portal says", async () => {
    const panel = await (await inspect("chat288")).read();
    assert.equal(await panel.row("entity_link.url").locator("a").count(), 0);
    const href = await panel.row("bound.entity_id").locator("a").getAttribute("href");
    assert.equal(href, `${demoOrigin}/crm/deal/details/99/`);
  });
});
