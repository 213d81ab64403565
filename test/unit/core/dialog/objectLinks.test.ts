import assert from "node:assert/strict";
import { objectUrl, sessionUrl } from "../../../../src/core/dialog/objectLinks";

const origin = "https://h.example:8443";
const context = { origin, userId: "7" };

describe("The page of an object", () => {
  for (const [type, id, path] of [
    ["LEAD", 1, "/crm/lead/details/1/"],
    ["DEAL", 88, "/crm/deal/details/88/"],
    ["CONTACT", 31, "/crm/contact/details/31/"],
    ["COMPANY", 7, "/crm/company/details/7/"],
    ["DYNAMIC_128", 3, "/crm/type/128/details/3/"],
    ["QUOTE", 4, "/crm/type/7/details/4/"],
    ["SMART_INVOICE", 5, "/crm/type/31/details/5/"],
    ["ORDER", 2, "/shop/orders/details/2/"],
    ["TASK", 812, "/company/personal/user/7/tasks/task/view/812/"],
    ["SONET_GROUP", 12, "/workgroups/group/12/"],
    ["CALENDAR", 318, "/company/personal/user/7/calendar/?EVENT_ID=318"],
    ["USER", 744, "/company/personal/user/744/"],
  ] as const) {
    it(`is known for ${type}`, () => {
      assert.equal(objectUrl(context, type, id), origin + path);
    });
  }

  for (const type of ["MAIL", "DYNAMIC_x", "constructor", ""]) {
    it(`is not known for “${type}”`, () => {
      assert.equal(objectUrl(context, type, 1), undefined);
    });
  }

  it("is not guessed below the page of a viewer whose id is not known", () => {
    const byLogin = { origin, userId: "ivy/../x" };
    assert.equal(objectUrl(byLogin, "TASK", 812), undefined);
    assert.equal(objectUrl(byLogin, "CALENDAR", 318), undefined);
    assert.equal(objectUrl(byLogin, "DEAL", 88), `${origin}/crm/deal/details/88/`);
  });

  it("of a session is the messenger's history", () => {
    assert.equal(sessionUrl(context, 512), `${origin}/online/?IM_HISTORY=imol%7C512`);
  });
});
