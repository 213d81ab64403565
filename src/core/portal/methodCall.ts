import { BotToken } from "./botToken";
import { queryString } from "./queryString";
import type { ReadMethod } from "./readMethods";
import { TokenPlace, type ShownParams, type ShownValue } from "./shownParams";

/** A call of one method as it is sent, without any secret. */
export interface MethodCall {
  readonly method: Exclude<ReadMethod, "batch">;
  readonly params: ShownParams;
}

/** Several calls in one request, by names of the caller's choice. */
export interface BatchCall {
  readonly method: "batch";
  readonly calls: Readonly<Record<string, MethodCall>>;
}

export type ShownCall = MethodCall | BatchCall;

/** What a call was made with, as it can be shown. */
export function shownParams(params: Readonly<Record<string, unknown>>): ShownParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof BotToken ? new TokenPlace() : (value as ShownValue),
    ]),
  );
}

/** The parameters of the request itself. */
export function paramsOf(call: ShownCall): ShownParams {
  if (call.method !== "batch") return call.params;
  const cmd = Object.entries(call.calls).map(([name, item]) => [name, asQuery(item)] as const);
  return { halt: 0, cmd: Object.fromEntries(cmd) };
}

/** Whose credentials a call needs beside the webhook's. */
export function needsBotToken(call: ShownCall): boolean {
  return call.method === "batch"
    ? Object.values(call.calls).some(needsBotToken)
    : Object.values(call.params).some((value) => value instanceof TokenPlace);
}

/** `imbot.dialog.get?DIALOG_ID=chat29`: how a batch carries a call. */
function asQuery({ method, params }: MethodCall): string | TokenPlace {
  const entries = Object.entries(params);
  const token = entries.find(([, value]) => value instanceof TokenPlace);
  const query = queryString(Object.fromEntries(entries.filter((entry) => entry !== token)));
  const text = query === "" ? method : `${method}?${query}`;
  if (token === undefined) return text;
  return new TokenPlace(`${text}${query === "" ? "?" : "&"}${encodeURIComponent(token[0])}=`);
}
