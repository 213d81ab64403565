import assert from "node:assert/strict";
import {
  asList,
  asObject,
  asText,
  call,
  quietPortal,
  recordOf,
  refusalOf,
  resultOf,
} from "./support/portalCalls";

const portal = quietPortal();
const asHelper = { botId: 456, botToken: "demo-bot-token" };

describe("Bots of the first API", () => {
  it("are a map by id with names escaped for HTML", () => {
    assert.deepEqual(recordOf(call(portal, "imbot.bot.list"))["39"], {
      ID: 39,
      NAME: "Delivery &amp; Co bot",
      CODE: "delivery",
      OPENLINE: "N",
    });
    assert.equal(asObject(recordOf(call(portal, "imbot.bot.list"))["41"])["OPENLINE"], "Y");
  });
});

describe("Bots of the second API", () => {
  const refusals: readonly [name: string, parameters: object, code: string, text: string][] = [
    [
      "no token",
      { botId: 456, dialogId: "chat240" },
      "BOT_TOKEN_NOT_SPECIFIED",
      "Bot token not specified (botToken is required for webhook auth)",
    ],
    ["no bot", { botToken: "demo-bot-token" }, "BOT_ID_REQUIRED", "botId is required"],
    ["an unknown bot", { ...asHelper, botId: 5 }, "BOT_NOT_FOUND", "Bot not found"],
    [
      "another's bot",
      { ...asHelper, botToken: "wrong" },
      "BOT_OWNERSHIP_ERROR",
      "Bot was installed by another rest application",
    ],
    ["no dialog", asHelper, "100", "Could not find value for parameter {dialogId}"],
    ["a missing chat", { ...asHelper, dialogId: "chat404" }, "CHAT_NOT_FOUND", "CHAT_NOT_FOUND"],
    [
      "a chat without the bot",
      { ...asHelper, dialogId: "chat220" },
      "ACCESS_DENIED",
      "ACCESS_DENIED",
    ],
  ];
  for (const [name, parameters, code, text] of refusals) {
    it(`refuse ${name}`, () => {
      const reply = call(portal, "imbot.v2.Chat.get", parameters);
      assert.deepEqual(refusalOf(reply), [400, code, text]);
    });
  }

  it("take a long token for one like any other: only a registration limits them", () => {
    const reply = call(portal, "imbot.v2.Chat.get", { ...asHelper, botToken: "x".repeat(64) });
    assert.equal(reply.json["error"], "BOT_OWNERSHIP_ERROR");
  });

  it("want a token, under its older name on the first portals that have them", () => {
    const old = quietPortal({ portalProfile: "rev32" });
    const reply = call(old, "imbot.v2.Chat.get", { botId: 456, dialogId: "chat240" });
    assert.equal(reply.json["error"], "CLIENT_ID_NOT_SPECIFIED");
    assert.equal(call(old, "imbot.v2.Chat.get", { ...asHelper, dialogId: "chat240" }).status, 200);
    assert.equal(call(old, "imbot.v2.Revision.get").json["error"], "ERROR_METHOD_NOT_FOUND");
    assert.equal(recordOf(call(old, "im.revision.get"))["rest"], 32);
  });

  it("are told to anybody with a token in brief, to their owner in full", () => {
    const told = (botId: number, botToken: string): string[] =>
      Object.keys(asObject(recordOf(call(portal, "imbot.v2.Bot.get", { botId, botToken }))["bot"]));
    const brief = [
      "id",
      "code",
      "type",
      "isHidden",
      "isSupportOpenline",
      "isReactionsEnabled",
      "backgroundId",
      "language",
    ];
    const full = [
      ...brief,
      "moduleId",
      "eventMode",
      "countMessage",
      "countCommand",
      "countChat",
      "countUser",
    ];
    assert.deepEqual(told(456, "demo-bot-token"), full);
    assert.deepEqual(told(39, "demo-client-id"), full);
    for (const [botId, token] of [
      [456, "mistyped"],
      [460, "demo-bot-token"],
      [39, "demo-bot-token"],
    ] as const) {
      assert.deepEqual(told(botId, token), brief, `${botId} with ${token}`);
    }
  });

  it("of the second version are called by their exact names outside of a batch", () => {
    const asked = { ...asHelper, dialogId: "chat240" };
    assert.equal(call(portal, "imbot.v2.chat.get", asked).json["error"], "ERROR_METHOD_NOT_FOUND");
    const item = "imbot.v2.chat.get?botId=456&botToken=demo-bot-token&dialogId=chat240";
    const { result_error: errors } = recordOf(call(portal, "batch", { cmd: { item } }));
    assert.deepEqual(errors, []);
  });

  it("see the chats they are in, though the webhook's owner is not", () => {
    const { chat } = recordOf(
      call(portal, "imbot.v2.Chat.get", { ...asHelper, dialogId: "chat405" }),
    );
    const record = asObject(chat);
    assert.equal(record["dialogId"], "chat405");
    assert.equal(record["role"], "member");
    assert.equal(record["parentChatId"], null);
    assert.equal(record["textFieldEnabled"], true);
    assert.equal(asObject(record["permissions"])["manageMessagesAutoDelete"], "owner");
    assert.equal(asObject(record["lastMessageViews"])["messageId"], record["lastMessageId"]);
    for (const absent of ["counter", "restrictions", "readedList", "dialog_id"]) {
      assert.ok(!(absent in record), absent);
    }
    const asOwner = call(portal, "imbot.dialog.get", { DIALOG_ID: "chat405" });
    assert.equal(asOwner.json["error"], "ACCESS_ERROR");
  });

  it("of the first API take their client id for a token", () => {
    const parameters = { botId: 39, clientId: "demo-client-id", dialogId: "chat29" };
    const { chat } = recordOf(call(portal, "imbot.v2.Chat.get", parameters));
    assert.equal(asObject(chat)["role"], "manager");
  });

  it("are listed by their token, with names beside them", () => {
    const list = recordOf(call(portal, "imbot.v2.Bot.list", { botToken: "demo-bot-token" }));
    assert.deepEqual(
      asList(list["bots"]).map((bot) => bot["id"]),
      [456, 457, 458, 459, 461],
    );
    assert.deepEqual(
      asList(list["users"]).map((who) => who["name"]),
      ["Helper", "Quality watch", "Shift planner", "Local test bot", "Ivy's assistant"],
    );
    assert.equal(list["hasNextPage"], false);
    const paged = recordOf(
      call(portal, "imbot.v2.Bot.list", {
        botToken: "demo-bot-token",
        limit: 1,
      }),
    );
    assert.equal(paged["hasNextPage"], true);
    const watching = { botToken: "demo-bot-token", filter: { type: "supervisor" } };
    assert.deepEqual(
      asList(recordOf(call(portal, "imbot.v2.Bot.list", watching))["bots"]).map((bot) => bot["id"]),
      [457],
    );
  });

  it("are found by id or code, with their commands and chat members", () => {
    const token = { botToken: "demo-bot-token" };
    const byCode = recordOf(call(portal, "imbot.v2.Bot.get", { ...token, code: "helper" }));
    assert.equal(asObject(byCode["bot"])["id"], 456);
    assert.equal(call(portal, "imbot.v2.Bot.get", token).json["error"], "PARAMS_REQUIRED");
    const { commands } = recordOf(call(portal, "imbot.v2.Command.list", asHelper));
    assert.deepEqual(
      asList(commands).map((one) => one["command"]),
      ["/help", "/shift", "/van"],
    );
    const users = resultOf(
      call(portal, "imbot.v2.Chat.User.list", {
        ...asHelper,
        dialogId: "chat240",
        order: { id: "desc" },
        limit: 2,
      }),
    );
    assert.deepEqual(
      asList(users).map((who) => who["id"]),
      [456, 7],
    );
  });

  it("may not read messages unless they watch or serve one person", () => {
    const asked = { ...asHelper, messageId: 50_500 };
    assert.deepEqual(refusalOf(call(portal, "imbot.v2.Chat.Message.get", asked)), [
      400,
      "BOT_TYPE_NOT_ALLOWED",
      "Method is available only for supervisor and personal bots",
    ]);
    const supervisor = call(portal, "imbot.v2.Chat.Message.get", { ...asked, botId: 457 });
    assert.equal(supervisor.status, 200);
  });

  it("start their private dialog with a person whom they look up by number", () => {
    const fresh = quietPortal();
    const ask = (parameters: object) =>
      call(fresh, "imbot.v2.Chat.get", { ...asHelper, ...parameters });
    const record = asObject(recordOf(ask({ dialogId: "5" }))["chat"]);
    assert.equal(record["dialogId"], "5");
    assert.equal(record["messageType"], "P");
    assert.deepEqual(fresh.effects, [
      {
        kind: "privateChatCreated",
        chatId: record["id"],
        userIds: [456, 5],
        notifiedBotId: 456,
      },
    ]);
    ask({ dialogId: "5" });
    ask({ chatId: record["id"] });
    assert.equal(fresh.effects.length, 1);
    assert.equal(ask({ dialogId: "99999" }).json["error"], "CHAT_NOT_FOUND");
  });

  it("start nothing by a chat id", () => {
    const fresh = quietPortal();
    const ask = (parameters: object) =>
      call(fresh, "imbot.v2.Chat.get", { ...asHelper, ...parameters });
    assert.equal(asObject(recordOf(ask({ chatId: 240 }))["chat"])["id"], 240);
    assert.equal(ask({ chatId: 5 }).json["error"], "CHAT_NOT_FOUND");
    assert.equal(ask({ dialogId: "chat240" }).status, 200);
    assert.equal(ask({ dialogId: "chat220" }).json["error"], "ACCESS_DENIED");
    assert.deepEqual(fresh.effects, []);
  });

  it("make the chat of a workgroup before they are asked whether they may see it", () => {
    const fresh = quietPortal();
    const reply = call(fresh, "imbot.v2.Chat.get", { ...asHelper, dialogId: "sg14" });
    assert.equal(reply.json["error"], "ACCESS_DENIED");
    assert.equal(fresh.effects[0]?.kind, "workgroupChatCreated");
  });

  it("join the webhook's owner to the chat of a CRM object, not themselves", () => {
    const fresh = quietPortal();
    const asked = { ...asHelper, dialogId: "crm|DEAL|88" };
    const reply = call(fresh, "imbot.v2.Chat.get", asked, { user: 5 });
    assert.equal(reply.json["error"], "ACCESS_DENIED");
    assert.deepEqual(fresh.effects, [{ kind: "chatJoined", chatId: 220, userId: 5 }]);
  });

  it("become members of the threads of their channels and of the chats of their tasks", () => {
    for (const chatId of [262, 231]) {
      const fresh = quietPortal();
      const asked = { ...asHelper, dialogId: `chat${chatId}` };
      const { chat } = recordOf(call(fresh, "imbot.v2.Chat.get", asked));
      assert.equal(asObject(chat)["role"], "member");
      assert.deepEqual(fresh.effects, [
        { kind: "chatJoined", chatId, userId: 456, notifiedBotId: 456 },
      ]);
      call(fresh, "imbot.v2.Chat.get", asked);
      assert.equal(fresh.effects.length, 1, "once");
      const other = call(fresh, "imbot.v2.Chat.get", { ...asked, botId: 459 });
      assert.match(asText(other.json["error"]), /ACCESS_DENIED$/);
    }
  });

  it("are refused a thread by what is wrong with its post", () => {
    const ask = (botId: number, dialogId: string): unknown =>
      call(portal, "imbot.v2.Chat.get", { ...asHelper, botId, dialogId }).json["error"];
    assert.equal(ask(459, "chat262"), "MESSAGE_ACCESS_DENIED");
    assert.equal(ask(456, "chat263"), "MESSAGE_NOT_FOUND");
  });

  it("are told the newest fields of a chat", () => {
    const record = (dialogId: string) =>
      asObject(recordOf(call(portal, "imbot.v2.Chat.get", { ...asHelper, dialogId }))["chat"]);
    assert.equal(record("chat260")["canHaveThreads"], true);
    assert.equal(record("chat240")["canHaveThreads"], false);
    assert.equal(asObject(record("chat240")["entityLink"])["id"], "12");
    assert.equal(typeof record("chat240")["lastId"], "number");
  });
});
