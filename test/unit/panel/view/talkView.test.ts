import assert from "node:assert/strict";
import { decodeMessages } from "../../../../src/core/dialog/messages/decodeMessages";
import type { DialogKindWord } from "../../../../src/core/dialog/dialogKind";
import type { Viewer } from "../../../../src/core/dialog/viewer";
import type { PortalError } from "../../../../src/core/portal/portalError";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import type { MessagesState } from "../../../../src/core/sessions/dialogMessages";
import type { PanelTalk, PanelTextNode } from "../../../../src/panel/protocol/panelView";
import { talkText } from "../../../../src/panel/view/talkText";
import { talkCopyText, talkView, type KnownMessages } from "../../../../src/panel/view/talkView";
import { inEachLanguage } from "../../text/support/languages";
import { readingOf } from "../../support/readings";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://northwind.example",
  userId: "1",
  scopes: ["im", "imbot", "imopenlines"],
  readsWithoutAsking: false,
};
const nobody = {
  state: {
    obstacle: undefined,
    members: { phase: "idle", load: "more", items: [], hasMore: false, failure: undefined },
    memberCount: undefined,
    namesFailure: undefined,
  },
  personOf: () => undefined,
} as const;
const unread: MessagesState = {
  phase: "idle",
  load: "latest",
  messages: undefined,
  hasOlder: false,
  hasNewer: false,
  failure: undefined,
  exchange: undefined,
};

interface Case {
  readonly viewer?: Viewer;
  readonly kind?: DialogKindWord;
  readonly scopes?: readonly string[];
  readonly state?: Partial<MessagesState>;
}

function view({ viewer = { kind: "owner" }, kind = "chat", scopes, state }: Case): PanelTalk {
  const known: KnownMessages = {
    state: { ...unread, ...state },
    isBehind: false,
    personOf: () => undefined,
  };
  return talkView(known, {
    reading: { ...readingOf("Pilot", { chatId: 29, kind }), viewer },
    portal: scopes === undefined ? portal : { ...portal, scopes },
    known: nobody,
    links: undefined,
  });
}

const bot: Viewer = { kind: "bot", botId: 457 };

describe("What is said of reading messages", () => {
  for (const [name, asked, said] of [
    ["the owner", {}, /^Reading marks nothing as read and does not show user 1 as online\./],
    ["a bot", { viewer: bot }, /^Reading marks nothing as read\. Kept/],
    [
      "a bot in a task's chat",
      { viewer: bot, kind: "task" },
      /^Reading marks nothing as read\. The portal has made the bot a member/,
    ],
    [
      "the owner with imopenlines alone",
      { kind: "lines", scopes: ["imopenlines"] },
      /^The history of the session is only read/,
    ],
    ["the owner of all in an Open Channel", { kind: "lines" }, /^Reading marks nothing as read/],
  ] as const satisfies readonly (readonly [string, Case, RegExp])[]) {
    it(`is true of the method: ${name}`, () => {
      assert.match(view(asked).note, said);
    });
  }

  inEachLanguage((language) => {
    it("is whole, for each method, state and failure", () => {
      const { exchange } = readingOf("Pilot").answer;
      const page = decodeMessages(
        { messages: [{ id: 5311, params: { LIKE: [1], REPLY_ID: 3 } }] },
        20,
      );
      assert.ok(page.ok);
      const errors: readonly PortalError[] = [
        { kind: "timedOut", host: "northwind.example", afterMs: 1 },
        {
          kind: "refused",
          host: "northwind.example",
          status: 400,
          code: "BOT_TYPE_NOT_ALLOWED",
          description: "",
        },
      ];
      const states: readonly Partial<MessagesState>[] = [
        {},
        { phase: "reading" },
        { phase: "reading", load: "older" },
        { messages: [], exchange },
        { messages: page.value.messages, hasOlder: true, hasNewer: true, exchange },
        ...errors.map((error) => ({ phase: "failed", failure: { error, exchange } }) as const),
      ];
      for (const kind of ["chat", "lines", "task"] as const) {
        for (const viewer of [{ kind: "owner" } as const, bot]) {
          for (const state of states) {
            const talk = view({ viewer, kind, state });
            const texts = [
              talk.label,
              talk.digest,
              talk.note,
              talk.action.label,
              talk.behind ?? "",
              talk.empty ?? "",
            ];
            for (const text of texts) {
              assert.doesNotMatch(text, /\{\d\}|undefined|NaN/);
              if (language === "Russian" && text !== "") assert.match(text, /[а-яё]/i, text);
            }
            assert.ok(talk.problem === undefined || talk.problem.actions.length > 0);
          }
        }
      }
    });
  });

  it("has a button that tries again what failed", () => {
    const failure = {
      error: { kind: "timedOut", host: "h", afterMs: 1 },
      exchange: undefined,
    } as const;
    for (const [load, id] of [
      ["latest", "readMessages"],
      ["older", "readOlderMessages"],
    ] as const) {
      const { problem } = view({ state: { phase: "failed", load, failure, messages: [] } });
      assert.deepEqual([problem?.actions[0]?.id, problem?.actions[0]?.label], [id, "Try again"]);
    }
  });
});

