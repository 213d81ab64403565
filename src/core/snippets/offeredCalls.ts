import { needsBotToken, type MethodCall, type ShownCall } from "../portal/methodCall";
import { isReadMethod, readMethods } from "../portal/readMethods";
import { readOf, readsTogether, type SingleMethod } from "./reads";

/** What is known where somebody wants a call in their program. */
export interface SnippetSubject {
  /** The calls that were made for what is shown, as they were sent. */
  readonly made: readonly MethodCall[];
  readonly dialogId: string | undefined;
  readonly userId: number | undefined;
  readonly botIds: readonly number[];
  /** What the webhook is granted; absent: not known. */
  readonly scopes: readonly string[] | undefined;
}

/**
 * The calls to choose from, the likeliest first: those that were made, the dialog's record with each pair of eyes, its
 * members, both together, then every other read of the product. Each once.
 */
export function offeredCalls(subject: SnippetSubject): readonly ShownCall[] {
  const { made, dialogId, userId, botIds } = subject;
  const [botId] = botIds;
  const known = { dialogId, userId, botId };
  const record = recordMethod(subject);
  const calls: ShownCall[] = [
    ...made,
    readOf(record, known),
    ...botIds.map((each) => readOf("imbot.v2.Chat.get", { ...known, botId: each })),
    readOf("im.dialog.users.list", known),
    readsTogether([record, "im.dialog.users.list"], known),
    ...Object.keys(readMethods)
      .filter((method) => method !== "batch")
      .map((method) => readOf(method as SingleMethod, known)),
  ];
  const keys = new Set<string>();
  return calls.filter((call) => {
    const key = keyOf(call);
    return !keys.has(key) && keys.add(key);
  });
}

/** The call of a method, as it was made or as it would be; `undefined`: it is none of the product's reads. */
export function callOf(method: string, subject: SnippetSubject): ShownCall | undefined {
  if (!isReadMethod(method)) return undefined;
  return offeredCalls(subject).find((call) => call.method === method);
}

/** The method that asks for a dialog's record first. @see reads/dialogReader */
function recordMethod({ scopes }: SnippetSubject): SingleMethod {
  const isMessengerOnly = scopes?.includes("imbot") === false && scopes.includes("im");
  return isMessengerOnly ? "im.dialog.get" : "imbot.dialog.get";
}

/** Two bots ask in two ways; all else is told apart by its method. */
function keyOf(call: ShownCall): string {
  return call.method === "imbot.v2.Chat.get" && needsBotToken(call)
    ? `${call.method} ${JSON.stringify(call.params["botId"])}`
    : call.method;
}
