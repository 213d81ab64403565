import assert from "node:assert/strict";
import { decodeEntity } from "../../../../src/core/dialog/entity/decodeEntity";
import type { EntityFact, EntityFactName } from "../../../../src/core/dialog/entity/entityFact";
import { factUrl } from "../../../../src/core/dialog/entity/factLinks";
import { objectUrl } from "../../../../src/core/dialog/objectLinks";
import { connectorName, crmObjectName } from "../../../../src/text/entityLabels";
import { fc } from "../../support/generated";

const strings = { entityType: "LINES", entityId: "", data1: "", data2: "", data3: "" };

/** A fact in a word: its value as text, `-` where nothing is set, `?` where it is not understood. */
function short({ value }: EntityFact): string {
  switch (value.type) {
    case "object":
      return `${value.objectType} ${value.objectId}`;
    case "number":
      return String(value.value);
    case "text":
      return value.text;
    case "unset":
      return "-";
    case "notUnderstood":
      return "?";
    case "flag":
      return value.isOn ? "yes" : "no";
    case "time":
      return String(value.epochS);
    case "cut":
      return `+${value.hiddenParts}`;
  }
}

type Row = readonly [
  what: string,
  from: Partial<typeof strings>,
  says: Partial<Record<EntityFactName, string | readonly string[]>>,
];

/** Strings in the shapes that portals and applications were seen to write. */
const rows: readonly Row[] = [
  [
    "a messenger's chat that is saved as a lead",
    {
      entityId: "facebook|34|3001|1074",
      data1: "Y|LEAD|360|N|N|1018|1782879230|0|0|",
      data2: "LEAD|360|COMPANY|0|CONTACT|0|DEAL|0",
      data3: "N",
    },
    {
      connector: "facebook",
      line: "34",
      crmBinding: ["LEAD 360", "-", "-", "-"],
      sessionId: "1018",
    },
  ],
  [
    "an application's connector, bound to a deal and a contact in another order",
    {
      entityId: "vendor_oa_chat|24|chat_3726|840",
      data1: "Y|DEAL|2054|N|N|1020|1782879518|0|0|0",
      data2: "CONTACT|1266|DEAL|2054",
    },
    { connectorChat: "chat_3726", crmBinding: ["CONTACT 1266", "DEAL 2054"], sessionId: "1020" },
  ],
  [
    "one that is not saved in the CRM",
    { entityId: "vendor_personal|20|p_16|878", data1: "N|NONE|0|N|N|1002|1782787104|0|0|0" },
    { crmEnabled: "no", crmType: "-", crmObject: "-", sessionId: "1002" },
  ],
  [
    "a code of three parts",
    { entityId: "facebook|34|abc" },
    { line: "34", connectorChat: "abc", connectorUser: "-" },
  ],
  [
    "data of five parts, of an older portal",
    { entityId: "facebook|34|1|2", data1: "Y|LEAD|360|N|N" },
    { crmBinding: "LEAD 360", sessionId: "-", sessionStart: "-" },
  ],
  [
    "a lead with the number 0",
    { entityId: "facebook|34|1|2", data1: "Y|LEAD|0|N|N|1018|1782879230|0|0|0" },
    { crmEnabled: "yes", crmObject: "-", sessionId: "1018" },
  ],
  [
    "the chat of a contact",
    { entityType: "CRM", entityId: "CONTACT|1780" },
    { crmObject: "CONTACT 1780" },
  ],
  ["a CRM chat with a bare number", { entityType: "CRM", entityId: "12345" }, { crmObject: "?" }],
  ["a mail discussion", { entityType: "MAIL", entityId: "31200" }, { mailMessage: "31200" }],
  [
    "a longer name of a calendar's type, which nobody has seen on a portal",
    { entityType: "CALENDAR_EVENT", entityId: "999" },
    {},
  ],
  [
    "a session and a deal of one number: the places decide",
    {
      entityId: "telegrambot|1|786|13",
      data1: "Y|DEAL|3|N|N|3|1678008993|0|0|0",
      data2: "LEAD|0|COMPANY|0|CONTACT|5|DEAL|3",
    },
    { crmBinding: ["-", "-", "CONTACT 5", "DEAL 3"], sessionId: "3" },
  ],
  [
    "a connector that is a plain word",
    { entityId: "separator|3|777|13", data1: "Y|DEAL|1|N|N|17" },
    { connector: "separator", line: "3", sessionId: "17" },
  ],
  [
    "a visitor who is a user",
    { entityId: "fbinstagramdirect|1|2161|33" },
    { connectorUser: "USER 33" },
  ],
  [
    "a chat with dashes",
    { entityId: "maker_probe|6|probe-client-1|114", data1: "Y|DEAL|162|N|N|20|1785059887|0|0|0" },
    { connectorChat: "probe-client-1", crmBinding: "DEAL 162" },
  ],
  [
    "six parts, the last of them the session",
    { entityId: "telegrambot|8|1736|569", data1: "Y|LEAD|56|N|N|1765" },
    { sessionId: "1765", sessionStart: "-" },
  ],
  [
    "words in place of a user: nobody is invented",
    { entityId: "gateway|13|remote-chat|remote-user" },
    { connectorChat: "remote-chat", connectorUser: "?" },
  ],
  [
    "a connector alone",
    { entityId: "zaptrix" },
    { connector: "zaptrix", line: "-", connectorUser: "-" },
  ],
  [
    "a number of a line between words",
    { entityId: "max|143|chat|user" },
    { line: "143", connectorUser: "?" },
  ],
  [
    "a group's name with @ and dots",
    { entityId: "wz_whatsapp_c0ffee|7|79990001122-16@g.us|77" },
    { connectorChat: "79990001122-16@g.us", connectorUser: "USER 77" },
  ],
  [
    "the visitor's end of a site chat",
    { entityType: "LIVECHAT", entityId: "13|515" },
    { line: "13", connectorUser: "USER 515" },
  ],
  [
    "the same end as some documents spell it",
    { entityType: "LIVECHAT", entityId: "livechat|13" },
    { connector: "livechat", line: "13" },
  ],
  [
    "an invoice",
    { entityType: "CRM", entityId: "SMART_INVOICE|5" },
    { crmObject: "SMART_INVOICE 5" },
  ],
  [
    "an item of a smart process",
    {
      entityId: "telegrambot|1|5|6",
      data1: "Y|DYNAMIC_156|1|N|N|9|1782787104|0|0|0",
      data2: "DYNAMIC_156|1|CONTACT|4",
    },
    { crmObject: "DYNAMIC_156 1", crmBinding: ["DYNAMIC_156 1", "CONTACT 4"] },
  ],
  [
    "a colon in a chat: only pipes divide",
    { entityId: "vendor_max|14|vendor-dialog:7|5" },
    { line: "14", connectorChat: "vendor-dialog:7", connectorUser: "USER 5" },
  ],
  [
    "a second connector of one maker",
    {
      entityId: "olchat_wa_connector_2|7|79990001122|88",
      data1: "Y|DEAL|4512|N|N|9001|1785059887|0|0|0",
      data2: "LEAD|0|COMPANY|0|CONTACT|301|DEAL|4512",
    },
    {
      connector: "olchat_wa_connector_2",
      crmBinding: ["-", "-", "CONTACT 301", "DEAL 4512"],
      sessionId: "9001",
    },
  ],
];

