import assert from "node:assert/strict";
import * as vscode from "vscode";
import { dialogPanelType } from "../../../src/ids";
import { inspect, inspectInOwnTab } from "../support/commands";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { activeTab, dialogTabs, openFile, showsTabs, titleIn } from "../support/tabs";

describe("Panels of dialogs", () => {
  const portal = usePortal();

  it("are titled after the dialog, and take one request, and one for the people in it", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    const [record] = portal.emulator.requests;
    assert.deepEqual(
      [record?.method, record?.parameters],
      ["imbot.dialog.get", { DIALOG_ID: "chat29" }],
    );
    await eventually(() => {
      assert.deepEqual(
        portal.emulator.requests.map(({ method, status }) => [method, status]),
        [
          ["imbot.dialog.get", 200],
          ["batch", 200],
        ],
      );
    });
    const input = activeTab()?.input;
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.ok(input.viewType.endsWith(dialogPanelType), input.viewType);
  });

  it("are there once for a dialog, which is read anew when asked for again", async () => {
    await inspectInOwnTab("chat29");
    await inspect("chat30");
    await showsTabs("Delivery bot pilot", "Lobby");
    await inspect({ dialogId: " CHAT29 " });
    await eventually(() => {
      assert.equal(titleIn(activeTab()?.label), "Delivery bot pilot");
    });
    await showsTabs("Delivery bot pilot", "Lobby");
    assert.deepEqual(portal.dialogsRead, ["chat29", "chat30", "chat29"]);
  });

  it("are opened once when a dialog is asked for twice at once", async () => {
    await Promise.all([inspect("chat29"), inspect("chat29")]);
    await showsTabs("Delivery bot pilot");
  });

  it("are found where the user has moved them", async () => {
    await inspectInOwnTab("chat29");
    await inspect("chat30");
    await showsTabs("Delivery bot pilot", "Lobby");
    await vscode.commands.executeCommand("workbench.action.moveEditorToRightGroup");
    await eventually(() => {
      assert.equal(activeTab()?.group.viewColumn, 2);
    });
    await inspect("chat29");
    await inspect("chat30");
    await showsTabs("Delivery bot pilot", "Lobby");
    assert.deepEqual(
      dialogTabs().map(({ group }) => group.viewColumn),
      [1, 2],
    );
  });

  it("open beside the code, all in one column", async () => {
    await openFile("bots/supportBot.ts");
    await inspectInOwnTab("chat29");
    await showsTabs("Delivery bot pilot");
    await openFile("bots/supportBot.ts");
    await inspect("chat30");
    await showsTabs("Delivery bot pilot", "Lobby");
    assert.deepEqual(
      dialogTabs().map(({ group }) => group.viewColumn),
      [2, 2],
    );
  });

  it("do not cover the code that is in front of them", async () => {
    await inspect("chat29");
    await showsTabs("Delivery bot pilot");
    await openFile("bots/supportBot.ts");
    await inspect("chat30");
    await showsTabs("Lobby");
    assert.deepEqual(
      dialogTabs().map(({ group }) => group.viewColumn),
      [2],
    );
  });

  it("have the id before the title", async () => {
    await inspect("chat29");
    await eventually(() => {
      assert.equal(activeTab()?.label, "chat29 Delivery bot pilot");
    });
  });

  it("carry a substitute title when the chat has none", async () => {
    await inspect("chat12");
    await showsTabs("Chat 12");
  });

  it("show titles on one short line, with nothing in them that turns text around", async () => {
    await inspect("chat281");
    const title = await eventually(() => {
      const label = activeTab()?.label ?? "";
      assert.match(label, /U\+202E/);
      return label;
    });
    assert.doesNotMatch(title, /[\n\u202a-\u202e]/);
    assert.ok(title.length <= 60, title);
  });

  it("show markup in titles as text", async () => {
    await inspect("chat280");
    await eventually(() => {
      assert.match(activeTab()?.label ?? "", /^chat280 <img src=x onerror=alert\(1\)> & "quotes"/);
    });
  });
});

describe("Panels of one dialog in two portals", () => {
  const first = usePortal();
  const second = usePortal();

  it("are two", async () => {
    await inspectInOwnTab("chat29", first.id);
    await inspect({ dialogId: "chat29", portalId: second.id });
    await showsTabs("Delivery bot pilot", "Delivery bot pilot");
    assert.deepEqual([first.dialogsRead, second.dialogsRead], [["chat29"], ["chat29"]]);
    assert.deepEqual(
      dialogTabs().map(({ label }) => label),
      [`chat29 Delivery bot pilot · ${first.host}`, "chat29 Delivery bot pilot"],
      "the one that is not active says whose it is",
    );
  });
});
