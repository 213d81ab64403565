import type { CrmObject } from "../../../src/core/dialog/crmObject";
import type { ChatOwner } from "../../../src/core/dialog/chatOwner";
import { parseExactDialogId, type DialogRef } from "../../../src/core/dialog/dialogId";
import { ownerViewer } from "../../../src/core/dialog/viewer";
import { BotToken } from "../../../src/core/portal/botToken";
import type { PortalFailure } from "../../../src/core/portal/portalCaller";
import type { PortalRecord } from "../../../src/core/portal/portalRecord";
import type { ReadMethod } from "../../../src/core/portal/readMethods";
import { failure, success, type Result } from "../../../src/core/base/result";
import { AccessReader } from "../../../src/core/reads/accessReader";
import { checkBot } from "../../../src/core/reads/botCheck";
import { BotReader } from "../../../src/core/reads/botReader";
import type { DialogKindWord } from "../../../src/core/dialog/dialogKind";
import { MessageReader } from "../../../src/core/reads/messageReader";
import { DialogMessages } from "../../../src/core/sessions/dialogMessages";
import { readingOf } from "../../unit/support/readings";
import type { ChatAnswer } from "../../../src/core/reads/chatFinder";
import { DialogReader } from "../../../src/core/reads/dialogReader";
import { EventsReader, type EventsReading } from "../../../src/core/reads/eventsReader";
import { checkWebhook } from "../../../src/core/reads/webhookCheck";
import { CauseFinder } from "../../../src/core/sessions/causeFinder";
import { ReportSession } from "../../../src/core/sessions/reportSession";
import { DialogSession } from "../../../src/core/sessions/dialogSession";
import { PagedList, type FetchPage } from "../../../src/core/sessions/pagedList";
import type { BrowseBench } from "../browse/support/browseBench";

type Outcome = Result<unknown, PortalFailure>;

/** What is shown while, and after, something is read again. */
export interface Kept {
  read(): Promise<void>;
  isBusy(): boolean;
  /** What is shown of an answer, old or new; `undefined`: nothing. */
  shown(): unknown;
  failure(): PortalFailure | undefined;
  dispose(): void;
}

/** A question of the product that calls a method. */
export interface ProductRead {
  /** Of the webhook; absent: all. */
  readonly scopes?: readonly string[];
  run(bench: BrowseBench, signal: AbortSignal): Promise<Outcome>;
  /** Where its answers are kept while they are read again; absent: they are not. */
  keep?(bench: BrowseBench): Kept;
}

/**
 * One for each method that the client can call: who adds a method adds what the product asks with it, and every fault
 * is tried on it.
 */
export const productReads: Readonly<Record<ReadMethod, ProductRead>> = {
  batch: accessCheck(),
  "method.get": accessCheck(),
  "app.info": accessCheck(),
  "im.revision.get": accessCheck(),
  "imbot.v2.Revision.get": accessCheck(),
  profile: webhookCheck(),
  scope: webhookCheck(),
  "imbot.dialog.get": dialog("chat29", ["imbot", "im"]),
  "im.dialog.get": dialog("chat29", ["im"]),
  "imopenlines.dialog.get": dialog("chat210", ["imopenlines"]),
  "im.chat.get": chatsOf({ kind: "task", taskId: 812 }, ["im"]),
  "imbot.chat.get": chatsOf({ kind: "task", taskId: 812 }, ["imbot"]),
  "imopenlines.crm.chat.get": chatsOf({ kind: "crmObject", object: deal(88) }),
  "im.user.get": { run: ({ reader, record }, signal) => reader.person(record, 1, signal) },
  "im.user.list.get": {
    run: ({ reader, record }, signal) => reader.people(record, [1, 2], signal),
  },
  "im.recent.list": list(({ reader, record }) => (offset, limit, signal) => {
    return reader.recent(record, offset, limit, signal);
  }),
  "im.dialog.users.list": list(({ reader, record }) => (offset, limit, signal) => {
    return reader.members(record, "chat29", offset, limit, signal);
  }),
  "im.dialog.messages.get": messages(29, "chat", ["im"]),
  "im.search.chat.list": list(({ reader, record }) => (offset, limit, signal) => {
    return reader.search(record, "delivery", offset, limit, signal);
  }),
  "imbot.bot.list": list(({ reader, record }) => (_offset, _limit, signal) => {
    return reader.bots(record, signal);
  }),
  "imbot.v2.Bot.get": {
    run: async ({ client, portals }, signal) => {
      const webhook = await portals.webhookFor("p1", signal);
      return webhook.ok ? checkBot(client, webhook.value, 456, token(), signal) : webhook;
    },
  },
  "imbot.v2.Event.get": {
    run: async (bench, signal) => {
      const portal = await withBot(bench, 456);
      return new EventsReader(bench.client, bench.portals).renew(someEvents, portal, signal);
    },
  },
  "imopenlines.session.history.get": messages(210, "lines", ["imopenlines"]),
  "imbot.v2.Chat.Message.getContext": {
    async run(bench, signal) {
      const portal = await withBot(bench, 457);
      const source = { kind: "bot", botId: 457, newestId: 3012 } as const;
      const reader = new MessageReader(bench.client, bench.portals);
      return reader.read(portal, source, undefined, signal);
    },
  },
  "imbot.v2.Chat.get": chatAsBot(true),
};

