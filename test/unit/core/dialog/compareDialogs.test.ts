import assert from "node:assert/strict";
import { compareDialogs, type ComparedField } from "../../../../src/core/dialog/compareDialogs";
import { decodeBotChat, decodeDialog } from "../../../../src/core/dialog/decodeDialog";

function compare(owner: object, bot: object): readonly ComparedField[] {
  const first = decodeDialog({ id: 29, ...owner }, "chat29");
  const second = decodeBotChat({ chat: { id: 29, ...bot } }, "chat29");
  assert.ok(first.ok && second.ok);
  return compareDialogs(first.value, second.value);
}

const differing = (owner: object, bot: object): readonly string[] =>
  compare(owner, bot).flatMap(({ name, result }) => (result === "different" ? [name] : []));

describe("Two readers of one dialog", () => {
  it("are compared by the field, however each method spells it", () => {
    assert.deepEqual(differing({ user_counter: 4 }, { userCounter: 4 }), []);
    assert.deepEqual(differing({ user_counter: 4 }, { userCounter: 5 }), ["user_counter"]);
    assert.deepEqual(
      differing({ permissions: { can_post: "member" } }, { permissions: { canPost: "owner" } }),
      ["permissions.can_post"],
    );
  });

  const same: readonly [owner: object, bot: object][] = [
    [{ parent_chat_id: 0 }, { parentChatId: null }],
    [{ extranet: false }, { extranet: "" }],
    [{ text_field_enabled: true }, { textFieldEnabled: "Y" }],
    [{ description: null }, { description: "" }],
    [{ role: "member" }, { role: "MEMBER" }],
    [{ owner: "2" }, { owner: 2 }],
    [{ manager_list: [7, 1] }, { managerList: [1, "7"] }],
    [{ mute_list: [] }, { muteList: {} }],
    [{ color: "#4BA984" }, { color: "#4ba984" }],
    [{ date_create: "2026-02-24T13:19:39+02:00" }, { dateCreate: "2026-02-24T11:19:39Z" }],
    [{ counter: 0 }, {}],
  ];
  for (const [owner, bot] of same) {
    it(`are told the same by ${JSON.stringify(owner)} and ${JSON.stringify(bot)}`, () => {
      assert.deepEqual(differing(owner, bot), []);
    });
  }

  const other: readonly [owner: object, bot: object][] = [
    [{ role: "owner" }, { role: "none" }],
    [{ owner: 0 }, { owner: 39 }],
    [{ manager_list: [1] }, { managerList: [] }],
    [{ name: "A" }, { name: "a" }],
    [{ public: { code: "a", deep: [1] } }, { public: { code: "b", deep: [1] } }],
    [{ name: `${"x".repeat(9_000)}a` }, { name: `${"x".repeat(9_000)}b` }],
  ];
  for (const [owner, bot] of other) {
    it(`are told otherwise by ${JSON.stringify(owner).slice(0, 50)}`, () => {
      assert.equal(differing(owner, bot).length, 1);
    });
  }

  it("keep what only one of them was told, the second's last", () => {
    const compared = compare({ counter: 3 }, { guestCount: 1 });
    const counter = compared.find(({ name }) => name === "counter");
    assert.ok(counter?.first !== undefined && counter.second === undefined);
    assert.equal(compared.at(-1)?.name, "guest_count");
    assert.equal(compared.at(-1)?.first, undefined);
  });

  it("are told by different methods: what one of them never tells is no difference", () => {
    const owner = { counter: 3, restrictions: { send: true }, unread_last_id: 7 };
    const bot = {
      guestCount: 1,
      hasManageCapability: true,
      canHaveThreads: false,
      permissions: { manageDelete: "owner" },
    };
    const results = new Set(compare(owner, bot).map(({ result }) => result));
    assert.deepEqual(results, new Set(["same", "notAsked"]));
  });

  it("differ in nothing that only stands beside the record", () => {
    const first = decodeDialog({ id: 29 }, "chat29");
    const second = decodeBotChat({ chat: { id: 29 }, users: [{ id: 456 }] }, "chat29");
    assert.ok(first.ok && second.ok);
    assert.deepEqual(
      compareDialogs(first.value, second.value).map(({ name, result }) => [name, result]),
      [
        ["id", "same"],
        ["result.users", "notAsked"],
      ],
    );
  });

  it("are told apart where only one of them was told what both methods tell", () => {
    const oneSided = compare(
      { user_counter: 4, last_id: 12, entity_link: { id: "DEAL|1" } },
      { name: "Night shift" },
    ).flatMap(({ name, result }) => (result === "oneSided" ? [name] : []));
    assert.deepEqual(oneSided, ["entity_link.id", "user_counter", "last_id", "name"]);
  });
});
