import assert from "node:assert/strict";
import { decodeBotChat, decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import type { Dialog } from "../../../../src/core/dialog/dialog";
import type { FieldValue } from "../../../../src/core/dialog/fieldValue";
import { decodePerson } from "../../../../src/core/dialog/person";
import { fc, inheritedNames } from "../../support/generated";
import { fullRecord } from "../../support/records";

function owners(record: object, asked: string): Dialog {
  const dialog = decodeDialog(record, asked);
  assert.ok(dialog.ok);
  return dialog.value;
}

function bots(chat: object, asked: string): Dialog {
  const dialog = decodeBotChat({ chat }, asked);
  assert.ok(dialog.ok);
  return dialog.value;
}

function valueOf({ fields }: Dialog, name: string): FieldValue | undefined {
  return fields.find((field) => field.name === name)?.value;
}

function bound({ entity }: Dialog): readonly string[] {
  return entity.flatMap(({ name, value }) =>
    value.type === "number"
      ? [`${name} ${value.value}`]
      : value.type === "object"
        ? [`${name} ${value.objectType} ${value.objectId}`]
        : [],
  );
}

/** Shapes of live portals, with invented names. */
describe("A reply of a live portal", () => {
  it("about a private dialog lists a reader without a date, and a field of its time", () => {
    const dialog = owners(
      {
        ...fullRecord,
        id: 10,
        name: "",
        type: "private",
        message_type: "P",
        readed_list: [{ user_id: 10, user_name: "Ivy Stone", message_id: 3854, date: null }],
        dialog_id: "10",
        disappearing_time: 0,
      },
      "10",
    );
    assert.deepEqual([dialog.dialogId, dialog.kind?.word], ["10", "private"]);
    const readers = valueOf(dialog, "readed_list");
    assert.ok(readers !== undefined && "type" in readers);
    assert.match(JSON.stringify(readers), /"userId":10,"name":"Ivy Stone"/);
    const odd = dialog.fields.find(({ name }) => name === "disappearing_time");
    assert.deepEqual([odd?.isDocumented, odd?.value.type], [false, "number"]);
  });

  it("about a live chat without a lead names its line, and no object", () => {
    const dialog = owners(
      {
        ...fullRecord,
        id: 1364,
        owner: 0,
        type: "lines",
        message_type: "L",
        entity_type: "LINES",
        entity_id: "livechat|1|1363|203",
        entity_data_1: "N|NONE|0|N|N|0|1591872180|1|0|",
        dialog_id: null,
      },
      "chat1364",
    );
    assert.deepEqual([dialog.dialogId, dialog.kind?.word], ["chat1364", "lines"]);
    assert.deepEqual(bound(dialog), [
      "line 1",
      "visitorChat 1363",
      "connectorUser USER 203",
      "sessionLine 1",
    ]);
  });

  it("in which every value is a string is read as one with numbers and flags", () => {
    const dialog = bots(
      {
        id: "19167",
        dialogId: "chat19167",
        type: "lines",
        entityType: "LINES",
        entityId: "livechat|13|19165|515",
        entityLink: { type: "LINES", url: "", id: "livechat|13|19165|515" },
        entityData1: "N|NONE|0|N|N|171|1789465580|0|0|0",
        messageType: "L",
        owner: "0",
        extranet: "0",
        isNew: "0",
        textFieldEnabled: "1",
        canHaveThreads: "1",
        permissions: { manageGuestInvites: "manager", canPost: "member" },
      },
      "chat19167",
    );
    assert.equal(dialog.chatId, 19_167);
    assert.ok(bound(dialog).includes("sessionId 171") && bound(dialog).includes("line 13"));
    assert.deepEqual(valueOf(dialog, "extranet"), { type: "flag", isOn: false, spelled: '"0"' });
    assert.deepEqual(valueOf(dialog, "text_field_enabled"), {
      type: "flag",
      isOn: true,
      spelled: '"1"',
    });
    assert.ok(dialog.fields.every(({ isDocumented }) => isDocumented));
  });

  it("with a map that says of each whether he has muted the chat lists those who have", () => {
    const chat = {
      id: "1982",
      entityType: "LINES",
      entityId: "livechat|58|1981|450",
      managerList: null,
      type: "lines",
    };
    const nobody = bots({ ...chat, muteList: { 450: false } }, "chat1982");
    assert.deepEqual(valueOf(nobody, "mute_list"), { type: "unset", spelled: '{"450":false}' });
    assert.deepEqual(valueOf(nobody, "manager_list"), { type: "unset", spelled: "null" });
    const one = bots({ ...chat, muteList: { 450: "N", 503: "Y" } }, "chat1982");
    assert.deepEqual(valueOf(one, "mute_list"), { type: "userIds", userIds: [503] });
    assert.ok(bound(one).includes("line 58"));
  });

  it("about the chat of a task has the task and the portal's own link", () => {
    const url = "/company/personal/user/503/tasks/task/view/8293/";
    const dialog = owners(
      {
        ...fullRecord,
        type: "tasksTask",
        message_type: "X",
        entity_type: "TASKS_TASK",
        entity_id: "8293",
        entity_link: { type: "TASKS_TASK", url, id: "8293" },
      },
      "chat2794",
    );
    assert.deepEqual(
      [dialog.kind?.word, bound(dialog), dialog.objectLink.path],
      ["task", ["task TASK 8293"], url],
    );
  });

  it("about a collab names it and its workgroup", () => {
    const dialog = owners(
      {
        ...fullRecord,
        type: "collab",
        message_type: "B",
        entity_type: "SONET_GROUP",
        entity_id: "64",
      },
      "chat910",
    );
    assert.deepEqual([dialog.kind?.word, bound(dialog)], ["collab", ["workgroup SONET_GROUP 64"]]);
  });

  it("about a conference has its link for guests", () => {
    const link = "https://h.example/video/a1b2c3d4";
    const dialog = owners(
      {
        ...fullRecord,
        type: "videoconf",
        entity_type: "VIDEOCONF",
        public: { code: "a1b2c3d4", link },
      },
      "chat1490",
    );
    assert.equal(dialog.kind?.word, "videoconf");
    assert.deepEqual(valueOf(dialog, "public.link"), {
      type: "text",
      text: link,
      length: link.length,
    });
  });

  it("about a chat of an application claims nothing", () => {
    const dialog = owners(
      {
        ...fullRecord,
        type: "chat",
        entity_type: "MYSHOP",
        entity_id: "ORDER_5512",
        entity_data_1: "paid",
      },
      "chat77",
    );
    assert.deepEqual([dialog.kind, dialog.entity], [{ word: "custom", customName: "MYSHOP" }, []]);
  });

  it("in which an object's id is a number, or a name is one, is read like the usual one", () => {
    const task = { ...fullRecord, name: 2024, entity_type: "TASKS", entity_id: 8293 };
    const dialog = owners(task, "chat29");
    assert.deepEqual([dialog.title, bound(dialog)], ["2024", ["task TASK 8293"]]);
    assert.equal(dialog.objectLink.entityId, "8293");
  });

  it("that says false of what is no flag has nothing there", () => {
    const names = ["owner", "date_create", "manager_list", "entity_link", "entity_type"];
    const off = Object.fromEntries(names.map((name) => [name, false]));
    const dialog = owners({ ...fullRecord, ...off }, "chat29");
    for (const name of names) {
      assert.deepEqual(valueOf(dialog, name), { type: "unset", spelled: "false" }, name);
    }
  });

  it("with lists that PHP wrote as maps has their entries", () => {
    const dialog = owners(
      {
        ...fullRecord,
        manager_list: { 0: 5, 2: "7" },
        mute_list: { count: 5 },
        readed_list: { 1: { user_id: 5, user_name: "Ivy Stone", date: false } },
      },
      "chat29",
    );
    assert.deepEqual(valueOf(dialog, "manager_list"), { type: "userIds", userIds: [5, 7] });
    assert.equal(valueOf(dialog, "mute_list")?.type, "json");
    for (const map of [{ 503: "1772000000" }, { 1: "1772000000" }, { 5: 7 }]) {
      const people = owners({ ...fullRecord, mute_list: map, readed_list: map }, "chat29");
      assert.equal(valueOf(people, "mute_list")?.type, "json");
      assert.equal(valueOf(people, "readed_list")?.type, "json");
    }
    assert.match(JSON.stringify(valueOf(dialog, "readed_list")), /"userId":5,"name":"Ivy Stone"/);
  });

  it("of chat 0 names no chat, and of a blank picture none", () => {
    const avatar = "https://h.example/bitrix/js/im/images/blank.gif";
    const { chatId, avatarUrl } = owners({ ...fullRecord, id: 0, avatar }, "chat29");
    assert.deepEqual([chatId, avatarUrl], [undefined, undefined]);
  });

  it("without half of its keys is read as far as it goes", () => {
    const dialog = owners(
      {
        id: "512",
        title: "Client &quot;Rose&quot;",
        entity_type: "LINES",
        entity_id: "viber|4|9xw|88",
      },
      "chat512",
    );
    assert.deepEqual(
      [dialog.chatId, dialog.title, dialog.kind?.word],
      [512, 'Client "Rose"', "lines"],
    );
    assert.deepEqual(bound(dialog).slice(0, 2), ["line 4", "connectorUser USER 88"]);
  });
});

describe("A person in a reply of a live portal", () => {
  it("is a name and marks, without phones", () => {
    const person = decodePerson({
      id: 10,
      active: true,
      name: "Ivy Stone",
      extranet: false,
      bot: false,
      connector: false,
      external_auth_id: "socservices",
      phones: "***",
      bot_data: null,
    });
    assert.deepEqual(person, {
      userId: 10,
      name: "Ivy Stone",
      isBot: false,
      isConnector: false,
      isExtranet: false,
      isGuest: false,
      isActive: true,
    });
  });

  it("of a session's history has a string for an id, and names in camelCase", () => {
    const guest = {
      id: "450",
      active: true,
      firstName: "Guest",
      lastName: "Four",
      connector: true,
      extranet: true,
    };
    const person = decodePerson(guest);
    assert.deepEqual(
      [person?.userId, person?.name, person?.isConnector, person?.isExtranet],
      [450, "Guest Four", true, true],
    );
  });

  it("is what its flags say, in every spelling of them", () => {
    for (const [on, off] of [
      [true, false],
      ["Y", "N"],
      ["1", "0"],
      [1, 0],
      ["true", "false"],
      ["Y", ""],
    ]) {
      const person = decodePerson({ id: 5, name: 123, bot: on, connector: off, active: off });
      assert.deepEqual(
        [person?.name, person?.isBot, person?.isConnector, person?.isActive],
        ["123", true, false, false],
      );
    }
  });

  it("may be dismissed", () => {
    assert.equal(decodePerson({ id: 10, active: false, name: "Old Colleague" })?.isActive, false);
  });

  it("is read or left out, whatever comes", () => {
    const anything = fc.dictionary(
      fc.oneof(inheritedNames, fc.constantFrom("id", "name", "first_name", "active")),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (user) => {
        const person = decodePerson(user);
        assert.ok(person === undefined || (person.userId > 0 && typeof person.name === "string"));
      }),
    );
  });
});
