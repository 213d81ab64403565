import type { ChatOwner } from "../dialog/chatOwner";
import type { CrmObject } from "../dialog/crmObject";
import { chatRef, type DialogRef } from "../dialog/dialogId";
import type { WebhookSource } from "../portal/webhookSource";
import { malformed, type Misfit } from "../portal/misfit";
import type { CallParams, PortalCaller, PortalFailure } from "../portal/portalCaller";
import { hasCode } from "../portal/portalError";
import type { PortalRecord } from "../portal/portalRecord";
import { readMethods, type ReadMethod } from "../portal/readMethods";
import type { Webhook } from "../portal/webhook";
import type { Result } from "../base/result";
import { decodeLineChats, decodeOwnChat, type LineChat } from "./chatReplies";

/** A chat of a CRM object, a session, a task or a workgroup, by its id: more is known when it has been read. */
export interface OwnedChat {
  readonly ref: DialogRef;
  /** Of an Open Channel chat, other people's text; "" for others and where the portal does not say. */
  readonly connector: string;
  /** The chat that was opened from the object's card, or is the only one it has. */
  readonly isOwn: boolean;
}

/** How one of the two questions ended. */
export type ChatAnswer =
  | { readonly kind: "asked"; readonly method: ReadMethod }
  /** Nothing was asked, or in vain: the webhook needs one of these. */
  | { readonly kind: "scopeMissing"; readonly scopes: readonly string[] }
  /** Portals have no such question for objects of this type. */
  | { readonly kind: "impossible" }
  /** The other question is the only one that makes sense, or has found the chat. */
  | { readonly kind: "notNeeded" }
  | { readonly kind: "failed"; readonly failure: PortalFailure };

export interface ChatAnswers {
  /** Each chat once, Open Channel chats first. */
  readonly chats: readonly OwnedChat[];
  readonly openChannels: ChatAnswer;
  readonly ownChat: ChatAnswer;
}

/** The types that `imopenlines.crm.chat.get` knows. */
const lineTypes: ReadonlySet<string> = new Set(["LEAD", "DEAL", "CONTACT", "COMPANY"]);

/**
 * Asks a portal for the chats of something: of a CRM object those of Open Channels that were saved with it and the
 * one of its card, of an Open Channel session or client, a task or a workgroup the one chat. What is asked together
 * travels as one batch. No question joins or creates a chat.
 * @see REST brief, dialogs.md section 7
 */
export class ChatFinder {
  constructor(
    private readonly caller: PortalCaller,
    private readonly webhooks: WebhookSource,
  ) {}

  async find(portal: PortalRecord, owner: ChatOwner, signal: AbortSignal): Promise<ChatAnswers> {
    const webhook = await this.webhooks.webhookFor(portal.id, signal);
    if (!webhook.ok) {
      const unasked = { answer: { kind: "failed", failure: webhook.error } } as const;
      return together(unasked, unasked);
    }
    const ask: Ask = (method, params, decode) =>
      this.ask(webhook.value, method, params, decode, signal);
    switch (owner.kind) {
      case "crmObject": {
        const { object } = owner;
        const [lines, own] = await Promise.all([
          findLineChats(portal, object, ask),
          findOwnChat(portal, "CRM", `${object.type}|${object.id}`, ask),
        ]);
        return together(lines, own);
      }
      case "session":
        return together(await findByLine(portal, { SESSION_ID: owner.sessionId }, ask), notNeeded);
      case "userCode":
        return findClient(portal, owner.userCode, ask);
      case "task":
        return together(notNeeded, await findTaskChat(portal, owner.taskId, ask));
      case "workgroup": {
        const group = String(owner.workgroupId);
        return together(notNeeded, await findOwnChat(portal, "SONET_GROUP", group, ask));
      }
    }
  }

  private async ask<T>(
    webhook: Webhook,
    method: ScopedMethod,
    params: CallParams,
    decode: (result: unknown) => Result<T, Misfit>,
    signal: AbortSignal,
  ): Promise<Found<T>> {
    const answer = await this.caller.call(webhook, method, params, signal);
    if (!answer.ok) {
      return hasCode(answer.error.error, "insufficient_scope")
        ? { answer: scopeMissing(method) }
        : { answer: { kind: "failed", failure: answer.error } };
    }
    const { result, exchange } = answer.value;
    const decoded = decode(result);
    if (decoded.ok) return { answer: { kind: "asked", method }, value: decoded.value };
    return { answer: { kind: "failed", failure: malformed(exchange, decoded.error).error } };
  }
}

