import assert from "node:assert/strict";
import { call, quietPortal, recordOf } from "./support/portalCalls";

describe("What a read leaves behind", () => {
  it("creates a private chat once and says so", () => {
    const portal = quietPortal();
    const first = recordOf(call(portal, "imbot.dialog.get", { DIALOG_ID: "77" }));
    const second = recordOf(call(portal, "im.dialog.get", { DIALOG_ID: 77 }));
    assert.equal(first["id"], second["id"]);
    assert.deepEqual(portal.effects, [
      { kind: "privateChatCreated", chatId: first["id"], userIds: [1, 77] },
    ]);
  });

  it("tells a bot about its new chat", () => {
    const portal = quietPortal();
    call(portal, "imbot.dialog.get", { DIALOG_ID: "456" });
    assert.deepEqual(
      portal.effects.map((effect) => effect.kind === "privateChatCreated" && effect.notifiedBotId),
      [456],
    );
  });

  it("creates the chat of a workgroup that has none", () => {
    const portal = quietPortal();
    const { id } = recordOf(call(portal, "imbot.dialog.get", { DIALOG_ID: "sg14" }));
    assert.deepEqual(portal.effects, [
      { kind: "workgroupChatCreated", chatId: id, workgroupId: 14 },
    ]);
  });

  it("is nothing for chat ids, refusals and dialogs that are there", () => {
    const portal = quietPortal();
    for (const dialogId of ["chat29", "chat404", "5", "39", "1", "sg12", "sg99", "99999999", "x"]) {
      call(portal, "imbot.dialog.get", { DIALOG_ID: dialogId });
    }
    assert.deepEqual(portal.effects, []);
  });
});

describe("Whom a dialog is open to", () => {
  const closedTo5 = ["chat210", "chat220", "chat260", "chat262", "chat271", "chat282", "chat13"];

  it("is the members, and for open chats every employee", () => {
    for (const dialogId of ["chat29", "chat12", "chat30", "chat240", "chat230", "1"]) {
      assert.equal(status(dialogId, 5), 200, dialogId);
    }
    for (const dialogId of ["chat1", "chat261"]) assert.equal(status(dialogId, 5), 200, dialogId);
    for (const dialogId of closedTo5) assert.equal(status(dialogId, 5), 403, dialogId);
  });

  it("is only their own chats for guests", () => {
    assert.equal(status("chat271", 9), 200);
    for (const dialogId of ["chat29", "chat30", "chat1", "chat261", "5", "77"]) {
      assert.equal(status(dialogId, 9), 403, dialogId);
    }
    assert.equal(status("7", 9), 200, "a colleague of a shared chat");
  });

  it("shows guests no addresses of the portal", () => {
    const record = recordOf(
      call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: "chat271" }, { user: 9 }),
    );
    assert.deepEqual(record["entity_link"], { type: "", url: "" });
    assert.equal(record["role"], "member");
    assert.equal(record["counter"], 0);
  });

  function status(dialogId: string, user: 5 | 9): number {
    return call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: dialogId }, { user }).status;
  }
});