describe("Entity strings of", () => {
  for (const [what, from, says] of rows) {
    it(what, () => {
      const facts = decodeEntity({ ...strings, ...from });
      for (const [name, expected] of Object.entries(says)) {
        const found = facts.filter((fact) => fact.name === name).map(short);
        assert.deepEqual(found, typeof expected === "string" ? [expected] : expected, name);
      }
      if (Object.keys(says).length === 0) assert.deepEqual(facts, []);
    });
  }

  it("an object that the portal links to no page lead to its known page", () => {
    const [fact] = decodeEntity({ ...strings, entityType: "CRM", entityId: "SMART_INVOICE|5" });
    assert.ok(fact !== undefined);
    const link = {
      entityType: "CRM",
      entityId: "SMART_INVOICE|5",
      path: "",
      about: "",
      template: "",
    };
    const context = { origin: "https://h.example", userId: "1" };
    assert.equal(factUrl(fact, link, context), "https://h.example/crm/type/31/details/5/");
    const own = { ...link, path: "/crm/own/5/", about: "SMART_INVOICE|5" };
    assert.equal(factUrl(fact, own, context), "https://h.example/crm/own/5/");
  });

  it("an object of the portal's own types have its name and its page, whatever the type is called", () => {
    const context = { origin: "", userId: "1" };
    for (const [type, name, page] of [
      ["DYNAMIC_31", "Invoice 5", "/crm/type/31/details/5/"],
      ["DYNAMIC_2", "Deal 5", "/crm/deal/details/5/"],
      ["DYNAMIC_14", "Order 5", "/shop/orders/details/5/"],
      ["DYNAMIC_36", "Smart process 36, item 5", "/crm/type/36/details/5/"],
      ["SMART_DOCUMENT", "SMART_DOCUMENT 5", undefined],
      ["DYNAMIC_5", "Invoice (old) 5", undefined],
      ["INVOICE", "Invoice (old) 5", undefined],
      ["DYNAMIC_156", "Smart process 156, item 5", "/crm/type/156/details/5/"],
    ] as const) {
      assert.deepEqual([crmObjectName(type, 5), objectUrl(context, type, 5)], [name, page], type);
    }
  });

  it("anything say nothing that they do not hold", () => {
    const part = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.constantFrom("Y", "N", "DEAL", "NONE", "livechat"),
    );
    const list = fc.array(part, { maxLength: 30 }).map((parts) => parts.join("|"));
    const type = fc.constantFrom("LINES", "LIVECHAT", "CRM", "CALL", "TASKS", "MAIL", "x");
    fc.assert(
      fc.property(type, list, list, list, (entityType, entityId, data1, data2) => {
        for (const fact of decodeEntity({ entityType, entityId, data1, data2, data3: "" })) {
          const from = {
            entity_id: entityId,
            entity_data_1: data1,
            entity_data_2: data2,
            entity_data_3: "",
          }[fact.field];
          if (fact.raw !== undefined) assert.ok(from.includes(fact.raw));
          if (fact.value.type === "object") assert.ok(from.includes(String(fact.value.objectId)));
        }
      }),
    );
  });
});

describe("The portal's own connectors", () => {
  for (const id of [
    "livechat",
    "telegrambot",
    "facebookcomments",
    "whatsappbyedna",
    "avito",
    "ok",
    "vkgrouporder",
    "yandex",
    "fbinstagram",
    "notifications",
    "network",
    "botframework.skype",
  ]) {
    it(`${id} has a name`, () => {
      assert.ok((connectorName(id) ?? "").length > 0);
    });
  }

  it("are not mixed up with those of applications", () => {
    for (const id of [
      "wz_telegram_c0ffee",
      "olchat_wa_connector_2",
      "constructor",
      "",
      "Facebook",
    ]) {
      assert.equal(connectorName(id), undefined);
    }
  });
});
