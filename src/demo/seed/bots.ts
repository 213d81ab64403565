import { colors } from "./colors";
import { person, type Bot, type BotCommand, type Person } from "./person";

const clientId = "demo-client-id";
const botToken = "demo-bot-token";
const tokenOfAnApplication = "demo-token-of-another-application";

const helperCommands: readonly BotCommand[] = [
  { id: 7, command: "/help", title: "Help", params: "" },
  { id: 8, command: "/shift", title: "Who is on shift", params: "date" },
  { id: 9, command: "/van", title: "Where is a van", params: "plate" },
];

const looks: Readonly<Record<string, Partial<Person>>> = {
  delivery: { color: colors.azure, avatar: "bot" },
  echo: { color: colors.mint },
  helper: { color: colors.lime },
  quality: { color: colors.graphite },
};

/** The portal's bots: one for each reason why a bot gets its events, or does not. */
export const bots: readonly Person[] = [
  // Of the first version of the API.
  bot(39, "Delivery & Co bot", "Finds parcels", "delivery", {
    token: clientId,
    isV2: false,
    eventMode: "webhook",
    counts: { messages: 412, chats: 6, users: 31 },
  }),
  bot(41, "Echo", "Greets visitors", "echo", {
    type: "openline",
    token: clientId,
    isV2: false,
    eventMode: "webhook",
    counts: { messages: 97, chats: 40, users: 38 },
  }),
  // Fetches its events, and has not done so for some minutes.
  bot(456, "Helper", "Answers questions about shifts", "helper", { commands: helperCommands }),
  // Fetches its events and is up to date; gets all messages of its chats.
  bot(457, "Quality watch", "Reads along for quality", "quality", {
    type: "supervisor",
    isHidden: true,
    counts: { messages: 0, chats: 3, users: 4 },
  }),
  // Is called at a public address.
  bot(458, "Shift planner", "Plans shifts, called at a public address", "planner", {
    eventMode: "webhook",
    counts: { messages: 58, chats: 4, users: 12 },
  }),
  // Was registered with an address that no portal reaches; is in no chat.
  bot(459, "Local test bot", "Handler on localhost", "local_test", {
    eventMode: "webhook",
    counts: { messages: 0, chats: 0, users: 0 },
  }),
  // Belongs to somebody else: the tokens of this portal's webhooks are not its own.
  bot(460, "Customs desk", "Bot of another application", "customs", {
    token: tokenOfAnApplication,
    eventMode: "webhook",
  }),
  // Serves one person, and gets all of her messages.
  bot(461, "Ivy's assistant", "Works for Ivy Stone alone", "ivy_assistant", {
    type: "personal",
    counts: { messages: 20, chats: 1, users: 1 },
  }),
  bot(462, "AI assistant", "Of the portal itself", "ai_assistant", {
    token: tokenOfAnApplication,
    isHidden: true,
  }),
];

function bot(
  id: number,
  name: string,
  workPosition: string,
  code: string,
  facts: Partial<Bot>,
): Person {
  return person({
    id,
    firstName: name,
    lastName: "",
    login: `bot_${code}`,
    workPosition,
    color: colors.purple,
    ...looks[code],
    bot: {
      code,
      type: "bot",
      token: botToken,
      isV2: true,
      eventMode: "fetch",
      isHidden: false,
      commands: [],
      counts: { messages: 12, chats: 2, users: 9 },
      ...facts,
    },
  });
}
