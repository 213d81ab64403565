import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fc } from "../../../support/generated";
import { findMentions } from "../../../../../src/core/dialog/mentions/findMentions";
import {
  mentionAt,
  safeKey,
  subjectKey,
  type Mention,
} from "../../../../../src/core/dialog/mentions/mention";
import { aroundPlace, mentionHint } from "../../../../../src/core/dialog/mentions/mentionHint";
import { findLeaks } from "../../../../../src/core/portal/leaks";

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

describe("The cheap look at a text", () => {
  for (const text of [
    "DIALOG_ID=5",
    "'CHAT_ID' => 29",
    "sg12",
    "чат №29",
    "сессия №512",
    "SESSION_ID=512",
    "imol|512",
    "imol%7C512",
    "DEAL|88",
    "facebook|2|1647215182041960|862",
    "/crm/lead/details/5/",
    "https://h.example/page/x/y/type/31/details/5/",
    "https://h.example/company/personal/user/1/tasks/task/view/8293/",
    "https:\\/\\/h.example\\/workgroups\\/group\\/5\\/",
    "https%3A%2F%2Fh.example%2Fcrm%2Fdeal%2Fdetails%2F7%2F",
    "/online/?IM_LINES=chat7",
    "entityType: 'TASKS', entityId: 81",
    "ch\u200bat29",
    "\u001b[32mch\u001b[0mat29",
    "ｃｈａｔ２９",
  ]) {
    it(`misses nothing that is found: ${text}`, () => {
      assert.equal(findMentions(text).length, 1);
      assert.match(text, mentionHint);
    });
  }

  it("passes over lines of other things", () => {
    for (const text of ["const total = a | b;", "2026-11-25 10:00", "GET /users/5", "x || 1"]) {
      assert.doesNotMatch(text, mentionHint);
    }
  });

  it("is bounded in a long line, and sees what stands at the place", () => {
    const line = `${"a".repeat(500_000)} chat29 ${"a".repeat(500_000)}`;
    assert.ok(aroundPlace(line, 500_003).length <= 20_000);
    assert.match(aroundPlace(line, 500_003), mentionHint);
    assert.doesNotMatch(aroundPlace(line, 5), mentionHint);
  });
});

describe("A mention in a line that draws Markdown or icons", () => {
  it("is text, whatever the code of a client holds", () => {
    const [mention] = findMentions("imol|my__bot|1|**b**~https://x.y/_a_\u202e!$|21");
    assert.ok(mention);
    assert.equal(safeKey(mention.subject), "imol|my…bot|1|…b…https…x…y…a…|21");
    const [object] = findMentions("SMART_INVOICE|5");
    assert.ok(object);
    assert.equal(safeKey(object.subject), "SMART_INVOICE|5");
  });
});

