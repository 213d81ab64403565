import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import type { EntityFactName } from "../../../../src/core/dialog/entity/entityFact";
import { factUrl, fieldUrl } from "../../../../src/core/dialog/entity/factLinks";

const origin = "https://h.example:8443";
const viewer = { origin, userId: "7" };

/** The links of a chat's facts, as `name url`. */
function linksOf(record: Readonly<Record<string, unknown>>, context = viewer): readonly string[] {
  const dialog = decodeDialog({ id: 1, ...record }, "chat1");
  assert.ok(dialog.ok);
  const { entity, objectLink } = dialog.value;
  return entity.flatMap((fact) => {
    const url = factUrl(fact, objectLink, context);
    return url === undefined ? [] : [`${fact.name} ${url.replace(origin, "")}`];
  });
}

function crm(url: unknown, more: object = {}): readonly string[] {
  const link = { type: "DEAL", url, ...more };
  return linksOf({ entity_type: "CRM", entity_id: "DEAL|99", entity_link: link });
}

const built = ["crmObject /crm/deal/details/99/"];

describe("The page of the object that a chat belongs to", () => {
  const own = "/custom/place/?a=1#b";
  for (const [entityType, strings, name] of [
    ["CRM", { entity_id: "DEAL|88" }, "crmObject"],
    ["CRM", { entity_id: "DYNAMIC_1038|5" }, "crmObject"],
    ["CRM", { entity_id: "QUOTE|4" }, "crmObject"],
    ["TASKS", { entity_id: "812" }, "task"],
    ["TASKS_TASK", { entity_id: "845" }, "task"],
    ["SONET_GROUP", { entity_id: "12" }, "workgroup"],
    ["CALENDAR", { entity_id: "318" }, "calendarEvent"],
    ["MAIL", { entity_id: "4471" }, "mailMessage"],
    ["CALL", { entity_id: "+15550142", entity_data_1: "N|LEAD|3" }, "crmObject"],
  ] as const satisfies readonly (readonly [string, object, EntityFactName])[]) {
    it(`is where the portal says: ${entityType} ${strings.entity_id}`, () => {
      const record = { entity_type: entityType, ...strings };
      assert.deepEqual(linksOf({ ...record, entity_link: { url: own } }), [`${name} ${own}`]);
    });
  }

  it("is built where the portal says nothing", () => {
    assert.deepEqual(crm(""), built);
    for (const entity_link of [[], {}, null, "/x"]) {
      assert.deepEqual(linksOf({ entity_type: "CRM", entity_id: "DEAL|99", entity_link }), built);
    }
  });

  for (const url of [
    "//evil.example/x",
    "javascript:1",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example/x",
    "/\u0000x",
    "https://evil.example/crm/deal/details/99/",
    `${origin}/crm/deal/details/1/`,
    1,
    null,
    ["/x"],
  ]) {
    it(`is never ${JSON.stringify(url)}`, () => {
      assert.deepEqual(crm(url), built);
      const field = fieldUrl("entity_link.url", url, viewer);
      assert.equal(field, undefined);
    });
  }

  it("is not the page of another object that the link is said to be about", () => {
    assert.deepEqual(crm("/crm/deal/details/1/", { id: "DEAL|1" }), built);
    assert.deepEqual(crm("/own/", { id: "DEAL|99" }), ["crmObject /own/"]);
    const call = { entity_type: "CALL", entity_id: "+1555", entity_data_1: "N|LEAD|3" };
    for (const id of ["+1555", "LEAD|3"]) {
      const links = linksOf({ ...call, entity_link: { url: "/own/", id } });
      assert.deepEqual(links, ["crmObject /own/"]);
    }
  });

  it("comes from the template of the restrictions when nothing else tells it", () => {
    const template = "/company/personal/user/7/calendar/?EVENT_ID=#ID#";
    const event = { entity_type: "CALENDAR", entity_id: "318" };
    const byLogin = { origin, userId: "ivy" };
    const links = (path: unknown) => linksOf({ ...event, restrictions: { path } }, byLogin);
    assert.deepEqual(links(template), [
      "calendarEvent /company/personal/user/7/calendar/?EVENT_ID=318",
    ]);
    for (const path of ["//evil.example/#ID#", "/no/place/for/it/", "", 1, null]) {
      assert.deepEqual(links(path), []);
    }
    const mail = { entity_type: "MAIL", entity_id: "9", restrictions: { path: "/mail/#ID#" } };
    assert.deepEqual(linksOf(mail), ["mailMessage /mail/9"]);
  });

  it("is not known for a mail message by itself", () => {
    assert.deepEqual(linksOf({ entity_type: "MAIL", entity_id: "9" }), []);
  });

  it("is nothing where there is no object", () => {
    for (const entity_id of ["", "DEAL", "DEAL|0", "x|y|z"]) {
      const record = { entity_type: "CRM", entity_id, entity_link: { url: own } };
      assert.deepEqual(linksOf(record), []);
    }
  });
});

describe("The pages of an Open Channel chat", () => {
  const record = {
    entity_type: "LINES",
    entity_id: "telegrambot|2|209607941|744",
    entity_data_1: "Y|DEAL|88|N|Y|512|1773682918|0|0|0",
    entity_data_2: "LEAD|0|COMPANY|7|CONTACT|31|DEAL|88",
  };
  const expected = [
    "connectorUser /company/personal/user/744/",
    "crmObject /crm/deal/details/88/",
    "sessionId /online/?IM_HISTORY=imol%7C512",
    "crmBinding /crm/company/details/7/",
    "crmBinding /crm/contact/details/31/",
    "crmBinding /crm/deal/details/88/",
  ];

  it("are those of the visitor, the session and the CRM objects; a line has none that is sure", () => {
    assert.deepEqual(linksOf(record), expected);
  });

  it("are not what a link of the chat is about", () => {
    const link = { type: "LINES", url: "/somewhere/" };
    assert.deepEqual(linksOf({ ...record, entity_link: link }), expected);
  });
});

describe("A field that is a link", () => {
  it("is the portal's own path, and no other text that looks like one", () => {
    const path = "/crm/deal/details/88/";
    assert.equal(fieldUrl("entity_link.url", path, viewer), origin + path);
    assert.equal(fieldUrl("restrictions.path", "/workgroups/group/#ID#/", viewer), undefined);
    assert.equal(fieldUrl("name", path, viewer), undefined);
  });

  it("stays at the portal whatever it holds", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      ":",
      "@",
      ".",
      "..",
      "evil.example",
      "?",
      "#",
    );
    const paths = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(paths, (path) => {
        const url = fieldUrl("entity_link.url", path, viewer);
        assert.ok(url === undefined || url.startsWith(`${origin}/`), url);
      }),
      { seed: 27, numRuns: 1_000 },
    );
  });
});
