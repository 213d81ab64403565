import type { EarlierItems } from "./callWatch";
import { refusalBody } from "./envelope";
import { isJsonObject, type Json, type JsonObject } from "../base/json";
import { answer, type Outcome } from "./outcome";
import { withUpperCaseNames } from "./parameters";
import { parsePhpQuery } from "./phpForm";
import { batchTooLong } from "./systemRefusals";

const maxItems = 50;

export interface ItemReport {
  readonly outcome: Outcome;
  /** The item's `time`, shown for successes only. */
  readonly time: JsonObject;
}

/** Runs one item on behalf of the batch's caller. */
export type RunItem = (method: string, parameters: JsonObject) => ItemReport;

type FillIn = (parameters: JsonObject, earlier: EarlierItems) => JsonObject;

/**
 * Several calls in one request. The reply is a success even when every item failed; each of its
 * five parts is a map by item name (REST brief, transport.md section 8).
 */
export function runBatch(
  parameters: JsonObject,
  runItem: RunItem,
  fillIn: FillIn = (asSent) => asSent,
): Outcome {
  const { CMD: commands, HALT: halt } = withUpperCaseNames(parameters);
  const isHalting = isTruthyInPhp(halt);
  const result: Record<string, Json> = {};
  const error: Record<string, Json> = {};
  const total: Record<string, Json> = {};
  const next: Record<string, Json> = {};
  const time: Record<string, Json> = {};

  for (const [index, [name, command]] of commandsOf(commands).entries()) {
    if (index >= maxItems) {
      error[name] = refusalBody(batchTooLong);
      continue;
    }
    const [method = "", query = ""] = splitOnce(command, "?");
    const filled = fillIn(parsePhpQuery(query), { result, error, total, next, time });
    const report = runItem(method, filled);
    if (report.outcome.ok) {
      result[name] = report.outcome.result;
      if (report.outcome.total !== undefined) total[name] = report.outcome.total;
      if (report.outcome.next !== undefined) next[name] = report.outcome.next;
      time[name] = report.time;
    } else {
      error[name] = refusalBody(report.outcome);
      if (isHalting) break;
    }
  }
  return answer({
    result,
    result_error: error,
    result_total: total,
    result_next: next,
    result_time: time,
  });
}

/** `cmd` may be a map or a list; what is not text is skipped. */
function commandsOf(commands: Json | undefined): [name: string, command: string][] {
  const entries = Array.isArray(commands)
    ? (commands as readonly Json[]).map((command, index): [string, Json] => [
        String(index),
        command,
      ])
    : Object.entries(isJsonObject(commands) ? commands : {});
  return entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function isTruthyInPhp(value: Json | undefined): boolean {
  if (typeof value === "string") return value !== "" && value !== "0";
  return value !== undefined && value !== null && value !== false && value !== 0;
}
