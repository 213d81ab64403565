import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeEntity } from "../../../../src/core/dialog/entity/decodeEntity";
import type { EntityFact, EntityStrings } from "../../../../src/core/dialog/entity/entityFact";

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
    const place = [deal?.field, deal?.index, deal?.lastIndex, deal?.raw];
    assert.deepEqual(place, ["entity_data_2", 6, 7, "DEAL|88"]);
  });

  it("name all parts of an external chat that holds pipes itself", () => {
    const placesOf = (entityId: string): unknown[] =>
      decode({ entityType: "LINES", entityId })
        .filter(({ field }) => field === "entity_id")
        .slice(2)
        .map(({ name, index, lastIndex, raw }) => [name, index, lastIndex, raw]);
    assert.deepEqual(placesOf("viber|3|a|b|c|d|e|f|744"), [
      ["connectorChat", 2, 7, "a|b|c|d|e|f"],
      ["connectorUser", 8, undefined, "744"],
    ]);
    assert.deepEqual(placesOf("viber|3|a|744"), [
      ["connectorChat", 2, undefined, "a"],
      ["connectorUser", 3, undefined, "744"],
    ]);
  });

  it("know the visitor's chat of this portal from one of another system", () => {
    const liveChat = decode({ entityType: "LINES", entityId: "livechat|22|1775|599" });
    assert.deepEqual(valuesOf(liveChat, "visitorChat"), [{ type: "number", value: 1775 }]);
    assert.deepEqual(valuesOf(liveChat, "connectorChat"), []);
    assert.deepEqual(valuesOf(telegram, "visitorChat"), []);
    const odd = decode({ entityType: "LINES", entityId: "livechat|22|x|599" });
    assert.deepEqual(valuesOf(odd, "visitorChat"), [notUnderstood]);
    const short = decode({ entityType: "LINES", entityId: "livechat|22" });
    assert.deepEqual(valuesOf(short, "visitorChat"), [unset]);
  });

  it("name an object once, by the type and the id together", () => {
    assert.deepEqual(valuesOf(telegram, "crmType"), []);
    const object = telegram.find(({ name }) => name === "crmObject");
    const place = [object?.field, object?.index, object?.lastIndex, object?.raw];
    assert.deepEqual(place, ["entity_data_1", 1, 2, "DEAL|88"]);
    const old = decode({ entityType: "LINES", data1: "Y|DEAL|88|N|N|0" });
    assert.deepEqual(valuesOf(old, "crmObject"), []);
    assert.deepEqual(valuesOf(old, "crmType"), []);
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

  for (const [parts, data1, told] of [
    [6, "Y|LEAD|1209|Y|N|310", { sessionId: 310, sessionStart: undefined, sessionLine: undefined }],
    [7, "N|NONE|0|N|N|0|0", { sessionId: undefined, sessionStart: undefined }],
    [8, "Y|DEAL|88|N|N|7|1773682918|88", { sessionId: 7, sessionLine: 88, blockDate: undefined }],
  ] as const) {
    it(`are read when entity_data_1 has ${parts} parts, as on an older portal`, () => {
      const facts = decode({ entityType: "LINES", data1 });
      for (const [name, value] of Object.entries(told)) {
        const expected = value === undefined ? unset : { type: "number", value };
        assert.deepEqual(valuesOf(facts, name as EntityFact["name"]), [expected], name);
      }
      const missing = facts.filter(
        ({ field, raw }) => field === "entity_data_1" && raw === undefined,
      );
      assert.equal(missing.length, 10 - parts);
    });
  }

  it("know a smart process as the main object and among the bindings", () => {
    const facts = decode({
      entityType: "LINES",
      data1: "Y|DYNAMIC_1038|5|N|N|0|0|0",
      data2: "DYNAMIC_1038|5",
    });
    assert.deepEqual(valuesOf(facts, "crmObject"), [object("DYNAMIC_1038", 5)]);
    assert.deepEqual(valuesOf(facts, "crmBinding"), [object("DYNAMIC_1038", 5)]);
  });

  it("take the binding of an old chat, which has no map of them, from entity_data_1", () => {
    const [bound, ...others] = decode({ entityType: "LINES", data1: "Y|DEAL|88|N|N|0" }).filter(
      ({ name }) => name === "crmBinding",
    );
    assert.deepEqual(others, []);
    assert.deepEqual(bound, {
      name: "crmBinding",
      value: object("DEAL", 88),
      field: "entity_data_1",
      index: 1,
      lastIndex: 2,
      raw: "DEAL|88",
    });
    for (const data1 of ["", "N|NONE|0|N|N|0|0", "Y||x|", "Y", "Y|DEAL", "Y|DEAL|0"]) {
      assert.deepEqual(valuesOf(decode({ entityType: "LINES", data1 }), "crmBinding"), [], data1);
    }
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

  for (const [data2, expected] of [
    ["LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0", [object("LEAD", 1209), unset, unset, unset]],
    ["DEAL|0|LEAD|0", [unset, unset]],
    ["NONE|0", [unset]],
    ["NONE|5", [notUnderstood]],
    ["||", [unset, unset]],
    ["|5", [notUnderstood]],
    ["deal|88", [notUnderstood]],
    ["DEAL|x|LEAD|3", [notUnderstood, object("LEAD", 3)]],
    ["NEW_TYPE|4", [object("NEW_TYPE", 4)]],
  ] as const) {
    it(`say what is bound by “${data2}”`, () => {
      assert.deepEqual(valuesOf(decode({ entityType: "LINES", data2 }), "crmBinding"), expected);
    });
  }

  it("take a string apart only as far as it is worth reading, and say how much is left", () => {
    const facts = decode({ entityType: "LINES", data1: "|".repeat(60), data2: "|".repeat(60) });
    const rest = facts.filter(({ name }) => name === "cutParts");
    assert.deepEqual(
      rest.map(({ field, index, lastIndex, value }) => [field, index, lastIndex, value]),
      ["entity_data_1", "entity_data_2"].map((field) => {
        return [field, 24, 60, { type: "cut", hiddenParts: 37 }];
      }),
    );
    assert.ok(facts.every(({ value }) => value.type !== "notUnderstood"));
  });

  it("survive HTML inside the chat of the other system", () => {
    const facts = decode({ entityType: "LINES", entityId: "viber|x|<b>77|90|12</b>|a|b||" });
    assert.deepEqual(valuesOf(facts, "connector"), [{ type: "text", text: "viber" }]);
    const chat = { type: "text", text: "<b>77|90|12</b>|a|b|" };
    assert.deepEqual(valuesOf(facts, "connectorChat"), [chat]);
    assert.deepEqual(valuesOf(facts, "connectorUser"), [unset]);
  });

  it("show parts that nobody documented", () => {
    const facts = decode({ entityType: "LINES", data1: "N|NONE|0|N|N|0|0|0|0|0|new" });
    const unknown = facts.find(({ name }) => name === "unknownPart");
    assert.deepEqual([unknown?.index, unknown?.raw], [10, "new"]);
  });
});

describe("The entity strings of other chats", () => {
  const time = { type: "time", epochS: 1_773_682_918 };
  const cases: readonly (readonly [
    string,
    Partial<EntityStrings>,
    EntityFact["name"],
    ...unknown[],
  ])[] = [
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
    ["CALL", { data1: "" }, "crmObject", unset],
    ["CALL", { data1: "N|NONE|0" }, "crmObject", unset],
    ["CALL", { data1: "N|DYNAMIC_1038|5|x" }, "crmObject", object("DYNAMIC_1038", 5)],
    ["CALL", { data1: "N|LEAD|3|x" }, "unknownPart", notUnderstood, notUnderstood],
    ["CRM", { entityId: "LEAD|12" }, "crmObject", object("LEAD", 12)],
    ["CRM", { entityId: "CONTACT|31" }, "crmObject", object("CONTACT", 31)],
    ["CRM", { entityId: "COMPANY|7" }, "crmObject", object("COMPANY", 7)],
    ["CRM", { entityId: "QUOTE|4" }, "crmObject", object("QUOTE", 4)],
    ["CRM", { entityId: "SMART_INVOICE|9" }, "crmObject", object("SMART_INVOICE", 9)],
    ["CRM", { entityId: "ORDER|2" }, "crmObject", object("ORDER", 2)],
    ["CRM", { entityId: "DEAL|0" }, "crmObject", unset],
    ["CRM", { entityId: "DEAL|1|2" }, "crmObject", notUnderstood],
    ["CRM", { entityId: "|".repeat(60) }, "crmObject", notUnderstood],
    ["TASKS", { entityId: "" }, "task", unset],
    ["TASKS", { entityId: "x" }, "task", notUnderstood],
    ["VIDEOCONF", { entityId: "" }, "conference", unset],
    ["VIDEOCONF", { entityId: "6" }, "conference", { type: "text", text: "6" }],
    ["CALL", { entityId: "17" }, "call", { type: "text", text: "17" }],
    ["PERSONAL", { entityId: "1" }, "notesOwner", object("USER", 1)],
    ["LIVECHAT", { entityId: "livechat|22" }, "line", { type: "number", value: 22 }],
    ["LIVECHAT", { entityId: "livechat|22" }, "connector", { type: "text", text: "livechat" }],
    ["LIVECHAT", { entityId: "22|745" }, "line", { type: "number", value: 22 }],
    ["LIVECHAT", { entityId: "22|745" }, "connectorUser", object("USER", 745)],
    ["LIVECHAT", { entityId: "22|745|x" }, "unknownPart", notUnderstood],
    ["LIVECHAT", { entityId: "a|b" }, "line", notUnderstood],
    ["LIVECHAT", { entityId: "" }, "line", unset],
    ["LIVECHAT", { data1: "Y|7|0|512|N|N|Y" }, "sessionId", { type: "number", value: 512 }],
    ["LIVECHAT", { data1: "Y|7|0|512|N|N|Y" }, "visitorReadTime", unset],
    ["LIVECHAT", { data1: "Y|7|1773682918" }, "visitorReadTime", time],
    ["LIVECHAT", { data1: "Y|7|yesterday" }, "visitorReadTime", notUnderstood],
    ["LIVECHAT", { data1: "Y" }, "welcomeTextSent", unset],
    ["FAVORITE", { entityId: "1" }, "notesOwner", object("USER", 1)],
  ];
  for (const [entityType, strings, name, ...expected] of cases) {
    it(`${entityType} ${JSON.stringify(strings)} says ${name}`, () => {
      assert.deepEqual(valuesOf(decode({ entityType, ...strings }), name), expected);
    });
  }

  it("say nothing for an application's own type", () => {
    for (const entityType of ["MY_APP", "CHAT", "ANNOUNCEMENT", "SUPPORT24_QUESTION", "", "|"]) {
      assert.deepEqual(decode({ entityType, entityId: "42", data1: "a|b" }), []);
    }
  });
});

describe("Any entity strings", () => {
  const types = ["LINES", "LIVECHAT", "CRM", "TASKS", "CALL", "CALENDAR", "MAIL", "constructor"];
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc
      .array(fc.constantFrom("Y", "N", "0", "7", "DEAL", "NONE", "", "x", "<b>"), { maxLength: 70 })
      .map((parts) => parts.join("|")),
  );
  const anyStrings = fc.record({
    entityType: fc.constantFrom(...types),
    entityId: anyText,
    data1: anyText,
    data2: anyText,
    data3: anyText,
  });

  const fieldsOf = (strings: EntityStrings): Record<EntityFact["field"], string> => ({
    entity_id: strings.entityId,
    entity_data_1: strings.data1,
    entity_data_2: strings.data2,
    entity_data_3: strings.data3,
  });

  it("are read without an error, each fact with a part that stands in its string", () => {
    fc.assert(
      fc.property(anyStrings, (strings) => {
        for (const { field, raw = "" } of decodeEntity(strings)) {
          const text = fieldsOf(strings)[field];
          assert.ok(text.includes(raw), `${raw} is not in ${text}`);
        }
      }),
      { seed: 24 },
    );
  });

  it("lose no part: those of a string that was taken apart make up the string again", () => {
    fc.assert(
      fc.property(anyStrings, (strings) => {
        const facts = decodeEntity(strings);
        for (const [field, text] of Object.entries(fieldsOf(strings))) {
          const own = facts.filter(
            (fact) =>
              fact.field === field &&
              // Said a second time: the binding of a chat without a map of them.
              !(fact.name === "crmBinding" && field === "entity_data_1"),
          );
          if (own.length > 0) assert.equal(rejoined(own, text), text);
        }
      }),
      { seed: 25, numRuns: 500 },
    );
  });

  it("have a place of their own, each", () => {
    fc.assert(
      fc.property(anyStrings, (strings) => {
        const places = decodeEntity(strings).map(({ field, index, lastIndex }) =>
          [field, index, lastIndex].join(),
        );
        assert.equal(new Set(places).size, places.length, places.join(" "));
      }),
      { seed: 26 },
    );
  });

  it("are read at once, however long", () => {
    const long = "DEAL|88|".repeat(200_000);
    for (const entityType of types) {
      const facts = decodeEntity({
        entityType,
        entityId: long,
        data1: long,
        data2: long,
        data3: long,
      });
      assert.ok(facts.length < 100);
    }
  });
});

/** The parts of some facts in their order; what is said to be cut is taken from the string itself. */
function rejoined(facts: readonly EntityFact[], text: string): string {
  const inOrder = [...facts].sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const parts = inOrder.flatMap(({ name, index, lastIndex = 0, raw, value }) => {
    if (name !== "cutParts") return raw === undefined ? [] : [raw];
    const rest = text.split("|").slice(index);
    assert.deepEqual(value, { type: "cut", hiddenParts: rest.length });
    assert.equal(lastIndex, text.split("|").length - 1);
    return [rest.join("|")];
  });
  return parts.join("|");
}
