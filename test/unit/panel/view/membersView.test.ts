import assert from "node:assert/strict";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import { chatRef } from "../../../../src/core/dialog/dialogId";
import { ListReader } from "../../../../src/core/reads/listReader";
import { DialogPeople } from "../../../../src/core/sessions/dialogPeople";
import { membersField } from "../../../../src/panel/view/membersView";
import { PeopleView } from "../../../../src/panel/view/peopleView";
import type { PanelValue } from "../../../../src/panel/protocol/panelView";
import { FakePortal, ListPage, refused } from "../../core/sidebar/support/fakePortal";
import { fullRecord } from "../../support/records";
import { storedSecrets } from "../../support/webhookSources";
import { webhookIn } from "../../support/webhooks";

type PeopleValue = Extract<PanelValue, { type: "people" }>;

describe("The members in a panel", () => {
  for (const [code, said] of [
    ["ACCESS_ERROR", "The portal does not list the members of this chat."],
    ["insufficient_scope", "Names and members need the scope “im”"],
  ] as const) {
    it(`stay when a later list of them is refused, and that is said: ${code}`, async () => {
      const members = [1, 5].map((id) => ({ id, name: `User number ${id}` }));
      const portal = new FakePortal({
        "im.user.list.get": () => ({}),
        "im.dialog.users.list": () => new ListPage(members, undefined, 2),
      });
      const reader = new ListReader(portal, storedSecrets(webhookIn()));
      const record = {
        id: "p1",
        name: "Northwind",
        origin: "https://portal.example",
        userId: "1",
        readsWithoutAsking: false,
      };
      const known = new DialogPeople(chatRef(29), reader, () => record);
      const dialog = decodeDialog(fullRecord, "chat29");
      assert.ok(dialog.ok);
      await known.read(dialog.value);
      const shown = (): PeopleValue => {
        const { value } = membersField(new PeopleView(dialog.value, known, undefined));
        assert.ok(value.type === "people");
        return value;
      };
      const before = shown();
      assert.equal(before.people.length, 2);
      assert.equal(before.problem, undefined);
      portal.answers["im.dialog.users.list"] = () => {
        throw refused(code);
      };
      await known.read(dialog.value);
      const { people, problem } = shown();
      assert.deepEqual(people, before.people);
      const text = problem?.text ?? "";
      assert.ok(text.startsWith(said), text);
      assert.ok(text.endsWith("These members were read before."), text);
      known.dispose();
    });
  }
});
