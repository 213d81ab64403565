import assert from "node:assert/strict";
import { findMentions } from "../../../../src/core/dialog/mentions/findMentions";
import { mentionAt, subjectKey } from "../../../../src/core/dialog/mentions/mention";

describe("Mentions in a text", () => {
  it("have a place, the place of their name, a subject and the host of their link", () => {
    const text = "see https://h.example/online/?IM_LINES=chat1763, then CHAT_ID => 29";
    assert.deepEqual(
      findMentions(text).map(({ start, offset, length, subject, host }) => [
        text.slice(start, offset + length),
        text.slice(offset, offset + length),
        subjectKey(subject),
        host,
      ]),
      [
        ["IM_LINES=chat1763", "chat1763", "chat1763", "h.example"],
        ["CHAT_ID => 29", "29", "chat29", undefined],
      ],
    );
  });

  it("are met by a position on the name, on the value and right behind it", () => {
    const text = "'DIALOG_ID' => 5, chat7 chat8";
    const mentions = findMentions(text);
    const at = (position: number): string | undefined => {
      const mention = mentionAt(mentions, position);
      return mention === undefined ? undefined : subjectKey(mention.subject);
    };
    assert.deepEqual([0, 1, 15, 16, 17, 18, 23, 24].map(at), [
      undefined,
      "5",
      "5",
      "5",
      undefined,
      "chat7",
      "chat7",
      "chat8",
    ]);
  });
});
