import assert from "node:assert/strict";
import { call, quietPortal, recordOf, resultOf } from "./support/portalCalls";

const portal = quietPortal();

describe("What a webhook learns about itself", () => {
  it("is whose it is", () => {
    const { PERSONAL_PHOTO: photo, ...profile } = recordOf(call(portal, "profile"));
    assert.deepEqual(profile, {
      ID: "1",
      ADMIN: true,
      NAME: "Ivy",
      LAST_NAME: "Stone",
      PERSONAL_GENDER: "F",
      TIME_ZONE: "",
    });
    assert.equal(typeof photo, "string");
    assert.equal(recordOf(call(portal, "profile", {}, { user: 5 }))["ADMIN"], false);
    assert.ok(!("PERSONAL_PHOTO" in recordOf(call(portal, "profile", {}, { user: 9 }))));
  });

  it("is what it may do", () => {
    const scopes = (user: 1 | 5 | 9) => resultOf(call(portal, "scope", {}, { user }));
    assert.deepEqual(scopes(1), ["im", "imbot", "imopenlines"]);
    assert.deepEqual(scopes(5), ["imbot"]);
    assert.deepEqual(scopes(9), ["im", "imbot"]);
    const all = resultOf(call(portal, "scope", { full: true }, { user: 5 }));
    assert.ok(Array.isArray(all) && all.includes("crm"));
    const lost = quietPortal({ disturb: () => ({ lostScopes: ["im", "imbot", "imopenlines"] }) });
    assert.deepEqual(resultOf(call(lost, "scope")), [""]);
  });

  it("is which methods are there and open to it", () => {
    const ask = (name: string) => resultOf(call(portal, "method.get", { name }, { user: 5 }));
    assert.deepEqual(ask("imbot.v2.chat.get"), { isExisting: true, isAvailable: true });
    assert.deepEqual(ask("im.recent.list"), { isExisting: true, isAvailable: false });
    assert.deepEqual(ask("crm.deal.get"), { isExisting: false, isAvailable: false });
    const mine = resultOf(call(portal, "methods", {}, { user: 5 }));
    assert.ok(Array.isArray(mine));
    assert.ok(mine.includes("imbot.dialog.get") && !mine.includes("im.dialog.get"));
    const ofIm = resultOf(call(portal, "methods", { scope: "im" }));
    assert.ok(Array.isArray(ofIm) && ofIm.includes("im.dialog.get") && !ofIm.includes("profile"));
  });

  it("is the licence and the revision of the portal", () => {
    assert.deepEqual(resultOf(call(portal, "app.info", {}, { user: 5 })), {
      SCOPE: ["imbot"],
      LICENSE: "de_pro100",
    });
    assert.equal(recordOf(call(portal, "im.revision.get"))["rest"], 36);
    assert.equal(recordOf(call(portal, "imbot.v2.Revision.get"))["rest"], 36);
  });

  it("is not the user record, which needs a scope of its own", () => {
    assert.equal(call(portal, "user.current").json["error"], "insufficient_scope");
  });
});
