import assert from "node:assert/strict";
import {
  decodeContext,
  decodeHistory,
  decodeMessages,
} from "../../../../../src/core/dialog/messages/decodeMessages";
import type { Message, MessagePage } from "../../../../../src/core/dialog/messages/message";
import { fc } from "../../../support/generated";

/** As the REST brief has it (messages.md section 1), with strings where portals write them. */
const own = {
  chat_id: 29,
  messages: [
    {
      id: 9101,
      chat_id: 29,
      author_id: 12,
      date: "2026-03-16T17:44:02+02:00",
      text: "[USER=5]Anna Berg[/USER] please see [URL=https://example.org/a]this[/URL]",
      unread: true,
      uuid: "2f1c4f0e-6b1d-4d54-9d0b-0a4b0e3f7a11",
      replaces: [],
      params: { LIKE: [5, 7], REPLY_ID: 9088 },
      disappearing_date: null,
    },
    {
      id: "9099",
      author_id: "456",
      date: "2026-03-16T17:43:10+02:00",
      text: "Choose:",
      params: {
        KEYBOARD: [
          {
            BOT_ID: 456,
            TYPE: "BUTTON",
            TEXT: "Help",
            COMMAND: "help",
            COMMAND_PARAMS: "1",
            DISABLED: "N",
          },
          { TYPE: "NEWLINE" },
          { TYPE: "BUTTON", TEXT: "Site", LINK: "https://example.org", DISABLED: "Y" },
        ],
      },
    },
    { id: 9095, author_id: 12, text: "", params: { FILE_ID: ["301", 302] } },
    {
      id: 9090,
      author_id: 0,
      text: "[USER=5 REPLACE]Anna Berg[/USER] invited [USER=12 REPLACE]Tom Ode[/USER] to the chat",
      params: { CODE: ["CHAT_JOIN"], NOTIFY: "N" },
    },
    { id: 9088, author_id: 5, text: "This message was deleted", params: { IS_DELETED: "Y" } },
    { id: 9080, author_id: 5, text: "x", params: [] },
    {
      id: 9070,
      author_id: 5,
      text: "y",
      params: { IS_EDITED: "Y", FORWARD_ID: 77, FORWARD_CONTEXT_ID: "chat5/77" },
    },
  ],
  users: [{ id: 12, active: true, name: "Tom Ode", bot: false, connector: false, type: "user" }],
  files: [
    {
      id: 301,
      chatId: 29,
      type: "image",
      name: "plan.png",
      size: 81_234,
      urlShow: "https://portal.example/secret-of-the-file",
    },
  ],
};

