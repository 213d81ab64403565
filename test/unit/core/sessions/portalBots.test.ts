import assert from "node:assert/strict";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { success } from "../../../../src/core/base/result";
import { PortalBots } from "../../../../src/core/sessions/portalBots";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://northwind.example",
  userId: "1",
  scopes: ["im", "imbot"],
  readsWithoutAsking: false,
};
const helper = { botId: 456, name: "Helper", code: "helper", isOpenLine: false };

describe("The bots of a portal", () => {
  let asked: number;
  let bots: PortalBots;
  beforeEach(() => {
    asked = 0;
    bots = new PortalBots({
      bots: () => {
        asked += 1;
        return Promise.resolve(success({ items: [helper], nextOffset: undefined }));
      },
    });
  });

  it("are asked for once, and are known from then on", async () => {
    assert.equal(bots.of(portal), undefined);
    await Promise.all([bots.read(portal), bots.read(portal)]);
    await bots.read(portal);
    assert.equal(asked, 1);
    assert.deepEqual(bots.of(portal), [helper]);
  });

  it("are those of the newest list that anybody read, and need no question then", async () => {
    bots.note(portal, [{ ...helper, name: "Helper 2" }]);
    await bots.read(portal);
    assert.deepEqual([asked, bots.of(portal)?.[0]?.name], [0, "Helper 2"]);
  });

  it("are not those of a question that was asked before somebody else read them", async () => {
    const read = bots.read(portal);
    bots.note(portal, [{ ...helper, name: "Helper 2" }]);
    await read;
    assert.equal(bots.of(portal)?.[0]?.name, "Helper 2");
  });

  it("are not those of another portal on the same server", async () => {
    await bots.read(portal);
    const branch = { ...portal, basePath: "/branch/rest" };
    assert.equal(bots.of(branch), undefined);
    await bots.read(branch);
    assert.equal(asked, 2);
  });

  it("are not asked for where the scope is not granted", async () => {
    await bots.read({ ...portal, scopes: ["im"] });
    await bots.read({ ...portal, scopes: undefined });
    assert.equal(asked, 0);
  });
});
