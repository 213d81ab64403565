import assert from "node:assert/strict";
import { storedSecrets } from "../../support/webhookSources";
import { ListReader } from "../../../../src/core/reads/listReader";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import type { Dialog } from "../../../../src/core/dialog/dialog";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { DialogPeople } from "../../../../src/core/sessions/dialogPeople";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { FakePortal, ListPage, refused, Refused } from "../sidebar/support/fakePortal";
import { fullRecord } from "../../support/records";
import { webhookIn } from "../../support/webhooks";

const record: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  scopes: ["im", "imbot"],
  readsWithoutAsking: false,
};

function dialogOf(fields: object = {}): Dialog {
  const decoded = decodeDialog({ ...fullRecord, ...fields }, "chat29");
  assert.ok(decoded.ok);
  return decoded.value;
}

function user(id: number): object {
  return { id, name: `User number ${id}`, bot: id === 39 };
}

/** Members 1 to `total`, by the documented paging. */
function membersOf(total: number) {
  return ({ OFFSET, LIMIT }: Readonly<Record<string, unknown>>): ListPage => {
    const from = Number(OFFSET);
    const end = Math.min(total, from + Number(LIMIT));
    const page = Array.from({ length: Math.max(0, end - from) }, (_, at) => user(from + at + 1));
    return new ListPage(page, end < total ? end : undefined, total);
  };
}

