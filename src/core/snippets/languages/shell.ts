import type { ShownCall } from "../../portal/methodCall";
import { doubleQuoted } from "./escapes";
import { jsonBody } from "./json";

/** In single quotes, where a shell looks for nothing but their end. */
export function shellText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The body of a request as a program for jq, which takes the bot's token from the environment. */
export function jqBody(call: ShownCall): string {
  return jsonBody(call, ({ before }) =>
    before === undefined ? "env.B24_BOT_TOKEN" : `(${jqText(before)} + (env.B24_BOT_TOKEN | @uri))`,
  );
}

/** JSON writes a backslash twice, so no `\(` begins an expression. */
const jqText = doubleQuoted;
