import type { BatchCall, MethodCall } from "../portal/methodCall";
import {
  isReadMethod,
  namedSuccessors,
  readMethods,
  type ReadMethod,
  type Subject,
} from "../portal/readMethods";

export type SingleMethod = MethodCall["method"];

/** For what is not known: a value of the right form, to be replaced. */
const example: Subject = { dialogId: "chat29", userId: 1, botId: 39, messageId: 5311 };

/** What a call is about, as far as it is known where somebody wants it. */
export type KnownSubject = { readonly [Name in keyof Subject]?: Subject[Name] | undefined };

export function readOf(method: SingleMethod, known: KnownSubject): MethodCall {
  const {
    dialogId = example.dialogId,
    userId = example.userId,
    botId = example.botId,
    messageId = example.messageId,
  } = known;
  return { method, params: readMethods[method].parameters({ dialogId, userId, botId, messageId }) };
}

/** What one wants to know of a dialog, in one request. */
export function readsTogether(methods: readonly SingleMethod[], known: KnownSubject): BatchCall {
  const calls = methods.map((method) => [nameOf(method), readOf(method, known)] as const);
  return { method: "batch", calls: Object.fromEntries(calls) };
}

/** Letters and underscores alone: every language and the portal take them as a name. */
function nameOf(method: SingleMethod): string {
  return method.replaceAll(".", "_");
}

/** @returns undefined for a method that is not deprecated */
export function successorsOf(method: ReadMethod): readonly SingleMethod[] | undefined {
  return namedSuccessors(method)?.filter(isSingleMethod);
}

function isSingleMethod(method: string): method is SingleMethod {
  return isReadMethod(method) && method !== "batch";
}
