import assert from "node:assert/strict";
import {
  agreedForPortal,
  readToConfirm,
  type KnownDialog,
  type ReadEffect,
} from "../../../../src/core/dialog/consent";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import { ownerViewer, type ReadAs, type Viewer } from "../../../../src/core/dialog/viewer";

const bot = { kind: "bot", botId: 456 } as const;
const both = { kind: "both", botId: 456 } as const;
const unknown: KnownDialog = { isKnown: false };
const known: KnownDialog = { isKnown: true };
const asChat: KnownDialog = { isKnown: true, chatId: 77, kind: "private" };
const group: KnownDialog = { isKnown: true, kind: "chat" };
const thread: KnownDialog = { isKnown: true, chatId: 77, kind: "comment" };
const task: KnownDialog = { isKnown: true, kind: "task" };

/** Who is asked about; "-": nobody. */
const rows: readonly (readonly [
  dialogId: string,
  as: ReadAs,
  what: KnownDialog,
  viewer: Viewer | "-",
  effect?: ReadEffect,
])[] = [
  ["chat29", ownerViewer, unknown, "-"],
  // It may be a thread, which takes in a bot that reads it.
  ["chat29", bot, unknown, bot, "joinsBot"],
  ["chat29", bot, known, bot, "joinsBot"],
  ["chat29", bot, group, "-"],
  // The owner's reply will say what it is.
  ["chat29", both, unknown, "-"],
  ["chat29", both, group, "-"],
  ["chat29", ownerViewer, thread, "-"],
  ["chat29", bot, thread, bot, "joinsBot"],
  ["chat29", both, thread, bot, "joinsBot"],
  ["chat29", bot, task, bot, "joinsBot"],
  ["5", ownerViewer, unknown, ownerViewer, "createsPrivateChat"],
  ["5", ownerViewer, known, "-"],
  ["5", bot, unknown, bot, "createsBotChat"],
  // The owner's dialog with the person is not the bot's.
  ["5", bot, known, bot, "createsBotChat"],
  ["5", bot, asChat, "-"],
  ["5", both, unknown, ownerViewer, "createsPrivateChat"],
  ["5", both, known, "-"],
  ["5", both, asChat, "-"],
  ["sg12", ownerViewer, unknown, ownerViewer, "createsWorkgroupChat"],
  ["sg12", bot, unknown, bot, "createsWorkgroupChat"],
  ["sg12", bot, known, "-"],
  ["sg12", both, unknown, ownerViewer, "createsWorkgroupChat"],
  ["crm|DEAL|88", ownerViewer, known, ownerViewer, "joinsCrmChat"],
  ["crm|DEAL|88", bot, known, bot, "joinsCrmChat"],
  ["crm|DEAL|88", bot, asChat, "-"],
];

describe("The question before a read", () => {
  for (const [dialogId, as, what, viewer, effect] of rows) {
    const { isKnown, chatId, kind } = what;
    const state = [isKnown ? "known" : "unknown", chatId, kind].filter(Boolean).join(" ");
    it(`is asked for each viewer by itself: ${dialogId} as ${as.kind}, ${state}`, () => {
      const ref = parseExactDialogId(dialogId);
      assert.ok(ref !== undefined);
      const expected = viewer === "-" ? undefined : { viewer, effect };
      assert.deepEqual(
        readToConfirm(ref, as, what, () => false),
        expected,
      );
      assert.equal(
        readToConfirm(ref, as, what, () => true),
        undefined,
      );
      const forPortal = agreedForPortal({ readsWithoutAsking: true });
      const isOwners = viewer !== "-" && viewer.kind === "owner";
      assert.deepEqual(readToConfirm(ref, as, what, forPortal), isOwners ? undefined : expected);
    });
  }
});
