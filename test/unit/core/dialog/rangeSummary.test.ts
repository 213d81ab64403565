import assert from "node:assert/strict";
import { nothingKnown } from "../../../../src/core/dialog/dialogSummary";
import { summarizeRange } from "../../../../src/core/dialog/rangeSummary";

const chat = nothingKnown("chat29");

describe("A range of dialogs in few words", () => {
  it("counts what is unread, and tells when the oldest and the newest were active", () => {
    const dialogs = [
      { ...chat, unread: 2, lastActivity: "2026-02-24T09:00:00+02:00" },
      { ...chat, unread: 0, lastActivity: "2026-02-26T09:00:00+02:00" },
      { ...chat, unread: 5, lastActivity: "2026-02-20T09:00:00+02:00" },
    ];
    assert.deepEqual(summarizeRange(dialogs), {
      unread: 7,
      lastActivity: {
        oldestMs: Date.parse("2026-02-20T07:00:00Z"),
        newestMs: Date.parse("2026-02-26T07:00:00Z"),
      },
    });
  });

  it("passes over what nobody told, and over dates that are none", () => {
    const dialogs = [
      chat,
      { ...chat, lastActivity: "yesterday" },
      { ...chat, lastActivity: "05.12.2026 10:00:00" },
      { ...chat, lastActivity: "2026-02-24T09:00:00Z" },
    ];
    const at = Date.parse("2026-02-24T09:00:00Z");
    assert.deepEqual(summarizeRange(dialogs), {
      unread: 0,
      lastActivity: { oldestMs: at, newestMs: at },
    });
    assert.deepEqual(summarizeRange([chat]), { unread: 0, lastActivity: undefined });
    assert.deepEqual(summarizeRange([]), { unread: 0, lastActivity: undefined });
  });
});
