import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandIds, treeCommandIds } from "../../src/ids";
import { usePortal } from "./support/portalUnderTest";
import { dismissQuestions } from "./support/questions";
import { titles } from "./support/tabs";

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
  ...(
    [
      "portal",
      "section",
      "dialog",
      "bot",
      "fact",
      "members",
      "person",
      "range",
      "loadMore",
      "notice",
    ] as const
  ).flatMap((type) => [
    [`a ${type} with nothing in it`, { type, id: "x" }] as const,
    [
      `a ${type} of nothing`,
      { type, id: "x", portalId: null, dialog: null, parent: null },
    ] as const,
  ]),
];

const unreadable = {
  get dialogId(): string {
    throw new Error("no dialogId");
  },
  get portalId(): string {
    throw new Error("no portalId");
  },
  get webhook(): string {
    throw new Error("no webhook");
  },
};

describe("Arguments that make no sense", () => {
  const portal = usePortal();
  // With two portals a command that knows none has to ask, and asking can be given up here.
  usePortal();

  const commands = [
    commandIds.inspectDialog,
    commandIds.addPortal,
    commandIds.switchPortal,
    commandIds.replaceWebhook,
    commandIds.renamePortal,
    commandIds.removePortal,
    commandIds.askBeforeReads,
    commandIds.copyAsCode,
    commandIds.refresh,
    commandIds.showLog,
    ...Object.values(treeCommandIds),
  ];

  for (const id of commands) {
    it(`end in a question or a message, and in nothing else: ${id}`, async () => {
      for (const [what, argument] of garbage) {
        const outcome = await dismissQuestions(vscode.commands.executeCommand(id, argument));
        assert.ok(outcome === undefined || outcome === false, `${what} gave ${String(outcome)}`);
      }
      assert.deepEqual(portal.emulator.requests, []);
      assert.deepEqual(titles(), []);
    });

    it(`go back to the caller when they cannot even be read: ${id}`, async () => {
      const running = dismissQuestions(vscode.commands.executeCommand(id, unreadable));
      // What a caller's own object throws is the caller's; commands without input do not look.
      const outcome = await running.catch((error: unknown) => error);
      const isTheirs =
        outcome instanceof Error && /no (dialogId|portalId|webhook)/.test(outcome.message);
      assert.ok(isTheirs || outcome === undefined, String(outcome));
      assert.deepEqual(portal.emulator.requests, []);
    });
  }
});
