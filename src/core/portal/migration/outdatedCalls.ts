import { codeStrings, type CodeString } from "./codeStrings";
import { dated, exactNames, migrationOf, type DatedChange, type Migration } from "./migrations";

export const migrationRules = ["outdated-method", "method-case", "past-date"] as const;

export type MigrationRule = (typeof migrationRules)[number];

/** A place of a program that names something outdated. Places count UTF-16 units, as editors do. */
export type OutdatedCall = { readonly offset: number; readonly length: number } & (
  | { readonly rule: "outdated-method"; readonly name: string; readonly migration: Migration }
  /** Portals answer ERROR_METHOD_NOT_FOUND to a name of the second generation in another case. */
  | { readonly rule: "method-case"; readonly name: string; readonly exact: string }
  | {
      readonly rule: "past-date";
      readonly change: DatedChange;
      readonly date: string;
      readonly isPast: boolean;
    }
);

/** What a document holds when there is anything to find. */
const outdatedHint = /imbot\.|lastEventId|CLIENT_ID_NOT_SPECIFIED/i;

const longestDocument = 2_000_000;
const longestString = 10_000;
/** A name that stands alone, ends an address, or begins a command of a batch. */
const methodName = /(?:^|[/}])(imbot(?:\.[a-z\d]{1,40}){1,8})(?:\?|$)/i;
/** What of a call stands behind its name. */
const callLength = 1_500;
const longToken = /bot_?token["']?\s{0,9}(?:=>|:=|[:=])\s{0,9}["']([^"'\s]{41,300})["']/i;

/** The places of a program where a method's name stands as a text of its own. Prose and comments are none. */
export function findOutdatedCalls(
  text: string,
  language: string,
  nowMs: number,
): readonly OutdatedCall[] {
  if (text.length > longestDocument || !outdatedHint.test(text)) return [];
  const strings = codeStrings(text, language);
  const found = strings.flatMap((string) => callsIn(text, string, nowMs));
  const fetches = strings.some(({ from, to }) =>
    /imbot\.v2\.event\.get/i.test(text.slice(from, to)),
  );
  return fetches ? [...found, ...lastEventIds(text, language, nowMs)] : found;
}

function callsIn(text: string, { from, to }: CodeString, nowMs: number): readonly OutdatedCall[] {
  if (to - from > longestString) return [];
  const content = text.slice(from, to);
  if (content === "CLIENT_ID_NOT_SPECIFIED")
    return [past("clientIdCode", from, content.length, nowMs)];
  const match = methodName.exec(content);
  const name = match?.[1]?.replace(/\.(?:json|xml)$/i, "");
  if (match === null || name === undefined) return [];
  const offset = from + match.index + match[0].indexOf(name);
  const place = { offset, length: name.length };
  const key = name.toLowerCase();
  const migration = migrationOf.get(key);
  if (migration !== undefined) return [{ rule: "outdated-method", ...place, name, migration }];
  const exact = exactNames.get(key);
  if (exact === undefined) return [];
  const call = callBehind(text, to);
  return [
    ...(exact === name ? [] : [{ rule: "method-case", ...place, name, exact } as const]),
    ...(exact.endsWith("Command.register") && isFlatCommand(call)
      ? [past("flatCommand", offset, name.length, nowMs)]
      : []),
    ...(exact.endsWith("Bot.register") && longToken.test(call)
      ? [past("longToken", offset, name.length, nowMs)]
      : []),
  ];
}

/** To the end of the statement, as far as one can see. */
function callBehind(text: string, from: number): string {
  const rest = text.slice(from, from + callLength);
  const end = /;|\n\s{0,9}\n|imbot\./i.exec(rest)?.index;
  return end === undefined ? rest : rest.slice(0, end);
}

function isFlatCommand(call: string): boolean {
  return (
    /\bcommand["']?\s{0,9}(?:=>|:=|[:=])/i.test(call) &&
    !/\bfields["']?\s{0,9}(?:=>|:=|[:=,])/i.test(call)
  );
}

function lastEventIds(text: string, language: string, nowMs: number): readonly OutdatedCall[] {
  const commented = language === "python" ? /^\s*#/ : /^\s*(?:\/\/|\*|\/\*|#)/;
  return [...text.matchAll(/\blastEventId\b/g)]
    .filter(({ index }) => {
      const before = text.slice(Math.max(0, index - 300), index);
      return !commented.test(before.slice(before.lastIndexOf("\n") + 1));
    })
    .map(({ index, 0: name }) => past("lastEventId", index, name.length, nowMs));
}

function past(change: DatedChange, offset: number, length: number, nowMs: number): OutdatedCall {
  const date = dated[change];
  return { rule: "past-date", offset, length, change, date, isPast: nowMs >= Date.parse(date) };
}
