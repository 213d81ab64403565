import { success, type Result } from "../base/result";
import { decodeContext, decodeHistory, decodeMessages } from "../dialog/messages/decodeMessages";
import { messagesPerPage, type MessagePage } from "../dialog/messages/message";
import { malformed, type Misfit } from "../portal/misfit";
import type {
  CallParams,
  Exchange,
  PortalAnswer,
  PortalCaller,
  PortalResult,
} from "../portal/portalCaller";
import type { PortalRecord } from "../portal/portalRecord";
import type { BotTokenSource } from "../portal/webhookSource";
import { actAsBot } from "./botCheck";
import { cannotBeCalled } from "./dialogReader";

/** Whose messages are read, and with whose eyes. */
export type MessageSource =
  | {
      readonly kind: "owner";
      /** In the form that only reads, wherever the chat is known. */
      readonly dialogId: string;
      /** Of an Open Channel chat: its session can be read without the scope `im`. */
      readonly lineChatId: number | undefined;
    }
  /** A bot is told what stands around a message: the newest one that its record names. */
  | { readonly kind: "bot"; readonly botId: number; readonly newestId: number };

export interface MessageReading extends MessagePage {
  /** How it was got. The reply is left out: it holds addresses that open files. */
  readonly exchange: Exchange;
}

type Decode = (result: unknown) => Result<MessagePage, Misfit>;

/**
 * Reads what was said in a dialog. No method of these marks anything as read.
 * @see REST brief, messages.md
 */
export class MessageReader {
  constructor(
    private readonly caller: PortalCaller,
    private readonly secrets: BotTokenSource,
  ) {}

  /** @param olderThan only messages before this one; absent: the newest */
  async read(
    portal: PortalRecord,
    source: MessageSource,
    olderThan: number | undefined,
    signal: AbortSignal,
  ): Promise<PortalResult<MessageReading>> {
    return source.kind === "bot"
      ? this.readAsBot(portal, source, olderThan, signal)
      : this.readAsOwner(portal, source, olderThan, signal);
  }

  private async readAsBot(
    portal: PortalRecord,
    { botId, newestId }: Extract<MessageSource, { kind: "bot" }>,
    olderThan: number | undefined,
    signal: AbortSignal,
  ): Promise<PortalResult<MessageReading>> {
    const acting = await actAsBot(this.caller, this.secrets, portal, botId, signal);
    if (!acting.ok) return acting;
    const { webhook, botToken } = acting.value;
    const params = { botId, botToken, messageId: olderThan ?? newestId, range: messagesPerPage };
    const method = "imbot.v2.Chat.Message.getContext";
    return decoded(await this.caller.call(webhook, method, params, signal), decodeContext);
  }

  private async readAsOwner(
    portal: PortalRecord,
    { dialogId, lineChatId }: Extract<MessageSource, { kind: "owner" }>,
    olderThan: number | undefined,
    signal: AbortSignal,
  ): Promise<PortalResult<MessageReading>> {
    const webhook = await this.secrets.webhookFor(portal.id, signal);
    if (!webhook.ok) return webhook;
    // Without LAST_ID the unread counter decides what comes, and the newest may be missing.
    const params = { DIALOG_ID: dialogId, LAST_ID: olderThan ?? 0, LIMIT: messagesPerPage };
    const messages: Question = ["im.dialog.messages.get", params, decodeOwn];
    const history: Question = [
      "imopenlines.session.history.get",
      { CHAT_ID: lineChatId },
      decodeHistory,
    ];
    const isLineAlone = portal.scopes?.includes("im") === false && mayReadLines(portal);
    const [first, second] =
      lineChatId === undefined
        ? [messages]
        : isLineAlone
          ? [history, messages]
          : [messages, history];
    const ask = async ([method, asked, decode]: Question): Promise<PortalResult<MessageReading>> =>
      decoded(await this.caller.call(webhook.value, method, asked, signal), decode);
    const answer = await ask(first);
    if (answer.ok || second === undefined || !cannotBeCalled(answer.error)) return answer;
    const other = await ask(second);
    // What the first method said names the scope that matters.
    return other.ok || !cannotBeCalled(other.error) ? other : answer;
  }
}

type Question = readonly [
  method: "im.dialog.messages.get" | "imopenlines.session.history.get",
  params: CallParams,
  decode: Decode,
];

const decodeOwn: Decode = (result) => decodeMessages(result, messagesPerPage);

function mayReadLines({ scopes }: PortalRecord): boolean {
  return scopes?.includes("imopenlines") !== false;
}

function decoded(answer: PortalResult<PortalAnswer>, decode: Decode): PortalResult<MessageReading> {
  if (!answer.ok) return answer;
  const { result, exchange } = answer.value;
  const page = decode(result);
  if (!page.ok) return malformed(exchange, page.error);
  return success({ ...page.value, exchange: { ...exchange, body: undefined } });
}
