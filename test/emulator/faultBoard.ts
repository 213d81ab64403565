import type { DisturbedCall } from "./wire/disturbance";
import { isJsonObject, type Json, type JsonObject } from "../../src/demo/base/json";
import { textOf, withUpperCaseNames } from "../../src/demo/portal/parameters";
import { parsePhpQuery } from "../../src/demo/portal/phpForm";
import { isCallFault, type CallFault, type Fault, type FaultTarget } from "./faults";

/** What a fault is matched against: the method in lower case and its parameters. */
export interface NamedCall {
  readonly method: string;
  readonly parameters: JsonObject;
}

export interface ActiveFault<F extends Fault> {
  readonly fault: F;
  readonly setAtMs: number;
}

interface Entry {
  readonly fault: Fault;
  readonly target: FaultTarget;
  readonly setAtMs: number;
  callsLeft: number;
}

/** The portal's condition hits every call; other faults of a call need a target to hit batch items. */
const conditions: ReadonlySet<string> = new Set(["scopeLost", "ban"]);

/** The faults that are set, and how often each may still strike. */
export class FaultBoard {
  private entries: Entry[] = [];

  set(fault: Fault, target: FaultTarget, nowMs: number): void {
    const calls = fault.name === "rate" ? fault.times : (target.calls ?? Infinity);
    this.entries.push({ fault, target, setAtMs: nowMs, callsLeft: calls });
  }

  clear(): void {
    this.entries = [];
  }

  /** Faults between client and portal that strike this request; each use counts. */
  takeForRequest(request: NamedCall): Exclude<Fault, CallFault>[] {
    const calls = [request, ...batchItems(request)];
    return this.take(
      (entry) => !isCallFault(entry.fault) && calls.some((call) => hits(entry, call)),
    )
      .map(({ fault }) => fault)
      .filter((fault) => !isCallFault(fault));
  }

  /** Faults inside the portal that strike this call; each use counts. */
  takeForCall(call: DisturbedCall): ActiveFault<CallFault>[] {
    return this.take((entry) => {
      const isForItems =
        entry.target.method !== undefined ||
        entry.target.dialogId !== undefined ||
        conditions.has(entry.fault.name);
      return isCallFault(entry.fault) && hits(entry, call) && (!call.isBatchItem || isForItems);
    }).flatMap(({ fault, setAtMs }) => (isCallFault(fault) ? [{ fault, setAtMs }] : []));
  }

  private take(isHit: (entry: Entry) => boolean): Entry[] {
    const taken = this.entries.filter((entry) => entry.callsLeft > 0 && isHit(entry));
    for (const entry of taken) entry.callsLeft--;
    return taken;
  }
}

function hits({ target }: Entry, call: NamedCall): boolean {
  if (target.method !== undefined && target.method.toLowerCase() !== call.method) return false;
  return target.dialogId === undefined || String(target.dialogId) === dialogIdOf(call.parameters);
}

/** `DIALOG_ID`, `dialog_id` or `dialogId`. */
function dialogIdOf(parameters: JsonObject): string | undefined {
  const named = withUpperCaseNames(parameters);
  return textOf(named["DIALOG_ID"] ?? named["DIALOGID"]);
}

function batchItems({ method, parameters }: NamedCall): NamedCall[] {
  if (method !== "batch") return [];
  const { CMD: commands } = withUpperCaseNames(parameters);
  const values = isJsonObject(commands)
    ? Object.values(commands)
    : Array.isArray(commands)
      ? commands
      : [];
  return (values as readonly Json[])
    .filter((command) => typeof command === "string")
    .map((command) => {
      const [name = "", query = ""] = command.split("?", 2);
      return { method: name.toLowerCase(), parameters: parsePhpQuery(query) };
    });
}
