import assert from "node:assert/strict";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import type { Dialog } from "../../../../src/core/dialog/dialog";
import { idsToAskFor, mayListMembers, rolesIn } from "../../../../src/core/dialog/recordPeople";
import { fullRecord } from "../../support/records";

function dialogOf(fields: object): Dialog {
  const decoded = decodeDialog({ ...fullRecord, ...fields }, "chat29");
  assert.ok(decoded.ok);
  return decoded.value;
}

const nobody = {
  owner: 0,
  manager_list: [],
  mute_list: [],
  readed_list: [],
  last_message_views: [],
};

describe("The people of a record", () => {
  for (const [name, fields, ids] of [
    ["its owner", { owner: "2" }, [2]],
    ["its managers", { manager_list: [1, "39"] }, [1, 39]],
    ["those it is muted for", { mute_list: { 503: true } }, [503]],
    ["readers, first of all", { readed_list: [{ user_id: 5, user_name: "Omar" }] }, [5]],
    ["first viewers", { last_message_views: { first_viewers: [{ user_id: 7 }] } }, [7]],
    ["first viewers that are bare ids", { last_message_views: { first_viewers: [7, 8] } }, [7, 8]],
    [
      "the visitor of an Open Channel",
      { entity_type: "LINES", entity_id: "telegrambot|2|209607941|744" },
      [744],
    ],
    ["each once", { owner: 1, manager_list: [1, 5], mute_list: [5] }, [1, 5]],
    ["nobody", {}, []],
    ["nobody where the portal says nobody", { manager_list: [0, -1] }, []],
    ["nobody in what cannot be read", { owner: "ivy", manager_list: "all" }, []],
  ] as const) {
    it(`are asked for: ${name}`, () => {
      assert.deepEqual(idsToAskFor(dialogOf({ ...nobody, ...fields })), ids);
    });
  }

  it("are asked for as far as somebody sees them at first", () => {
    const crowd = Array.from({ length: 9_999 }, (_, at) => at + 900);
    const readed = crowd.map((user_id) => ({ user_id, user_name: "x" }));
    assert.equal(idsToAskFor(dialogOf({ ...nobody, readed_list: readed })).length, 50);
    assert.equal(idsToAskFor(dialogOf({ ...nobody, manager_list: crowd })).length, 1_000);
  });

  it("have roles", () => {
    const { ownerId, managerIds } = rolesIn(dialogOf({ owner: "1", manager_list: [1, 39] }));
    assert.equal(ownerId, 1);
    assert.deepEqual([...managerIds], [1, 39]);
    assert.equal(rolesIn(dialogOf({ owner: 0 })).ownerId, undefined);
  });

  it("may be listed unless the record says no", () => {
    assert.equal(mayListMembers(dialogOf({})), true);
    assert.equal(mayListMembers(dialogOf({ restrictions: [] })), true);
    assert.equal(mayListMembers(dialogOf({ restrictions: { user_list: "N" } })), false);
    assert.equal(mayListMembers(dialogOf({ restrictions: { user_list: false } })), false);
  });
});