/**
 * What the product asks beside that: questions that put calls together, follow one with another or are asked in a
 * place of their own. Each is tried under the faults of the method that it stands on.
 */
export const moreProductReads: Readonly<
  Record<string, ProductRead & { readonly method: ReadMethod }>
> = {
  "Check Events": { method: "imbot.v2.Bot.get", ...events() },
  "Check Events, what waits": { method: "imbot.v2.Event.get", ...events() },
  "Find the cause": {
    method: "im.recent.list",
    async run(bench, signal) {
      const portal = await withBot(bench, 456);
      const finder = new CauseFinder(ref("404"), {
        portal: () => portal,
        reader: bench.reader,
        bots: new BotReader(bench.client, bench.portals),
        agrees: () => Promise.resolve(true),
      });
      const stop = (): void => {
        for (const { id } of finder.offered) finder.cancel(id);
      };
      signal.addEventListener("abort", stop);
      await finder.runAll();
      signal.removeEventListener("abort", stop);
      for (const { state } of finder.offered) {
        if (state.phase === "running") throw new Error("a test never ends");
      }
      finder.dispose();
      return success(undefined);
    },
  },
  "a private dialog": { method: "imbot.dialog.get", ...dialog("5", ["imbot", "im"]) },
  "the name in a private dialog": { method: "im.user.get", ...dialog("5", ["imbot", "im"]) },
  "older messages": { method: "im.dialog.messages.get", ...messages(29, "chat", ["im"], 3_012) },
  "a bot whose token is not proven": { method: "imbot.v2.Bot.get", ...chatAsBot(false) },
  "a session": {
    method: "imopenlines.dialog.get",
    ...chatsOf({ kind: "session", sessionId: 512 }, ["imopenlines"]),
  },
  "a client": {
    method: "imopenlines.dialog.get",
    ...chatsOf({ kind: "userCode", userCode: "telegrambot|2|209607941|744" }, ["imopenlines"]),
  },
  "a workgroup": {
    method: "im.chat.get",
    ...chatsOf({ kind: "workgroup", workgroupId: 12 }, ["im"]),
  },
  "what is granted": {
    method: "scope",
    run: ({ reader, record }, signal) => reader.scopes(record, signal),
  },
};

/** The portal with a bot whose token is stored. */
async function withBot(
  { portals, record }: BrowseBench,
  botId: number,
  isProven = true,
): Promise<PortalRecord> {
  await portals.addBot("p1", { botId, name: "Helper", isProven }, token());
  return portals.find("p1") ?? record;
}

function chatAsBot(isProven: boolean): ProductRead {
  return {
    async run(bench, signal) {
      const portal = await withBot(bench, 456, isProven);
      const bots = new BotReader(bench.client, bench.portals);
      return bots.read(portal, ref("chat405"), 456, signal);
    },
  };
}

/** What a page about a bot's events shows already, when those that wait are asked for again. */
const someEvents: EventsReading = {
  facts: {
    botId: 456,
    name: "Helper",
    scopes: success(["imbot"]),
    license: undefined,
    revision: undefined,
    token: { isLongForToday: false },
    bot: undefined,
    backlog: undefined,
    dialog: undefined,
    answeredAtMs: 0,
  },
  exchanges: [],
};

/** As Check Events asks: all of it, and then what waits alone. */
function events(): ProductRead {
  const subject = { botId: 456, chat: parseExactDialogId("chat29") };
  const read = async (bench: BrowseBench, signal: AbortSignal): Promise<EventsOutcome> => {
    const { botId, chat } = subject;
    if (chat?.form !== "chat") throw new Error("chat29 is a chat");
    const portal = await withBot(bench, botId);
    return new EventsReader(bench.client, bench.portals).read(portal, { botId, chat }, signal);
  };
  return {
    run: read,
    keep(bench) {
      const session = new ReportSession<EventsReading>({
        read: (_portal, signal) => read(bench, signal),
        portal: () => bench.record,
        webhook: () => bench.portals.webhookOf("p1"),
      });
      return keptReport(session);
    },
  };
}

type EventsOutcome = Awaited<ReturnType<EventsReader["read"]>>;