describe("Look-alikes in a text", () => {
  for (const text of [
    "2026-04-11 10:15:02",
    "chat2.0",
    "v1.2.3",
    "livechat29",
    "chat29x",
    "chat-29",
    "msg12",
    "sg12x",
    "sg-0abc",
    "a1b2chat29f",
    "sha256:chat29deadbeef",
    "chat29-old",
    "support-chat29",
    "chat29.js",
    "import './chat2.js'",
    "user@chat29.example.com",
    "chat29@example.com",
    "https://chat29.example.com/",
    "@chat29/pkg",
    "$chat1 = 5",
    "this.chat1",
    "chat1.send()",
    "chat1()",
    "chat1 = new Chat()",
    "chat1[0]",
    "chat::29",
    ".chat1 {",
    "chat0",
    `chat${"9".repeat(20)}`,
    "29",
    "limit = 29",
    "USER_ID => 5",
    "chat 5 people",
    "chats: 5",
    "chat with 5 people",
    "диалог — 5 минут",
    "OPEN_CHAT=1",
    "dialog:\n  width: 5",
    "<td>dialog</td><td>5</td>",
    "dialogId = 5Left",
    "chat_title = 5",
    "chat_count = 5",
    "CHAT_ID_5",
    "chat_id_29 = 1",
    "CHAT_ID=-100123",
    "TELEGRAM_CHAT_ID=123456",
    "tg_chat_id: 123",
    "dialogId = 0",
    "dialogId = 12.5",
    "dialogId = 5px",
    "DIALOG_ID: 2026-04-11",
    "dialog: 10:15",
    "dialog = 5px",
    "dialogs: 5",
    "dialogId: string",
    "dialogId ?? 5",
    "dialogId > 5",
    "dialogId !== 5",
    "dialogId >= 5",
    "substr($data['DIALOG_ID'], 4)",
    "DEAL|88|N",
    "deal_88",
    "see D_88 there",
    "a|1|b|2",
    "IM_MESSAGE=2209348",
    "PHPSESSID=512",
    "session: 5",
    "session_start(5)",
    "imol|abc",
    "imol|5|",
    "crm|88",
    "entity_data_1 => ''",
    "ENTITY_TYPE=POST&ENTITY_ID=5",
    "'ENTITY_TYPE' => 'TASKS', 'TITLE' => 'x', 'ENTITY_ID' => 5",
    "'UF_CRM_TASK' => ['D_88']",
    "return chat_id\nvalue = 5",
    "self.chat_id = chat_id\n        value = 3",
    "val chat = dialogId\nvalue = 3",
    "Unknown chat_id\nvalue: 5",
    "session_id\r\n\r\nvalue = 12",
    "key = 'chat_id'\nvalue = 5",
    "name: chat_id\nvalue: 5",
    "Telegram chat id: 5",
    "Telegram chat #5",
    "telegram:\n  chat:\n    id: 5",
    "telegram: { chat_id: 5 }",
    "// the dialog id 404 is not found",
    "# chat id 1 is the general chat",
    "Session ID 1 expired",
    "chat id 29 days",
    "chat id 5,000",
    "BITRIX_CHAT=1",
    "chat_id**=2",
    "ENTITY_TYPE=TASKS, entity_id: '2026-01-15'",
    "ENTITY_TYPE=TASKS&ENTITY_ID=12.5",
    "'ENTITY_TYPE' => 'TASKS', 'ENTITY_ID' => '77|x'",
    "ENTITY_TYPE=TASKS&ENTITY_ID=77%7Cx",
    "/details/88/",
    "https://github.com/user/5/",
    "https://h.example/x/crm/deal/details/88/",
    "https://h.example/?u=/crm/deal/details/88/",
    "ftp://h.example/crm/deal/details/88/",
  ]) {
    it(`are none: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(keys(findMentions(text)), []);
    });
  }

  const folder = join(import.meta.dirname, "lookAlikes");
  for (const name of readdirSync(folder)) {
    it(`are none in a file of them: ${name}`, () => {
      const text = readFileSync(join(folder, name), "utf8");
      assert.deepEqual(
        findMentions(text).map(({ start, offset, length }) => text.slice(start, offset + length)),
        [],
      );
      assert.deepEqual(findLeaks(text), []);
    });
  }

  it("stay none with anything that belongs to a word around an id", () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}_]{1,6}$/u);
    fc.assert(
      fc.property(word, fc.constantFrom("chat29", "sg12", "chat_7"), (letters, id) => {
        const before = findMentions(`${letters}${id}`);
        assert.deepEqual(
          keys(before).filter((key) => !/^(?:chat|sg)\d+$/.test(key)),
          [],
        );
        for (const { offset } of before) assert.notEqual(offset, letters.length);
        for (const { length } of findMentions(`${id}${letters}`)) assert.ok(length > id.length);
      }),
    );
  });
});

describe("Long texts", () => {
  const filler = "x ".repeat(8_000);

  it("are read near the cursor where a line is long, and wholly elsewhere", () => {
    const text = `chat1\n${filler}chat2 ${filler}chat3\nchat4`;
    assert.deepEqual(keys(findMentions(text)), ["chat1", "chat4"]);
    const at = text.indexOf("chat2");
    assert.deepEqual(keys(findMentions(text, { around: at })), ["chat1", "chat2", "chat4"]);
    assert.deepEqual(keys(findMentions(text, { isPaste: true })).length, 4);
  });

  it("are read near the cursor alone where the document is long", () => {
    const text = `chat1\n${"line\n".repeat(420_000)}chat2\n${"line\n".repeat(4_000)}chat3`;
    assert.deepEqual(keys(findMentions(text)), []);
    assert.deepEqual(keys(findMentions(text, { around: text.indexOf("chat2") })), ["chat2"]);
  });

  it("never show an id that the edge of what is read has cut", () => {
    for (let pad = 9_980; pad < 10_020; pad++) {
      const line = `${"-".repeat(pad)}chat123456 chat77${"-".repeat(30_000)}`;
      for (const around of [0, pad + 12, pad + 10_010, pad + 20_010]) {
        for (const key of keys(findMentions(line, { around }))) {
          assert.ok(key === "chat123456" || key === "chat77", `${pad}: ${key}`);
        }
      }
    }
  });

  it("have places that hold what is said of them", () => {
    const piece = fc.constantFrom(
      ..."chat sg DIALOG_ID CHAT_ID SESSION_ID сессия чат => = : ' № [ ] , 29 5 | imol|512 DEAL|88 facebook|2|9|4 /crm/deal/details/7/ %2Fcrm%2Fdeal%2Fdetails%2F7%2F /tasks/task/view/5/ /company/personal/user/5/ /workgroups/group/5/ imol%7C512 \n \ud83d\ude00 ж".split(
        " ",
      ),
    );
    const texts = fc
      .array(piece, { maxLength: 30 })
      .map((pieces) => pieces.join(" ").replaceAll(" = ", "="));
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const { start, offset, length, subject } of findMentions(text)) {
          assert.ok(
            start <= offset && offset >= end && length > 0 && offset + length <= text.length,
          );
          end = offset + length;
          const digits = /\d+$/.exec(subjectKey(subject))?.[0] ?? "";
          assert.ok(text.slice(offset, end).includes(digits));
          assert.match(text, mentionHint);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

function keys(mentions: readonly Mention[]): readonly string[] {
  return mentions.map(({ subject }) => subjectKey(subject));
}
