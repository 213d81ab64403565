import assert from "node:assert/strict";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import { PeopleView } from "../../../../src/panel/view/peopleView";
import { summaryView } from "../../../../src/panel/view/summaryView";
import { fullRecord } from "../../support/records";

/** The parts of the line that says what one may do. */
function mayOf(dialogId: string, record: object): readonly string[] {
  const dialog = decodeDialog({ ...fullRecord, ...record }, dialogId);
  assert.ok(dialog.ok);
  const state = {
    obstacle: undefined,
    members: { items: [], phase: "ready", load: "more", hasMore: false, failure: undefined },
    memberCount: undefined,
    namesFailure: undefined,
  } as const;
  const people = new PeopleView(dialog.value, { state, personOf: () => undefined }, undefined);
  const subject = { dialog: dialog.value, people, ownUserId: 1, bots: undefined, otherViewers: [] };
  return (
    summaryView(subject)
      .find(({ id }) => id === "may")
      ?.parts.map(({ text }) => text) ?? []
  );
}

const restrictions = { send: true, extend: true, rename: true, leave: true };

describe("What one may do, in the summary", () => {
  it("is what the portal allows in a group", () => {
    assert.deepEqual(mayOf("chat29", { restrictions }), ["write", "invite", "rename", "leave"]);
    const fewer = { ...restrictions, rename: false };
    assert.deepEqual(mayOf("chat29", { restrictions: fewer }), ["write", "invite", "leave"]);
  });

  it("is in a private dialog what can be done in one, though the portal sends a group's flags", () => {
    const record = { type: "private", message_type: "P", dialog_id: "5", restrictions };
    assert.deepEqual(mayOf("5", record), ["write"]);
  });
});
