import { isObject } from "../../../src/core/base/json";

/** Secrets of the samples: none of them may be shown. */
export const eventSecrets = {
  ofBot: "invented-access-token-of-bot-456",
  refreshOfBot: "invented-refresh-token-of-bot-456",
  ofUser: "invented-access-token-of-user-27",
  refreshOfUser: "invented-refresh-token-of-user-27",
  application: "invented-application-token",
  client: "local.0000000000000.00000000",
} as const;

type Data = Readonly<Record<string, unknown>>;

const access = (userId: string): Data => ({
  access_token: userId === "456" ? eventSecrets.ofBot : eventSecrets.ofUser,
  expires: "1773686518",
  expires_in: "3600",
  scope: "imbot",
  domain: "example.bitrix24.com",
  server_endpoint: "https://oauth.bitrix.info/rest/",
  status: "L",
  client_endpoint: "https://example.bitrix24.com/rest/",
  member_id: "0123456789abcdef0123456789abcdef",
  refresh_token: userId === "456" ? eventSecrets.refreshOfBot : eventSecrets.refreshOfUser,
  user_id: userId,
  application_token: eventSecrets.application,
});

const ofBot = { ...access("456"), client_id: eventSecrets.client };
const botBlock = { ...ofBot, AUTH: ofBot, BOT_ID: "456", BOT_CODE: "helper" };
const user = { ID: "27", NAME: "Tom Ode", FIRST_NAME: "Tom", LAST_NAME: "Ode", WORK_POSITION: "" };

const inPrivate = { MESSAGE_TYPE: "P", FROM_USER_ID: "27", DIALOG_ID: "27", CHAT_TYPE: "P" };
const inGroup = {
  MESSAGE_TYPE: "C",
  FROM_USER_ID: "27",
  DIALOG_ID: "chat29",
  CHAT_ID: "29",
  CHAT_TITLE: "Delivery",
  CHAT_TYPE: "C",
  CHAT_ENTITY_TYPE: "CRM",
  CHAT_ENTITY_ID: "DEAL|88",
  CHAT_ENTITY_DATA_1: "",
};

function old(event: string, data: Data, auth: Data = access("27")): Data {
  return { event, event_handler_id: "403", data, ts: "1773682918", auth };
}

const oldData = (params: Data, bot: Data = botBlock): Data => ({
  BOT: { "456": bot },
  PARAMS: { ...params, LANGUAGE: "en" },
  USER: user,
});

/** What each sample is expected to be read as. */
export interface EventSample {
  readonly name: string;
  readonly event: Data;
  readonly chat: string | undefined;
  readonly asSent: string;
  readonly heading: string;
}

const ofWebhook: Data = {
  domain: "example.bitrix24.com",
  member_id: "0123456789abcdef0123456789abcdef",
  application_token: eventSecrets.application,
};

/** @see REST brief, events-samples.json: the nine forms of the first generation, as decoded */
export const oldSamples: readonly EventSample[] = [
  {
    name: "a private message",
    event: old(
      "ONIMBOTMESSAGEADD",
      oldData({ ...inPrivate, MESSAGE: "Hello", TO_CHAT_ID: "1407", MESSAGE_ID: "84331" }),
    ),
    chat: "chat1407",
    asSent: "27",
    heading: "Tom Ode (27) sent a message in the bot's private dialog, chat1407.",
  },
  {
    name: "a message in a group",
    event: old(
      "ONIMBOTMESSAGEADD",
      oldData({
        ...inGroup,
        MESSAGE: ", where is deal 88?",
        MESSAGE_ORIGINAL: "[USER=456]Helper[/USER] , where is deal 88?",
        MENTIONED_LIST: { "456": "456" },
        TO_CHAT_ID: "29",
        MESSAGE_ID: "84331",
      }),
    ),
    chat: "chat29",
    asSent: "chat29",
    heading: "Tom Ode (27) sent a message in “Delivery”, chat29.",
  },
  {
    name: "a private message to a bot that a webhook registered",
    event: old(
      "ONIMBOTMESSAGEADD",
      oldData(
        { ...inPrivate, MESSAGE: "Hello", TO_CHAT_ID: "1407", MESSAGE_ID: "84331" },
        { BOT_ID: "456", BOT_CODE: "helper" },
      ),
      ofWebhook,
    ),
    chat: "chat1407",
    asSent: "27",
    heading: "Tom Ode (27) sent a message in the bot's private dialog, chat1407.",
  },
  {
    name: "a changed message",
    event: old(
      "ONIMBOTMESSAGEUPDATE",
      oldData({ ...inPrivate, MESSAGE: "Hello again", CHAT_ID: "1407", MESSAGE_ID: "84331" }),
    ),
    chat: "chat1407",
    asSent: "27",
    heading: "Tom Ode (27) changed a message in the bot's private dialog, chat1407.",
  },
  {
    name: "a deleted message",
    event: old("ONIMBOTMESSAGEDELETE", oldData({ ...inGroup, MESSAGE_ID: "84331" })),
    chat: "chat29",
    asSent: "chat29",
    heading: "Tom Ode (27) deleted a message in “Delivery”, chat29.",
  },
  {
    name: "a private dialog that was opened",
    event: old("ONIMBOTJOINCHAT", oldData({ ...inPrivate, BOT_ID: "456", USER_ID: "27" })),
    chat: undefined,
    asSent: "27",
    heading: "The bot's private dialog with Tom Ode (27) was created.",
  },
  {
    name: "a group that the bot was added to",
    event: old("ONIMBOTJOINCHAT", oldData({ ...inGroup, BOT_ID: "456", USER_ID: "27" })),
    chat: "chat29",
    asSent: "chat29",
    heading: "Tom Ode (27) added the bot to “Delivery”, chat29.",
  },
  {
    name: "a slash command",
    event: old("ONIMCOMMANDADD", {
      COMMAND: {
        "103": { ...botBlock, COMMAND: "echo", COMMAND_ID: "103", COMMAND_PARAMS: "test" },
      },
      PARAMS: { ...inPrivate, MESSAGE: "/echo test", TO_CHAT_ID: "1407", MESSAGE_ID: "84331" },
      USER: user,
    }),
    chat: "chat1407",
    asSent: "27",
    heading: "Tom Ode (27) sent the command /echo test in the bot's private dialog, chat1407.",
  },
  {
    name: "a bot that was deleted",
    event: old("ONIMBOTDELETE", { BOT_ID: "456", BOT_CODE: "helper" }),
    chat: undefined,
    asSent: "",
    heading: "The bot was deleted from the portal.",
  },
];

