import type { ShownCall } from "../../portal/methodCall";
import { hex4 } from "./escapes";
import { jsonPieces } from "./json";

/** In single quotes, which PowerShell takes in any of their typographic forms. */
function powershellText(text: string): string {
  return `'${text.replace(/['\u2018-\u201B]/g, "$&$&")}'`;
}

/** The body of a request: ASCII alone, which Windows PowerShell sends unharmed. */
export function powershellBody(call: ShownCall): string {
  return jsonPieces(call)
    .map((piece) => {
      if (typeof piece === "string") return powershellText(ascii(piece));
      const token = "$env:B24_BOT_TOKEN";
      if (piece.before === undefined) return `(ConvertTo-Json ${token})`;
      const before = powershellText(ascii(JSON.stringify(piece.before).slice(0, -1)));
      return `${before} + [uri]::EscapeDataString(${token}) + '"'`;
    })
    .join(" + ");
}

/** JSON text with every other character as its escape. */
function ascii(json: string): string {
  return json.replace(/[^\u0020-\u007E]/g, (unit) => `\\u${hex4(unit.charCodeAt(0))}`);
}
