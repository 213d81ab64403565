import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeEntity } from "../../../src/core/dialog/entity/decodeEntity";
import type { EntityFact, EntityStrings } from "../../../src/core/dialog/entity/entityFact";

const empty: EntityStrings = { entityType: "", entityId: "", data1: "", data2: "", data3: "" };

function decode(strings: Partial<EntityStrings>): readonly EntityFact[] {
  return decodeEntity({ ...empty, ...strings });
}

function valuesOf(facts: readonly EntityFact[], name: EntityFact["name"]): unknown[] {
  return facts.filter((fact) => fact.name === name).map(({ value }) => value);
}

function object(objectType: string, objectId: number): EntityFact["value"] {
  return { type: "object", objectType, objectId };
}

const unset = { type: "unset" };
const notUnderstood = { type: "notUnderstood" };

describe("The entity strings of an Open Channel chat", () => {
  const telegram = decode({
    entityType: "LINES",
    entityId: "telegrambot|2|209607941|744",
    data1: "Y|DEAL|88|N|Y|512|1773682918|0|0|0",
    data2: "LEAD|0|COMPANY|7|CONTACT|31|DEAL|88",
  });

  it("say what the documented example says", () => {
    const said = Object.fromEntries(
      telegram.filter(({ name }) => name !== "crmBinding").map(({ name, value }) => [name, value]),
    );
    assert.deepEqual(said, {
      connector: { type: "text", text: "telegrambot" },
      line: { type: "number", value: 2 },
      connectorChat: { type: "text", text: "209607941" },
      connectorUser: object("USER", 744),
      crmEnabled: { type: "flag", isOn: true },
      crmType: { type: "text", text: "DEAL" },
      crmObject: object("DEAL", 88),
      pause: { type: "flag", isOn: false },
      waitAction: { type: "flag", isOn: true },
      sessionId: { type: "number", value: 512 },
      sessionStart: { type: "time", epochS: Date.UTC(2026, 2, 16, 17, 41, 58) / 1000 },
      sessionLine: unset,
      blockDate: unset,
      blockReason: unset,
      silentMode: { type: "flag", isOn: false },
    });
    const bindings = [unset, object("COMPANY", 7), object("CONTACT", 31), object("DEAL", 88)];
    assert.deepEqual(valuesOf(telegram, "crmBinding"), bindings);
  });

  it("name the part that each fact comes from", () => {
    const session = telegram.find(({ name }) => name === "sessionId");
    assert.deepEqual([session?.field, session?.index, session?.raw], ["entity_data_1", 5, "512"]);
    const deal = telegram.filter(({ name }) => name === "crmBinding").at(-1);
    assert.deepEqual([deal?.field, deal?.index, deal?.raw], ["entity_data_2", 6, "DEAL|88"]);
  });

  it("leave unset what an older portal does not send", () => {
    const facts = decode({
      entityType: "LINES",
      entityId: "livechat|22|1775|599",
      data1: "N|NONE|0|N|N|0|0",
      data3: "Y",
    });
    for (const name of [
      "crmType",
      "crmObject",
      "sessionId",
      "sessionStart",
      "blockDate",
    ] as const) {
      assert.deepEqual(valuesOf(facts, name), [unset], name);
    }
    assert.equal(facts.find(({ name }) => name === "blockDate")?.raw, undefined);
    assert.deepEqual(valuesOf(facts, "silentMode"), [{ type: "flag", isOn: true }]);
  });

  it("read bindings in any order", () => {
    const facts = decode({ entityType: "LINES", data2: "DEAL|88|DYNAMIC_1038|5|LEAD|0" });
    const bindings = [object("DEAL", 88), object("DYNAMIC_1038", 5), unset];
    assert.deepEqual(valuesOf(facts, "crmBinding"), bindings);
  });

  it("say what they can when they are broken, and never guess", () => {
    const facts = decode({
      entityType: "LINES",
      entityId: "custom|x|<b>a|b</b>|9|744",
      data1: "Y||x|",
      data2: "LEAD|12|COMPANY",
      data3: "maybe",
    });
    assert.deepEqual(valuesOf(facts, "line"), [notUnderstood]);
    assert.deepEqual(valuesOf(facts, "connectorChat"), [{ type: "text", text: "<b>a|b</b>|9" }]);
    assert.deepEqual(valuesOf(facts, "connectorUser"), [object("USER", 744)]);
    assert.deepEqual(valuesOf(facts, "crmType"), [unset]);
    assert.deepEqual(valuesOf(facts, "crmObject"), [notUnderstood]);
    assert.deepEqual(valuesOf(facts, "pause"), [unset]);
    assert.deepEqual(valuesOf(facts, "crmBinding"), [object("LEAD", 12), notUnderstood]);
    assert.deepEqual(valuesOf(facts, "silentMode"), [notUnderstood]);
  });

  it("show parts that nobody documented", () => {
    const facts = decode({ entityType: "LINES", data1: "N|NONE|0|N|N|0|0|0|0|0|new" });
    const unknown = facts.find(({ name }) => name === "unknownPart");
    assert.deepEqual([unknown?.index, unknown?.raw], [10, "new"]);
  });
});