const newBot = { id: 456, code: "helper", type: "bot", eventMode: "fetch", countMessage: 150 };
const newUser = { id: 27, active: true, name: "Tom Ode", firstName: "Tom", lastName: "Ode" };
const newChat = { id: 29, dialogId: "chat29", type: "crm", name: "Delivery", entityType: "CRM" };
const privateChat = { id: 1407, dialogId: "27", type: "private", name: "", entityType: "" };
const message = { id: 84331, chatId: 29, authorId: 27, text: "Where is deal 88?", params: {} };

const newEvents: readonly (readonly [what: string, heading: string, data: Data])[] = [
  [
    "MESSAGEADD",
    "Tom Ode (27) sent a message in “Delivery”, chat29.",
    { message, chat: newChat, user: newUser },
  ],
  [
    "MESSAGEUPDATE",
    "Tom Ode (27) changed a message in “Delivery”, chat29.",
    { message, chat: newChat, user: newUser },
  ],
  [
    "MESSAGEDELETE",
    "Tom Ode (27) deleted a message in “Delivery”, chat29.",
    { messageId: 84331, chat: newChat, user: newUser },
  ],
  [
    "JOINCHAT",
    "Tom Ode (27) added the bot to “Delivery”, chat29.",
    { dialogId: "chat29", chat: newChat, user: newUser },
  ],
  [
    "CONTEXTGET",
    "Tom Ode (27) opened the bot's private dialog, chat1407 with a context for the bot.",
    { dialogId: "27", context: { entityId: 88 }, chat: privateChat, user: newUser },
  ],
  [
    "COMMANDADD",
    "Tom Ode (27) sent the command /echo test in “Delivery”, chat29.",
    {
      command: { id: 103, command: "/echo", params: "test", context: "textarea" },
      message: { ...message, text: "/echo test" },
      chat: newChat,
      user: newUser,
    },
  ],
  [
    "REACTIONCHANGE",
    "Tom Ode (27) left the reaction “like” in “Delivery”, chat29.",
    { reaction: "like", action: "add", message, chat: newChat, user: newUser },
  ],
  ["DELETE", "The bot was deleted from the portal.", {}],
];

/** A reply of `imbot.v2.Event.get` with all eight events of the second generation. */
export const fetchedSamples: readonly EventSample[] = newEvents.map(
  ([what, heading, data], index) => {
    const chat = data["chat"] as typeof newChat | undefined;
    return {
      name: what.toLowerCase(),
      event: {
        eventId: 1001 + index,
        type: `ONIMBOTV2${what}`,
        date: "2026-03-16T17:41:58+02:00",
        data: { bot: newBot, ...data, ...(what === "DELETE" ? {} : { language: "en" }) },
      },
      chat: chat === undefined ? undefined : `chat${chat.id}`,
      asSent: chat?.dialogId ?? "",
      heading,
    };
  },
);

export const fetchedReply = {
  result: { events: fetchedSamples.map(({ event }) => event), nextOffset: 1009, hasMore: false },
};

/** The second generation as a handler gets it: on the wire all are texts. */
export const newHandlerSample: EventSample = {
  name: "the second generation to a handler",
  event: asOnTheWire({
    event: "ONIMBOTV2MESSAGEADD",
    event_handler_id: 511,
    data: {
      bot: { id: 456, code: "helper", auth: ofBot },
      message: { ...message, isSystem: false, forward: null },
      chat: newChat,
      user: newUser,
      language: "en",
    },
    ts: 1773682918,
    auth: access("27"),
  }) as Data,
  chat: "chat29",
  asSent: "chat29",
  heading: "Tom Ode (27) sent a message in “Delivery”, chat29.",
};

function asOnTheWire(value: unknown): unknown {
  if (!isObject(value)) return value === true ? "1" : value === false ? "0" : String(value);
  const kept = Object.entries(value).filter(
    ([, each]) => each !== null && !(isObject(each) && Object.keys(each).length === 0),
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, asOnTheWire(each)]));
}