const namesAsMap = ({ ID }: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries((ID as number[]).map((id) => [id, user(id)]));

const down = new Refused({ kind: "timedOut", host: "portal.example", afterMs: 1 });

describe("The people of a dialog", () => {
  let portal: FakePortal;
  let current: PortalRecord | undefined;
  beforeEach(() => {
    current = record;
    portal = new FakePortal({
      "im.user.list.get": namesAsMap,
      "im.dialog.users.list": membersOf(4),
    });
  });

  function start(dialogId = "chat29", own = portal): DialogPeople {
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    const [reader, background] = [portal, own].map(
      (caller) => new ListReader(caller, storedSecrets(webhookIn())),
    );
    assert.ok(reader !== undefined);
    return new DialogPeople(ref, reader, () => current, background);
  }

  const methods = (): readonly string[] => portal.calls.map(({ method }) => method);
  const memberIds = ({ state }: DialogPeople): readonly number[] =>
    state.members.items.map(({ userId }) => userId);

  it("are read with their names and the first page of members", async () => {
    const people = start();
    await people.read(dialogOf({ manager_list: [1, 39] }));
    assert.deepEqual([...methods()].sort(), ["im.dialog.users.list", "im.user.list.get"]);
    assert.deepEqual(portal.asked("im.user.list.get"), [{ ID: [1, 5, 39] }]);
    assert.deepEqual(portal.asked("im.dialog.users.list"), [
      { DIALOG_ID: "chat29", OFFSET: 0, LIMIT: 50 },
    ]);
    assert.equal(people.personOf(39)?.isBot, true);
    assert.deepEqual(memberIds(people), [1, 2, 3, 4]);
    const { obstacle, memberCount, namesFailure } = people.state;
    assert.deepEqual([obstacle, memberCount, namesFailure], [undefined, 4, undefined]);
  });

  it("are those of a second reader, too: asked for together, and again after a failure", async () => {
    const people = start();
    const [first, second] = [dialogOf({ manager_list: [1] }), dialogOf({ manager_list: [1, 9] })];
    await people.read(first, second);
    assert.deepEqual(portal.asked("im.user.list.get"), [{ ID: [1, 5, 9] }]);
    assert.equal(people.personOf(9)?.name, "User number 9");
    portal.answers["im.user.list.get"] = () => {
      throw down;
    };
    await people.read(first, second);
    portal.answers["im.user.list.get"] = namesAsMap;
    await people.retry();
    assert.deepEqual(portal.asked("im.user.list.get").at(-1), { ID: [1, 5, 9] });
  });

  it("say when something is known", async () => {
    const people = start();
    const told: boolean[] = [];
    people.onDidChange(() => told.push(people.personOf(1) !== undefined));
    await people.read(dialogOf());
    assert.equal(told.at(-1), true);
  });

  it("are asked for two hundred at a time", async () => {
    const ids = Array.from({ length: 450 }, (_, at) => at + 1);
    await start().read(dialogOf({ manager_list: ids }));
    const asked = portal.asked("im.user.list.get").map(({ ID }) => (ID as number[]).length);
    assert.deepEqual(asked, [200, 200, 50]);
  });

  it("come by pages when more is asked for", async () => {
    portal.answers["im.dialog.users.list"] = membersOf(120);
    const people = start();
    await people.read(dialogOf());
    assert.deepEqual([people.state.members.hasMore, people.state.memberCount], [true, 120]);
    await people.loadMoreMembers();
    await people.loadMoreMembers();
    assert.equal(memberIds(people).length, 120);
    await people.loadMoreMembers();
    assert.deepEqual(
      portal.asked("im.dialog.users.list").map(({ OFFSET }) => OFFSET),
      [0, 50, 100],
    );
    assert.equal(people.personOf(120)?.name, "User number 120");
  });

  for (const [name, dialogId, asked] of [
    ["a chat", "chat29", "chat29"],
    ["a private dialog, by its chat", "5", "chat29"],
    ["a workgroup, by its chat", "sg12", "chat29"],
  ] as const) {
    it(`are asked for by an id that changes nothing: ${name}`, async () => {
      await start(dialogId).read(dialogOf());
      assert.equal(portal.asked("im.dialog.users.list")[0]?.["DIALOG_ID"], asked);
    });
  }

  describe("without the scope im", () => {
    it("are not asked for when that is known", async () => {
      current = { ...record, scopes: ["imbot"] };
      const people = start();
      await people.read(dialogOf());
      assert.deepEqual(portal.calls, []);
      assert.equal(people.state.obstacle, "scopeMissing");
      await people.lookUp([5]);
      await people.loadMoreMembers();
      assert.deepEqual(portal.calls, []);
    });

    it("are asked for once when it is not known", async () => {
      current = { ...record, scopes: undefined };
      const refusal = (): never => {
        throw refused("insufficient_scope");
      };
      portal.answers = { "im.user.list.get": refusal, "im.dialog.users.list": refusal };
      const people = start();
      await people.read(dialogOf());
      assert.equal(people.state.obstacle, "scopeMissing");
      assert.equal(people.state.namesFailure, undefined);
      await people.lookUp([5]);
      assert.equal(portal.calls.length, 2);
    });
  });

  it("are not listed where the record says so, and have names all the same", async () => {
    const people = start();
    await people.read(dialogOf({ restrictions: { user_list: false } }));
    assert.equal(people.state.obstacle, "notListed");
    assert.deepEqual(methods(), ["im.user.list.get"]);
    assert.equal(people.personOf(1)?.name, "User number 1");
  });

  for (const code of ["ACCESS_ERROR", "access_denied"]) {
    it(`are not asked for again where the portal refuses to list them: ${code}`, async () => {
      portal.answers["im.dialog.users.list"] = () => {
        throw refused(code);
      };
      const people = start();
      await people.read(dialogOf());
      assert.equal(people.state.obstacle, "refused");
      await people.loadMoreMembers();
      assert.equal(portal.asked("im.dialog.users.list").length, 1);
    });
  }

  it("fail apart, and are read again when that is asked for", async () => {
    portal.answers["im.user.list.get"] = () => {
      throw down;
    };
    const people = start();
    await people.read(dialogOf());
    assert.equal(people.state.namesFailure?.error.kind, "timedOut");
    assert.deepEqual(memberIds(people), [1, 2, 3, 4]);
    portal.answers["im.user.list.get"] = namesAsMap;
    await people.retry();
    assert.equal(people.state.namesFailure, undefined);
    assert.equal(people.personOf(5)?.name, "User number 5");
  });

  it("follow a record in the background, and are read at once when that is asked for", async () => {
    const own = new FakePortal({
      "im.user.list.get": () => {
        throw down;
      },
      "im.dialog.users.list": membersOf(120),
    });
    const people = start("chat29", own);
    await people.read(dialogOf());
    assert.deepEqual([own.calls.length, portal.calls.length], [2, 0]);
    await people.retry();
    assert.deepEqual([own.calls.length, portal.calls.length], [2, 2]);
    await people.read(dialogOf());
    assert.deepEqual([own.calls.length, portal.calls.length], [4, 2]);
    await people.loadMoreMembers();
    assert.deepEqual([own.calls.length, portal.calls.length], [4, 3]);
  });

  it("read only the missing page again when only that failed", async () => {
    portal.answers["im.dialog.users.list"] = membersOf(120);
    const people = start();
    await people.read(dialogOf());
    portal.answers["im.dialog.users.list"] = () => {
      throw down;
    };
    await people.loadMoreMembers();
    assert.equal(people.state.members.phase, "failed");
    assert.equal(memberIds(people).length, 50);
    portal.answers["im.dialog.users.list"] = membersOf(120);
    const before = portal.calls.length;
    await people.retry();
    assert.deepEqual(
      portal.calls.slice(before).map(({ params }) => params["OFFSET"]),
      [50],
    );
    assert.equal(memberIds(people).length, 100);
  });

  it("are all read again when reading them anew failed, also where no page is left", async () => {
    const people = start();
    await people.read(dialogOf());
    portal.answers["im.dialog.users.list"] = () => {
      throw down;
    };
    await people.read(dialogOf());
    assert.equal(people.state.members.phase, "failed");
    portal.answers["im.dialog.users.list"] = () => [user(9)];
    await people.retry();
    assert.deepEqual([people.state.members.phase, memberIds(people)], ["ready", [9]]);
  });

  it("are looked up once, whoever shows them, and one request after the other", async () => {
    const people = start();
    await people.read(dialogOf({ readed_list: [] }));
    const before = portal.asked("im.user.list.get").length;
    await Promise.all([people.lookUp([70, 71]), people.lookUp([71, 72]), people.lookUp([1, 2, 0])]);
    await people.lookUp([70, 71, 72]);
    const asked = portal.asked("im.user.list.get").slice(before);
    assert.deepEqual(asked, [{ ID: [70, 71] }, { ID: [72] }]);
    assert.equal(people.personOf(72)?.name, "User number 72");
  });

  it("who do not exist are not asked for twice", async () => {
    portal.answers["im.user.list.get"] = () => ({ "70": null });
    const people = start();
    await people.read(dialogOf());
    await people.lookUp([70]);
    const before = portal.calls.length;
    await people.lookUp([70]);
    assert.equal(portal.calls.length, before);
    assert.equal(people.personOf(70), undefined);
  });

  it("stay while they are read again", async () => {
    const people = start();
    await people.read(dialogOf());
    const reading = people.read(dialogOf());
    assert.equal(people.personOf(1)?.name, "User number 1");
    assert.deepEqual(memberIds(people), [1, 2, 3, 4]);
    await reading;
  });

  for (const other of [{ userId: "9" }, { basePath: "/branch/rest" }])
    it(`are forgotten when another one looks: ${JSON.stringify(other)}`, async () => {
      const people = start();
      await people.read(dialogOf());
      current = { ...record, ...other };
      portal.answers["im.user.list.get"] = () => [];
      portal.answers["im.dialog.users.list"] = () => [user(9)];
      await people.read(dialogOf());
      assert.equal(people.personOf(1), undefined);
      assert.deepEqual(memberIds(people), [9]);
    });

  for (const [name, end] of [
    ["when the panel closes", "dispose"],
    ["when the dialog is read again", "stop"],
  ] as const) {
    it(`are given up ${name}`, async () => {
      const waits: (() => void)[] = [];
      const never = (): Promise<unknown> =>
        new Promise((settle) => {
          waits.push(() => {
            settle([]);
          });
        });
      portal.answers = { "im.user.list.get": never, "im.dialog.users.list": never };
      const people = start();
      const reading = people.read(dialogOf());
      await new Promise((turn) => setImmediate(turn));
      assert.equal(waits.length, 2);
      let changes = 0;
      people.onDidChange(() => (changes += 1));
      people[end]();
      for (const settle of waits) settle();
      await reading;
      assert.equal(people.personOf(1), undefined);
      assert.equal(people.state.namesFailure, undefined);
      assert.ok(changes <= 1, "at most that the list stopped");
    });
  }

  it("are not asked for of a portal that was removed", async () => {
    current = undefined;
    const people = start();
    await people.read(dialogOf());
    await people.retry();
    assert.deepEqual(portal.calls, []);
  });
});
