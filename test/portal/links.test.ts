import assert from "node:assert/strict";
import { factUrl, fieldUrl } from "../../src/core/dialog/entity/factLinks";
import { PortalBench, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

describe("Links to the pages of a portal", () => {
  const suite = portalSuite();

  /** Every link that the panel of a chat would have, in its order. */
  const linksOf = async (bench: PortalBench, dialogId: string): Promise<readonly string[]> => {
    const { dialog } = valueOf(await bench.read(dialogId));
    const { origin, userId } = bench.webhook;
    const context = { origin, userId };
    const urls = [
      ...dialog.entity.map((fact) => factUrl(fact, dialog.objectLink, context)),
      ...dialog.fields.map(({ path, wire }) => fieldUrl(path, wire, context)),
    ].filter((url) => url !== undefined);
    const secret = bench.webhook.toStored().split("/").at(-2) ?? "";
    assert.ok(secret.length > 10 && !urls.some((url) => url.includes(secret)));
    return urls.map((url) => {
      assert.ok(url.startsWith(`${suite.emulator.origin}/`), url);
      return url.slice(suite.emulator.origin.length);
    });
  };

  const task = "/company/personal/user/1/tasks/task/view";
  for (const [dialogId, path] of [
    ["chat220", "/crm/deal/details/88/"],
    ["chat221", "/crm/type/1038/details/5/"],
    ["chat230", `${task}/812/`],
    ["chat231", `${task}/845/?ta_sec=chat_tasks&ta_el=view_button`],
    ["chat240", "/workgroups/group/12/"],
    ["chat250", "/company/personal/user/1/calendar/?EVENT_ID=318"],
    ["chat251", "/mail/message/4471"],
    ["chat252", "/crm/lead/details/3/"],
  ] as const) {
    it(`lead from ${dialogId} where the portal says, and hold no secret`, async () => {
      assert.deepEqual(await linksOf(suite.bench, dialogId), [path, path]);
    });
  }

  for (const [dialogId, id] of [
    ["chat288", 99],
    ["chat292", 98],
  ] as const) {
    it(`lead from ${dialogId} to the deal, and not where a hostile link points`, async () => {
      assert.deepEqual(await linksOf(suite.bench, dialogId), [`/crm/deal/details/${id}/`]);
    });
  }

  it("begin at the origin on a portal that has its REST deeper", async () => {
    suite.emulator.setPortalProfile("onPremise");
    const bench = new PortalBench(suite.emulator.webhook());
    assert.match(bench.webhook.toStored(), /\/portal\/rest\//);
    const path = "/crm/deal/details/88/";
    assert.deepEqual(await linksOf(bench, "chat220"), [path, path]);
  });

  it("are built where an old portal gives none", async () => {
    suite.emulator.setPortalProfile("rev30");
    const bench = new PortalBench(suite.emulator.webhook());
    assert.deepEqual(await linksOf(bench, "chat220"), ["/crm/deal/details/88/"]);
  });
});