function page(result: ReturnType<typeof decodeMessages>): MessagePage {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function byId({ messages }: MessagePage, id: number): Message {
  const found = messages.find((message) => message.id === id);
  assert.ok(found !== undefined);
  return found;
}

describe("Messages for the webhook's owner", () => {
  const read = page(decodeMessages(own, 7));

  it("are the newest first, whatever order they came in", () => {
    const turned = page(decodeMessages({ ...own, messages: [...own.messages].reverse() }, 7));
    assert.deepEqual(
      turned.messages.map(({ id }) => id),
      [9101, 9099, 9095, 9090, 9088, 9080, 9070],
    );
  });

  it("have older ones behind a full page, and none behind another", () => {
    assert.equal(read.hasOlder, true);
    assert.equal(page(decodeMessages(own, 8)).hasOlder, false);
    assert.equal(page(decodeMessages({ messages: [] }, 20)).messages.length, 0);
  });

  it("tell answers, likes, edits, deletions, forwarding and what is unread", () => {
    const { replyTo, likes, isUnread } = byId(read, 9101);
    assert.deepEqual({ replyTo, likes, isUnread }, { replyTo: 9088, likes: 2, isUnread: true });
    assert.equal(byId(read, 9088).isDeleted, true);
    const { isEdited, forwardedFrom } = byId(read, 9070);
    assert.deepEqual({ isEdited, forwardedFrom }, { isEdited: true, forwardedFrom: "chat5/77" });
  });

  it("name their files and keep no address of them", () => {
    assert.deepEqual(byId(read, 9095).files, [
      { fileId: 301, name: "plan.png", type: "image", sizeBytes: 81_234 },
      { fileId: 302 },
    ]);
    assert.ok(!JSON.stringify([...read.messages]).includes("secret-of-the-file"));
  });

  it("have keyboards in rows, with what each button does", () => {
    assert.deepEqual(byId(read, 9099).keyboard, [
      [{ text: "Help", target: "", deed: "/help 1", isDisabled: false }],
      [{ text: "Site", target: "https://example.org", deed: "", isDisabled: true }],
    ]);
  });

  it("keep parameters that have no form of their own, under their names", () => {
    assert.deepEqual(byId(read, 9090).others, [
      { name: "CODE", wire: ["CHAT_JOIN"] },
      { name: "NOTIFY", wire: "N" },
    ]);
    assert.deepEqual(byId(read, 9080).others, []);
  });

  it("have their authors, and nobody for the system", () => {
    assert.equal(read.people.get(12)?.name, "Tom Ode");
    assert.equal(byId(read, 9090).authorId, 0);
  });
});

describe("Messages for a bot", () => {
  it("are read by the names of the second version, first of two spellings", () => {
    const { messages, people, hasOlder, hasNewer } = page(
      decodeContext({
        messages: [
          {
            id: 9101,
            chatId: 29,
            chat_id: 29,
            authorId: 12,
            author_id: 13,
            date: "2026-03-16T17:44:02+02:00",
            text: "Hello",
            isSystem: false,
            uuid: "",
            forward: { id: "chat5/77", userId: 1, chatId: 5, date: "" },
            params: {},
            viewedByOthers: true,
          },
        ],
        users: [{ id: 12, active: true, name: "Tom Ode", type: "employee", bot: true }],
        hasPrevPage: true,
        hasNextPage: false,
      }),
    );
    const [message] = messages;
    assert.deepEqual([message?.authorId, message?.forwardedFrom], [12, "chat5/77"]);
    assert.equal(people.get(12)?.isBot, true);
    assert.deepEqual([hasOlder, hasNewer], [true, false]);
  });
});

describe("The history of a session", () => {
  const history = {
    chatId: 210,
    message: {
      "88": {
        id: "88",
        chatid: "210",
        senderid: "744",
        date: "2026-03-16T17:44:02+02:00",
        text: "Hi!",
        params: {
          fileId: ["410"],
          connectorMid: ["88120"],
          attach: [{ id: 1, blocks: [{ message: "b" }] }],
        },
      },
      "90": { id: "90", senderid: "0", text: "Conversation started", params: [] },
    },
    users: { "744": { id: 744, firstName: "Ana", lastName: "Prieto", connector: true } },
    files: { "410": { id: "410", chatid: "210", name: "label.jpg", type: "image", size: "45120" } },
  };

  it("is maps with texts for ids", () => {
    const read = page(decodeHistory(history));
    assert.deepEqual(
      read.messages.map(({ id, authorId }) => [id, authorId]),
      [
        [90, 0],
        [88, 744],
      ],
    );
    const message = byId(read, 88);
    assert.deepEqual(message.files, [
      { fileId: 410, name: "label.jpg", type: "image", sizeBytes: 45_120 },
    ]);
    assert.deepEqual(message.attached, [{ type: "text", text: "b" }]);
    assert.deepEqual(message.others, [{ name: "connectorMid", wire: ["88120"] }]);
    assert.deepEqual(read.people.get(744)?.name, "Ana Prieto");
    assert.equal(read.hasOlder, false);
  });

  it("may be empty, as PHP writes an empty map", () => {
    assert.deepEqual(page(decodeHistory({ message: [], users: [], files: [] })).messages, []);
  });
});

describe("What is attached to a message", () => {
  const attached = (ATTACH: unknown): Message["attached"] => {
    const messages = [{ id: 1, author_id: 1, text: "", params: { ATTACH } }];
    return byId(page(decodeMessages({ messages }, 20)), 1).attached;
  };
  const link = { type: "link", name: "Sheet", target: "https://a.example", text: "PDF" };
  const none = { text: "", target: "", sizeBytes: undefined };

  for (const [name, ATTACH, expected] of [
    [
      "a text",
      [{ ID: 1, BLOCKS: [{ MESSAGE: "[b]x[/b]" }] }],
      [{ type: "text", text: "[b]x[/b]" }],
    ],
    [
      "one attachment without a list",
      { ID: 1, BLOCKS: [{ LINK: { NAME: "Sheet", LINK: "https://a.example", DESC: "PDF" } }] },
      [{ ...link, sizeBytes: undefined }],
    ],
    [
      "a list of links in a block",
      [{ BLOCKS: [{ LINK: [{ NAME: "A", LINK: "" }, { NAME: "B" }] }] }],
      [
        { type: "link", name: "A", ...none },
        { type: "link", name: "B", ...none },
      ],
    ],
    [
      "a table",
      [{ BLOCKS: [{ GRID: [{ NAME: "Driver", VALUE: "Omar", DISPLAY: "LINE" }] }] }],
      [{ type: "grid", rows: [{ name: "Driver", text: "Omar" }] }],
    ],
    [
      "a file and a picture",
      [
        {
          BLOCKS: [
            { FILE: [{ NAME: "s.csv", LINK: "/x", SIZE: "2048" }] },
            { IMAGE: { NAME: "Map" } },
          ],
        },
      ],
      [
        { type: "file", name: "s.csv", target: "/x", text: "", sizeBytes: 2048 },
        { type: "image", name: "Map", ...none },
      ],
    ],
    ["a line", [{ BLOCKS: [{ DELIMITER: { SIZE: 200 } }] }], [{ type: "line" }]],
    [
      "what nobody knows",
      [{ BLOCKS: [{ RICH: { a: 1 } }, "text"] }],
      [
        { type: "other", wire: { RICH: { a: 1 } } },
        { type: "other", wire: "text" },
      ],
    ],
    ["nothing", "", []],
  ] as const) {
    it(`is read: ${name}`, () => {
      assert.deepEqual(attached(ATTACH), expected);
    });
  }

  it("is counted where it is more than a page holds", () => {
    const files = Array.from({ length: 250 }, (_, index) => index + 1);
    const messages = [{ id: 1, params: { FILE_ID: files } }];
    const message = byId(page(decodeMessages({ messages }, 20)), 1);
    assert.deepEqual([message.files.length, message.unlistedParts], [100, 150]);
  });
});

describe("A reply that holds no messages", () => {
  it("is told where it is odd", () => {
    for (const decode of [(value: unknown) => decodeMessages(value, 20), decodeContext]) {
      assert.deepEqual(decode({}), {
        ok: false,
        error: { path: "result.messages", found: "nothing" },
      });
      assert.deepEqual(decode({ messages: [[]] }), {
        ok: false,
        error: { path: "result.messages.0", found: "empty list" },
      });
    }
    assert.deepEqual(decodeHistory(null), {
      ok: false,
      error: { path: "result.message", found: "nothing" },
    });
  });

  it("is decoded or refused, never an exception", () => {
    const names = fc.constantFrom(
      ..."messages message users files id author_id senderid text params FILE_ID ATTACH BLOCKS GRID KEYBOARD BUTTONS LIKE REPLY_ID FORWARD_ID forward".split(
        " ",
      ),
    );
    const odd = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 6 }, fc.jsonValue({ maxDepth: 1 }), tie("map"), tie("list")),
      map: fc.dictionary(names, tie("any"), { maxKeys: 5 }),
      list: fc.array(tie("any"), { maxLength: 3 }),
    }));
    fc.assert(
      fc.property(odd.any, (result) => {
        for (const decode of [
          (value: unknown) => decodeMessages(value, 20),
          decodeContext,
          decodeHistory,
        ]) {
          assert.equal(typeof decode(result).ok, "boolean");
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