function accessCheck(): ProductRead {
  const reader = ({ client, portals }: BrowseBench): AccessReader =>
    new AccessReader(client, portals);
  return {
    run: (bench, signal) => reader(bench).read(bench.record, signal),
    keep(bench) {
      const session = new ReportSession({
        read: (portal, signal) => reader(bench).read(portal, signal),
        portal: () => bench.record,
        webhook: () => bench.portals.webhookOf("p1"),
      });
      return keptReport(session);
    },
  };
}

function keptReport<Reading>(session: ReportSession<Reading>): Kept {
  return {
    read: () => session.read(),
    isBusy: () => session.state.phase === "reading",
    shown: () => session.reading,
    failure: () => (session.state.phase === "failed" ? session.state.failure : undefined),
    dispose: () => {
      session.dispose();
    },
  };
}

function webhookCheck(): ProductRead {
  return {
    async run({ client, portals }, signal) {
      const webhook = await portals.webhookFor("p1", signal);
      return webhook.ok ? checkWebhook(client, webhook.value, signal) : webhook;
    },
  };
}

function dialog(dialogId: string, scopes: readonly string[]): ProductRead {
  return {
    scopes,
    async run({ client, portals, record }, signal) {
      const reading = await new DialogReader(client, portals).read(record, ref(dialogId), signal);
      // The name may come later than the record.
      if (reading.ok) await reading.value.lateCompanion?.coming;
      return reading;
    },
    keep({ client, portals, record }) {
      const reader = new DialogReader(client, portals);
      const session = new DialogSession(
        ref(dialogId),
        {
          read: (portal, asked, _viewer, signal) => reader.read(portal, asked, signal),
          portal: () => record,
        },
        false,
      );
      session.look(ownerViewer);
      session.confirm(ownerViewer);
      return {
        read: () => session.read(),
        isBusy: () => session.state.phase === "reading",
        shown: () => {
          const { state } = session;
          if (state.phase === "read") return state.reading;
          return "previous" in state ? state.previous : undefined;
        },
        failure: () => (session.state.phase === "failed" ? session.state.failure : undefined),
        dispose: () => {
          session.dispose();
        },
      };
    },
  };
}

function messages(
  chatId: number,
  kind: DialogKindWord,
  scopes: readonly string[],
  olderThan?: number,
): ProductRead {
  return {
    scopes,
    run: ({ client, portals, record }, signal) => {
      const lineChatId = kind === "lines" ? chatId : undefined;
      const source = { kind: "owner", dialogId: `chat${chatId}`, lineChatId } as const;
      return new MessageReader(client, portals).read(record, source, olderThan, signal);
    },
    keep({ client, portals, record }) {
      const session = new DialogMessages(new MessageReader(client, portals), () => record);
      session.follow(readingOf("", { chatId, kind }));
      return {
        read: () => session.read(),
        isBusy: () => session.state.phase === "reading",
        shown: () => session.state.messages,
        failure: () => session.state.failure,
        dispose: () => {
          session.dispose();
        },
      };
    },
  };
}

function chatsOf(owner: ChatOwner, scopes?: readonly string[]): ProductRead {
  return {
    ...(scopes === undefined ? {} : { scopes }),
    async run({ finder, record }, signal) {
      const { chats, openChannels, ownChat } = await finder.find(record, owner, signal);
      const failed = [openChannels, ownChat].find(isFailed);
      return failed === undefined ? success(chats) : failure(failed.failure);
    },
  };
}

function isFailed(answer: ChatAnswer): answer is Extract<ChatAnswer, { kind: "failed" }> {
  return answer.kind === "failed";
}

function list(pagesOf: (bench: BrowseBench) => FetchPage<object>): ProductRead {
  return {
    run: (bench, signal) => pagesOf(bench)(0, 50, signal),
    keep(bench) {
      const pages = new PagedList<object>(pagesOf(bench), (item) => JSON.stringify(item));
      return {
        read: () => (pages.state.phase === "idle" ? pages.loadMore() : pages.refresh()),
        isBusy: () => pages.state.phase === "loading",
        shown: () => (pages.state.phase === "idle" ? undefined : pages.state.items),
        failure: () => pages.state.failure,
        dispose: () => {
          pages.dispose();
        },
      };
    },
  };
}

function ref(dialogId: string): DialogRef {
  const parsed = parseExactDialogId(dialogId);
  if (parsed === undefined) throw new Error(`${dialogId} is no DIALOG_ID`);
  return parsed;
}

function deal(id: number): CrmObject {
  return { type: "DEAL", id };
}

function token(): BotToken {
  const parsed = BotToken.parse("demo-bot-token");
  if (parsed === undefined) throw new Error("the demo's token is none");
  return parsed;
}
