import assert from "node:assert/strict";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import { scantReply } from "../../../../src/core/dialog/scantReply";

function told(record: Readonly<Record<string, unknown>>): number | undefined {
  const dialog = decodeDialog(record, "chat7");
  assert.ok(dialog.ok);
  return scantReply(dialog.value);
}

describe("A reply that lacks most of its fields", () => {
  it("is counted by what the documentation knows", () => {
    assert.equal(told({ id: 7 }), 1);
    assert.equal(told({ id: 7, type: "chat", fromTheFuture: 1 }), 2);
  });

  it("is not one of an old portal, which never told more", () => {
    const old = {
      ...{ id: "7", title: "Mint chat No.3", owner: "2", extranet: false, avatar: "" },
      ...{ color: "#4ba984", type: "chat", entity_type: "", date_create: "", message_type: "C" },
    };
    assert.equal(told(old), undefined);
  });
});