describe("The entity strings of other chats", () => {
  const cases: readonly (readonly [string, Partial<EntityStrings>, EntityFact["name"], unknown])[] =
    [
      ["CRM", { entityId: "DEAL|1663" }, "crmObject", object("DEAL", 1663)],
      ["CRM", { entityId: "DYNAMIC_1038|5" }, "crmObject", object("DYNAMIC_1038", 5)],
      ["CRM", { entityId: "DEAL" }, "crmObject", notUnderstood],
      ["CRM", { entityId: "" }, "crmObject", unset],
      ["TASKS", { entityId: "812" }, "task", object("TASK", 812)],
      ["TASKS_TASK", { entityId: "812" }, "task", object("TASK", 812)],
      ["SONET_GROUP", { entityId: "12" }, "workgroup", object("SONET_GROUP", 12)],
      ["CALENDAR", { entityId: "41" }, "calendarEvent", object("CALENDAR", 41)],
      ["MAIL", { entityId: "9" }, "mailMessage", { type: "number", value: 9 }],
      ["CALL", { entityId: "+15550100" }, "call", { type: "text", text: "+15550100" }],
      ["CALL", { data1: "N|LEAD|3" }, "crmObject", object("LEAD", 3)],
      ["CALL", { data1: "N" }, "crmObject", unset],
      ["LIVECHAT", { entityId: "livechat|22" }, "probableLine", { type: "number", value: 22 }],
      ["LIVECHAT", { entityId: "22|745" }, "probableLine", { type: "number", value: 22 }],
      ["LIVECHAT", { entityId: "a|b" }, "probableLine", notUnderstood],
      ["LIVECHAT", { data1: "Y|7|0|512|N|N|Y" }, "sessionId", { type: "number", value: 512 }],
      ["FAVORITE", { entityId: "1" }, "notesOwner", object("USER", 1)],
    ];
  for (const [entityType, strings, name, expected] of cases) {
    it(`${entityType} ${JSON.stringify(strings)} says ${name}`, () => {
      assert.deepEqual(valuesOf(decode({ entityType, ...strings }), name), [expected]);
    });
  }

  it("say nothing for an application's own type", () => {
    assert.deepEqual(decode({ entityType: "MY_APP", entityId: "42", data1: "a|b" }), []);
  });
});

describe("Any entity strings", () => {
  const types = ["LINES", "LIVECHAT", "CRM", "TASKS", "CALL", "CALENDAR", "constructor"];
  const anyText = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom("Y", "N", "0", "7", "DEAL", "", "x", "<b>"), { maxLength: 70 })
      .map((parts) => parts.join("|")),
  );

  it("are read without an error, each fact with a part that stands in its string", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), anyText, anyText, anyText, (entityType, a, b, c) => {
        const strings = { entityType, entityId: a, data1: b, data2: c, data3: a };
        const fields = {
          entity_id: a,
          entity_data_1: b,
          entity_data_2: c,
          entity_data_3: a,
        };
        for (const { field, raw = "" } of decodeEntity(strings)) {
          assert.ok(fields[field].includes(raw), `${raw} is not in ${fields[field]}`);
        }
      }),
      { seed: 24 },
    );
  });
});
