import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  commandIds,
  dialogsViewId,
  innerCommandIds,
  rowCommandIds,
  treeCommandIds,
} from "../../src/ids";
import { eventually } from "./support/eventually";
import { extensionApi, replaced } from "./support/extensionApi";
import { nodeTypes } from "./support/nodeTypes";
import { usePortal } from "./support/portalUnderTest";
import { dismissQuestions } from "./support/questions";

const circle: { self?: unknown } = {};
circle.self = circle;

/** What extensions, keybindings and macros may pass; none of it names a dialog or a portal. */
const garbage: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a fraction", 12.5],
  ["NaN", Number.NaN],
  ["a negative number", -1],
  ["a boolean", true],
  ["an empty text", ""],
  ["a long text", "chats of today ".repeat(20_000)],
  ["a list", [{ dialogId: "chat29" }]],
  ["an address", vscode.Uri.file("/chat29")],
  ["a circle", circle],
  ["wrong types", { dialogId: { chat: 29 }, portalId: 5, webhook: ["https://x.example/rest"] }],
  ["nothing in the names", { dialogId: null, portalId: null, webhook: null, name: null }],
  ["an object without a prototype", Object.create(null)],
  ...nodeTypes.flatMap((type) => [
    [`a ${type} with nothing in it`, { type, id: "x" }] as const,
    [
      `a ${type} of nothing`,
      { type, id: "x", portalId: null, dialog: null, parent: null },
    ] as const,
  ]),
];

const unreadable = new Proxy(
  {},
  {
    has: () => true,
    get: (_target, name) => {
      throw new Error(`no ${String(name)}`);
    },
  },
);

/** These begin at once: nothing they could be given matters. */
const needless: ReadonlySet<string> = new Set([
  commandIds.checkAccess,
  commandIds.checkEvents,
  commandIds.refreshDialogs,
]);

/** These need nothing and end in something new, or leave VS Code. */
const outside: ReadonlySet<string> = new Set([
  commandIds.addDemoPortal,
  commandIds.reportIssue,
  innerCommandIds.showWebhookHelp,
  innerCommandIds.openExample,
]);

function openTabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** What would be another thing than was asked for, if it were passed over in silence. */
const misunderstood: readonly (readonly [id: string, argument: unknown, said: RegExp])[] = [
  [commandIds.inspectDialog, { dialogId: "nonsense" }, /^A DIALOG_ID is chat29/],
  [commandIds.inspectDialog, { dialogId: "chat29", readAs: { kind: "bot" } }, /^“readAs” has/],
  [commandIds.inspectDialog, { dialogId: "chat29", file: "the bot: its file" }, /^“file” has/],
  [commandIds.copyAsCode, { dialogId: "nonsense", client: "curl" }, /^A DIALOG_ID is chat29/],
  [commandIds.copyAsCode, { dialogId: "chat", client: "curl" }, /^The number is missing/],
  [commandIds.copyAsCode, { dialogId: { chat: 29 }, client: "curl" }, /^“dialogId” has/],
  [commandIds.copyAsCode, "nonsense", /^A DIALOG_ID is chat29/],
  [commandIds.copyAsCode, { client: "curl", as: "paste" }, /^“as” has/],
  [commandIds.copyAsCode, { client: "curl", shape: "round" }, /^“shape” has/],
  [commandIds.copyAsCode, { client: "curl", portalId: "gone" }, /^The portal was removed/],
  [commandIds.copyAsCode, { client: "curl", method: "im.none" }, /^“im\.none” is not a method/],
  [commandIds.checkAccess, { portalId: 5 }, /^The portal was removed/],
  [commandIds.checkEvents, { dialogId: "nonsense" }, /^Events are checked in a chat/],
  [commandIds.removePortal, { portalId: "gone" }, /^The portal was removed/],
  [commandIds.searchChats, { portalId: "gone" }, /^The portal was removed/],
];

describe("Arguments that make no sense", () => {
  const portal = usePortal();
  // With two portals a command that knows none has to ask, and asking can be given up here.
  usePortal();

  const commands = [commandIds, treeCommandIds, rowCommandIds, innerCommandIds]
    .flatMap((ids): string[] => Object.values(ids))
    .filter((id) => !outside.has(id));

  it("have each of our commands tried on them", async () => {
    const registered = await vscode.commands.getCommands(true);
    const ours = registered.filter(
      (id) => id.startsWith("bitrix24.") && !id.startsWith(`${dialogsViewId}.`),
    );
    assert.deepEqual(ours.filter((id) => !commands.includes(id)).sort(), [...outside].sort());
  });

  for (const [id, argument, said] of misunderstood) {
    it(`are said, and nothing is done in their place: ${id} ${JSON.stringify(argument)}`, async () => {
      await vscode.env.clipboard.writeText("as it was");
      const { window } = await extensionApi();
      const heard: string[] = [];
      const undo = replaced(window, "showErrorMessage", () => (message) => {
        heard.push(String(message));
        return Promise.resolve(undefined);
      });
      try {
        await vscode.commands.executeCommand(id, argument);
      } finally {
        undo();
      }
      assert.match(heard.join("; "), said);
      assert.equal(heard.length, 1);
      assert.equal(await vscode.env.clipboard.readText(), "as it was");
      assert.deepEqual(portal.emulator.requests, []);
      assert.deepEqual(openTabs(), []);
    });
  }

  for (const id of commands) {
    it(`end in a question or a message, and in nothing else: ${id}`, async () => {
      const running = garbage.map(([, argument]) => vscode.commands.executeCommand(id, argument));
      const outcomes = await dismissQuestions(Promise.all(running));
      for (const [at, [what]] of garbage.entries()) {
        const outcome = outcomes[at];
        assert.ok(outcome === undefined || outcome === false, `${what} gave ${String(outcome)}`);
      }
      assert.deepEqual(portal.emulator.effects, []);
      if (needless.has(id)) return;
      assert.deepEqual(portal.emulator.requests, []);
      // Code that is shown beside a list goes away after it.
      await eventually(() => {
        assert.deepEqual(openTabs(), []);
      });
    });

    it(`go back to the caller when they cannot even be read: ${id}`, async () => {
      const running = dismissQuestions(vscode.commands.executeCommand(id, unreadable));
      // What a caller's own object throws is the caller's; commands without input do not look.
      const outcome = await running.catch((error: unknown) => error);
      const isTheirs = outcome instanceof Error && /^no \w+$/.test(outcome.message);
      assert.ok(isTheirs || outcome === undefined, String(outcome));
      assert.deepEqual(portal.emulator.effects, []);
      if (!needless.has(id)) assert.deepEqual(portal.emulator.requests, []);
    });
  }
});