describe("What is copied of a message", () => {
  it("is its id, its text, or all of it as it came", () => {
    const wire = { id: 5311, author_id: 5, text: "[b]x[/b]" };
    const page = decodeMessages({ messages: [wire] }, 20);
    assert.ok(page.ok);
    const known = {
      state: { ...unread, messages: page.value.messages },
      isBehind: false,
      personOf: () => undefined,
    };
    assert.equal(talkCopyText(known, "message.5311"), "5311");
    assert.equal(talkCopyText(known, "message.5311.text"), "[b]x[/b]");
    assert.deepEqual(JSON.parse(talkCopyText(known, "message.5311.json") ?? ""), wire);
    for (const key of ["message.5312", "message.", "message.5311.x", "role"]) {
      assert.equal(talkCopyText(known, key), undefined, key);
    }
    assert.equal(talkCopyText(undefined, "message.5311"), undefined);
  });
});

describe("The text of a message in a panel", () => {
  const drawn = (text: string): readonly PanelTextNode[] =>
    talkText(text, {
      origin: "https://northwind.example",
      nameOf: (userId) => (userId === 5 ? "Omar Haddad" : undefined),
    });
  const plain = (text: string): PanelTextNode => ({ type: "text", text });

  for (const [written, expected] of [
    [
      "[URL=javascript:alert(2)]open[/URL]",
      [plain("[URL=javascript:alert(2)]"), plain("open"), plain("[/URL]")],
    ],
    [
      "[url=https://a.example/x]your bank[/url]",
      [
        {
          type: "link",
          url: "https://a.example/x",
          host: "a.example",
          nodes: [plain("your bank")],
        },
      ],
    ],
    [
      "[url=/crm/deal/details/88/]deal[/url]",
      [
        {
          type: "link",
          url: "https://northwind.example/crm/deal/details/88/",
          host: "northwind.example",
          nodes: [plain("deal")],
        },
      ],
    ],
    ["[call=+1555]x[/call]", [{ type: "link", url: "tel:+1555", nodes: [plain("x")] }]],
    ["[USER=5 REPLACE]Old[/USER]", [{ type: "mention", id: "5", nodes: [plain("Omar Haddad")] }]],
    ["[USER=5]Om[/USER]", [{ type: "mention", id: "5", nodes: [plain("Om")] }]],
    ["[chat=29]Pilot[/chat]", [{ type: "mention", id: "chat29", nodes: [plain("Pilot")] }]],
    ["[timestamp=0]", [{ type: "time", iso: "1970-01-01T00:00:00.000Z" }]],
    ["a\u202Eb", [plain("a[U+202E]b")]],
    [
      "[send=\u202E]x[/send]",
      [{ type: "tag", text: "[send=[U+202E]]" }, plain("x"), { type: "tag", text: "[/send]" }],
    ],
  ] as const satisfies readonly (readonly [string, readonly PanelTextNode[]])[]) {
    it(`is ${JSON.stringify(written)}`, () => {
      assert.deepEqual(drawn(written), expected);
    });
  }
});
