import assert from "node:assert/strict";
import { decodeBots, decodePerson, type Person } from "../../../src/core/browse/person";

const omar: Person = {
  userId: 5,
  name: "Omar Haddad",
  isBot: false,
  isConnector: false,
  isExtranet: false,
  isActive: true,
};
const wire = {
  id: 5,
  name: "Omar Haddad",
  active: true,
  bot: false,
  phones: { inner_phone: "12" },
};

describe("A person of a list", () => {
  const rows: readonly [name: string, user: object, part: Partial<Person>][] = [
    ["as today's portals write one", wire, omar],
    [
      "with text for the id and letters for flags",
      { id: "5", active: "N", bot: "Y" },
      { userId: 5, isActive: false, isBot: true },
    ],
    ["with letters that say no", { ...wire, active: "Y", bot: "N", extranet: "N" }, omar],
    ["who is a bot", { ...wire, bot: true }, { isBot: true }],
    ["who writes through an Open Channel", { ...wire, connector: true }, { isConnector: true }],
    ["from outside", { ...wire, extranet: true }, { isExtranet: true }],
    ["who was dismissed", { ...wire, active: false }, { isActive: false }],
    ["of whom nothing but the id is told", { id: 5 }, { ...omar, name: "" }],
    ["whose name is escaped", { ...wire, name: "A &lt;b&gt;" }, { name: "A <b>" }],
    ["whose name is no text", { ...wire, name: ["x"] }, { name: "" }],
  ];
  for (const [name, user, part] of rows) {
    it(name, () => {
      const decoded = decodePerson(user);
      assert.ok(decoded !== undefined);
      assert.deepEqual({ ...decoded, ...part }, decoded);
    });
  }

  it("has nothing personal but the name", () => {
    assert.deepEqual(Object.keys(decodePerson(wire) ?? {}).sort(), Object.keys(omar).sort());
  });

  it("is left out without an id", () => {
    for (const user of [{}, { id: 0 }, { id: -1 }, { id: "x" }, { id: null }, null, [], "5", 5]) {
      assert.equal(decodePerson(user), undefined);
    }
  });
});

describe("The bots of a portal", () => {
  const delivery = { botId: 39, name: "Delivery & Co bot", code: "delivery", isOpenLine: false };
  const row = { ID: 39, NAME: "Delivery &amp; Co bot", CODE: "delivery", OPENLINE: "N" };

  it("come as a map by id", () => {
    assert.deepEqual(decodeBots({ "39": row, "41": { ID: 41, NAME: "Echo", OPENLINE: "Y" } }), [
      delivery,
      { botId: 41, name: "Echo", code: "", isOpenLine: true },
    ]);
  });

  it("come as a list when PHP saw no gaps, and as an empty one when there are none", () => {
    assert.deepEqual(decodeBots([row]), [delivery]);
    assert.deepEqual(decodeBots([]), []);
  });

  it("are left out one by one when they have no id", () => {
    const map = { a: null, b: { NAME: "x" }, c: "text", d: { ...row, ID: "39" }, e: { ID: "x" } };
    assert.deepEqual(decodeBots(map), [delivery]);
  });

  it("are unknown when the reply is something else", () => {
    for (const result of [null, "", false, 5, undefined]) {
      assert.equal(decodeBots(result), undefined);
    }
  });
});