async function findLineChats(
  portal: PortalRecord,
  { type, id }: CrmObject,
  ask: Ask,
): Promise<Found<readonly LineChat[]>> {
  if (!lineTypes.has(type)) return { answer: { kind: "impossible" } };
  const method = "imopenlines.crm.chat.get";
  if (!mayCall(portal, method)) return { answer: scopeMissing(method) };
  // Chats whose session has ended are looked for too.
  const params = { CRM_ENTITY_TYPE: type.toLowerCase(), CRM_ENTITY: id, ACTIVE_ONLY: "N" };
  return ask(method, params, decodeLineChats);
}

/** By session or by client: the record of an Open Channel chat. */
async function findByLine(
  portal: PortalRecord,
  params: CallParams,
  ask: Ask,
): Promise<Found<readonly LineChat[]>> {
  const method = "imopenlines.dialog.get";
  if (!mayCall(portal, method)) return { answer: scopeMissing(method) };
  const { answer, value } = await ask(method, params, decodeOwnChat);
  const chats = value === undefined ? [] : [{ chatId: value, connector: "" }];
  return answer.kind === "asked" ? { answer, value: chats } : { answer };
}

/** A client's code is the entity id of the chat, too: without the scope of Open Channels that finds it. */
async function findClient(portal: PortalRecord, userCode: string, ask: Ask): Promise<ChatAnswers> {
  const lines = await findByLine(portal, { USER_CODE: userCode }, ask);
  if ((lines.value?.length ?? 0) > 0) return together(lines, notNeeded);
  const own = await findOwnChat(portal, "LINES", userCode, ask);
  return own.value === undefined ? together(lines, own) : together(notNeeded, own);
}

/** Tasks have one chat or the other, by the age of the portal: both are asked in one turn. */
async function findTaskChat(
  portal: PortalRecord,
  taskId: number,
  ask: Ask,
): Promise<Found<number | undefined>> {
  const both = await Promise.all(
    ["TASKS_TASK", "TASKS"].map((type) => findOwnChat(portal, type, String(taskId), ask)),
  );
  const found = both.find(({ value }) => value !== undefined);
  // That there is none is known only when both have been answered.
  return found ?? both.find(({ answer }) => answer.kind !== "asked") ?? both[0] ?? notNeeded;
}

async function findOwnChat(
  portal: PortalRecord,
  entityType: string,
  entityId: string,
  ask: Ask,
): Promise<Found<number | undefined>> {
  // The same handler under two names: the second is asked when the first is not granted.
  const all = ["im.chat.get", "imbot.chat.get"] as const;
  for (const method of all.filter((name) => mayCall(portal, name))) {
    const params = { ENTITY_TYPE: entityType, ENTITY_ID: entityId };
    const found = await ask(method, params, decodeOwnChat);
    if (found.answer.kind !== "scopeMissing") return found;
  }
  return { answer: scopeMissing(...all) };
}

interface Found<T> {
  readonly answer: ChatAnswer;
  /** Absent: nothing was found out. */
  readonly value?: T;
}

type ScopedMethod =
  "imopenlines.crm.chat.get" | "imopenlines.dialog.get" | "im.chat.get" | "imbot.chat.get";

type Ask = <T>(
  method: ScopedMethod,
  params: CallParams,
  decode: (result: unknown) => Result<T, Misfit>,
) => Promise<Found<T>>;

const notNeeded = { answer: { kind: "notNeeded" } } as const;

/** What is not known of a webhook is found out by asking. */
function mayCall({ scopes }: PortalRecord, method: ScopedMethod): boolean {
  return scopes?.includes(readMethods[method].scope) !== false;
}

function scopeMissing(...methods: readonly ScopedMethod[]): ChatAnswer {
  return { kind: "scopeMissing", scopes: methods.map((method) => readMethods[method].scope) };
}

function together(lines: Found<readonly LineChat[]>, own: Found<number | undefined>): ChatAnswers {
  const chats = new Map<number, OwnedChat>();
  for (const { chatId, connector } of lines.value ?? []) {
    const known = chats.get(chatId)?.connector ?? "";
    chats.set(chatId, { ref: chatRef(chatId), connector: known || connector, isOwn: false });
  }
  if (own.value !== undefined) {
    const connector = chats.get(own.value)?.connector ?? "";
    chats.set(own.value, { ref: chatRef(own.value), connector, isOwn: true });
  }
  return { chats: [...chats.values()], openChannels: lines.answer, ownChat: own.answer };
}
