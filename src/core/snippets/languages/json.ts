import { paramsOf, type ShownCall } from "../../portal/methodCall";
import type { TokenPlace } from "../../portal/shownParams";
import { doubleQuoted } from "./escapes";
import { literal, type Notation } from "./literal";

/** @param token what stands where a bot's token goes */
function jsonNotation(token: Notation["token"]): Notation {
  return {
    text: doubleQuoted,
    token,
    entry: (name, value) => `${doubleQuoted(name)}: ${value}`,
    list: ["[", "]"],
    map: ["{", "}"],
    space: "",
    indent: "  ",
    nothing: "null",
    flags: ["true", "false"],
    closesWithComma: false,
  };
}

/** The body of a request as JSON text, over several lines where it is long. */
export function jsonBody(call: ShownCall, token: (place: TokenPlace) => string): string {
  return literal(paramsOf(call), jsonNotation(token));
}

/** JSON text on one line, in which the places of tokens are still open. */
export function jsonPieces(call: ShownCall): readonly (string | TokenPlace)[] {
  const places: TokenPlace[] = [];
  // Neither a NUL nor the end of a line can stand in JSON text but as an escape.
  const text = jsonBody(call, (place) => {
    places.push(place);
    return "\u0000";
  }).replace(/\n */g, " ");
  return text.split("\u0000").flatMap((piece, index) => [piece, ...places.slice(index, index + 1)]);
}
