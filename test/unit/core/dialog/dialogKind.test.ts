import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import {
  dialogKind,
  dialogKindWords,
  type DialogKindWord,
} from "../../../../src/core/dialog/dialogKind";

type Row = readonly [
  type: string,
  messageType: string,
  entityType: string,
  word: DialogKindWord,
  customName?: string,
];

/** As today's portals write them: the entity table of the REST brief, then its letters. */
const today: readonly Row[] = [
  ["chat", "C", "", "chat"],
  ["open", "O", "", "open"],
  ["private", "P", "", "private"],
  ["private", "P", "FAVORITE", "notes"],
  ["private", "P", "PERSONAL", "notes"],
  ["lines", "L", "LINES", "lines"],
  ["livechat", "C", "LIVECHAT", "livechat"],
  ["livechat", "L", "LIVECHAT", "livechat"],
  ["crm", "C", "CRM", "crm"],
  ["tasks", "C", "TASKS", "task"],
  ["tasksTask", "X", "TASKS_TASK", "task"],
  ["sonetGroup", "C", "SONET_GROUP", "workgroup"],
  ["sonetGroup", "O", "SONET_GROUP", "workgroup"],
  ["calendar", "C", "CALENDAR", "calendar"],
  ["mail", "C", "MAIL", "mail"],
  ["call", "C", "CALL", "call"],
  ["videoconf", "C", "VIDEOCONF", "videoconf"],
  ["videoconf", "O", "VIDEOCONF", "videoconf"],
  ["announcement", "C", "ANNOUNCEMENT", "announcement"],
  ["general", "O", "GENERAL", "general"],
  ["generalChannel", "J", "GENERAL_CHANNEL", "generalChannel"],
  ["support24Notifier", "C", "SUPPORT24_NOTIFIER", "support"],
  ["support24Question", "C", "SUPPORT24_QUESTION", "support"],
  ["networkDialog", "C", "NETWORK_DIALOG", "support"],
  ["private", "P", "AI_ASSISTANT_PRIVATE", "aiAssistant"],
  ["aiAssistant", "C", "AI_ASSISTANT_PRIVATE", "aiAssistant"],
  ["aiAssistantEntity", "?", "AI_ASSISTANT_ENTITY", "aiAssistant"],
  ["copilot", "A", "COPILOT", "copilot"],
  ["collab", "B", "", "collab"],
  ["collab", "B", "SONET_GROUP", "collab"],
  ["channel", "N", "", "channel"],
  ["openChannel", "J", "", "openChannel"],
  ["comment", "T", "", "comment"],
  ["thread", "T", "", "comment"],
  ["thread", "C", "THREAD", "thread"],
  ["chat", "C", "CHAT", "chat"],
  ["myApp", "C", "MY_APP", "custom", "MY_APP"],
];

/** As older portals wrote them, with a plain type or none: the letter or the entity type tells. */
const older: readonly Row[] = [
  ["", "P", "", "private"],
  ["", "C", "", "chat"],
  ["", "O", "", "open"],
  ["", "L", "", "lines"],
  ["", "S", "", "notifications"],
  ["", "T", "", "comment"],
  ["", "N", "", "channel"],
  ["", "J", "", "openChannel"],
  ["", "A", "", "copilot"],
  ["", "B", "", "collab"],
  ["chat", "C", "THREAD", "thread"],
  ["chat", "T", "THREAD", "comment"],
  ["chat", "E", "", "chat"],
  ["chat", "N", "", "channel"],
  ["chat", "B", "", "collab"],
  ["open", "J", "", "openChannel"],
  ["chat", "L", "LINES", "lines"],
  ["chat", "C", "SONET_GROUP", "workgroup"],
  ["chat", "C", "TASKS", "task"],
  ["open", "O", "GENERAL", "general"],
  ["chat", "C", "MY_APP", "custom", "MY_APP"],
];

const strange: readonly Row[] = [
  ["chat", "", "", "chat"],
  ["somethingNew", "C", "", "custom", "somethingNew"],
  ["somethingNew", "N", "", "channel"],
  ["", "", "MY_APP", "custom", "MY_APP"],
  ["CHAT", "c", "chat", "chat"],
  ["constructor", "C", "CONSTRUCTOR", "custom", "CONSTRUCTOR"],
  ["toString", "C", "", "custom", "toString"],
  ["__proto__", "C", "", "custom", "__proto__"],
];

for (const [name, rows] of [
  ["today", today],
  ["on older portals", older],
  ["in words that nobody expected", strange],
] as const) {
  describe(`The kind of a chat, ${name}`, () => {
    for (const [type, messageType, entityType, word, customName] of rows) {
      it(`type "${type}", letter "${messageType}", entity "${entityType}": ${word}`, () => {
        const kind = dialogKind({ type, messageType, entityType });
        assert.deepEqual(kind, customName === undefined ? { word } : { word, customName });
      });
    }
  });
}

describe("The kind of a chat", () => {
  for (const messageType of ["", "Z", "__proto__", "?"]) {
    it(`is not guessed where the portal does not say it (letter "${messageType}")`, () => {
      assert.equal(dialogKind({ type: "", messageType, entityType: "" }), undefined);
    });
  }

  it("is plain for the entity type of plain chats, alone", () => {
    const kind = dialogKind({ type: "", messageType: "", entityType: "CHAT" });
    assert.deepEqual(kind, { word: "chat" });
  });

  it("is one of the known words, whatever the portal writes", () => {
    const known: ReadonlySet<string> = new Set(dialogKindWords);
    const names = fc.constantFrom(
      "valueOf",
      "hasOwnProperty",
      "isPrototypeOf",
      "__proto__",
      "chat",
    );
    const word = fc.oneof(fc.string(), names);
    fc.assert(
      fc.property(word, word, word, (type, messageType, entityType) => {
        const kind = dialogKind({ type, messageType, entityType });
        assert.ok(kind === undefined || known.has(kind.word));
      }),
    );
  });
});
