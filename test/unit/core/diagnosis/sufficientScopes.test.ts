import assert from "node:assert/strict";
import { sufficientScopes } from "../../../../src/core/diagnosis/sufficientScopes";
import { scopeLackedFor } from "../../../../src/core/portal/portalRecord";

describe("The scope that a refused call needs", () => {
  for (const [method, scopes] of [
    ["imbot.dialog.get", ["imbot", "im"]],
    ["im.dialog.get", ["imbot", "im"]],
    ["im.search.chat.list", ["im"]],
    ["im.dialog.users.list", ["im"]],
    ["imbot.bot.list", ["imbot"]],
    ["imopenlines.crm.chat.get", ["imopenlines"]],
    ["profile", ["imbot", "im"]],
    ["no.such.method", ["imbot", "im"]],
    [undefined, ["imbot", "im"]],
  ] as const) {
    it(`is told by the method: ${method ?? "none was called"}`, () => {
      assert.deepEqual(sufficientScopes(method), scopes);
    });
  }

  it("is lacked only by a webhook whose scopes are known", () => {
    assert.equal(scopeLackedFor("im.search.chat.list", { scopes: ["imbot"] }), "im");
    assert.equal(scopeLackedFor("im.search.chat.list", { scopes: ["im"] }), undefined);
    assert.equal(scopeLackedFor("im.search.chat.list", {}), undefined);
    assert.equal(scopeLackedFor("scope", { scopes: [] }), undefined);
  });
});
