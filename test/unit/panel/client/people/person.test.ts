import assert from "node:assert/strict";
import {
  decodeBot,
  decodePerson,
  type Bot,
  type Person,
} from "../../../../../src/core/dialog/person";

const omar: Person = {
  userId: 5,
  name: "Omar Haddad",
  isBot: false,
  isConnector: false,
  isExtranet: false,
  isGuest: false,
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
    ["who is a guest of a collab", { ...wire, type: "collaber" }, { isGuest: true }],
    ["who came through a link for guests", { ...wire, type: "guest" }, { isGuest: true }],
    ["of a type that nobody knows", { ...wire, type: "visitor" }, omar],
    ["who was dismissed", { ...wire, active: false }, { isActive: false }],
    ["of whom nothing but the id is told", { id: 5 }, { ...omar, name: "" }],
    ["whose name is escaped", { ...wire, name: "A &lt;b&gt;" }, { name: "A <b>" }],
    [
      "whose name stands in two parts",
      { id: 5, name: "", first_name: "Omar", last_name: "Haddad" },
      { name: "Omar Haddad" },
    ],
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

describe("A bot of a portal", () => {
  const wire = { ID: 39, NAME: "Delivery &amp; Co bot", CODE: "delivery", OPENLINE: "N" };
  const delivery: Bot = {
    botId: 39,
    name: "Delivery & Co bot",
    code: "delivery",
    isOpenLine: false,
  };

  const rows: readonly [name: string, entry: object, part: Partial<Bot>][] = [
    ["as portals write one", wire, delivery],
    ["with text for its id", { ...wire, ID: "39" }, delivery],
    ["of an Open Channel", { ...wire, OPENLINE: "Y" }, { isOpenLine: true }],
    ["with a real flag", { ...wire, OPENLINE: true }, { isOpenLine: true }],
    ["without name and code", { ID: 39, NAME: null, CODE: 5 }, { ...delivery, name: "", code: "" }],
  ];
  for (const [name, entry, part] of rows) {
    it(name, () => {
      const decoded = decodeBot(entry);
      assert.ok(decoded !== undefined);
      assert.deepEqual({ ...decoded, ...part }, decoded);
    });
  }

  it("is left out without an id", () => {
    for (const entry of [{}, { ID: 0 }, { ID: "x" }, { id: 39 }, null, [], "39", 39]) {
      assert.equal(decodeBot(entry), undefined);
    }
  });
});
