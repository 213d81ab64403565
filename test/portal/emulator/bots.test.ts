import assert from "node:assert/strict";
import {
  asList,
  asObject,
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
    [
      "a missing chat",
      { ...asHelper, dialogId: "chat404" },
      "CHAT_NOT_FOUND",
      "Der Chat wurde nicht gefunden.",
    ],
    [
      "a chat without the bot",
      { ...asHelper, dialogId: "chat220" },
      "ACCESS_DENIED",
      "Sie haben keinen Zugriff auf diesen Chat.",
    ],
  ];
  for (const [name, parameters, code, text] of refusals) {
    it(`refuse ${name}`, () => {
      const reply = call(portal, "imbot.v2.Chat.get", parameters);
      assert.deepEqual(refusalOf(reply), [400, code, text]);
    });
  }

  it("refuse a token of more than 40 characters", () => {
    const reply = call(portal, "imbot.v2.Chat.get", { ...asHelper, botToken: "x".repeat(41) });
    assert.equal(reply.json["error"], "BOT_TOKEN_INVALID_LENGTH");
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
      [456, 457],
    );
    assert.deepEqual(
      asList(list["users"]).map((who) => who["name"]),
      ["Helper", "Quality watch"],
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
    const { users } = recordOf(
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
    const asked = { ...asHelper, messageId: 1 };
    assert.deepEqual(refusalOf(call(portal, "imbot.v2.Chat.Message.get", asked)), [
      400,
      "BOT_TYPE_NOT_ALLOWED",
      "Method is available only for supervisor and personal bots",
    ]);
    const supervisor = call(portal, "imbot.v2.Chat.Message.get", { ...asked, botId: 457 });
    assert.equal(supervisor.json["error"], "MESSAGE_NOT_FOUND");
  });

  it("never create a chat by looking", () => {
    const fresh = quietPortal();
    const reply = call(fresh, "imbot.v2.Chat.get", { ...asHelper, dialogId: "1" });
    assert.equal(reply.json["error"], "CHAT_NOT_FOUND");
    assert.deepEqual(fresh.effects, []);
    assert.deepEqual(
      resultOf(call(fresh, "im.chat.get", { ENTITY_TYPE: "NONE", ENTITY_ID: "1" })),
      null,
    );
  });
});
