import assert from "node:assert/strict";
import {
  paramsOf,
  type BatchCall,
  type MethodCall,
  type ShownCall,
} from "../../../src/core/portal/methodCall";
import { TokenPlace, type ShownValue } from "../../../src/core/portal/shownParams";
import { snippetClients, snippetOf, clientById } from "../../../src/core/snippets/clients";
import type { Shape, SnippetClient } from "../../../src/core/snippets/client";
import { readOf } from "../../../src/core/snippets/reads";

export const botToken = "demo-bot-token";

/** What the owner's webhook and the bot "Helper" are asked in the tests of every client. */
export const ofOwner = readOf("imbot.dialog.get", { dialogId: "chat210" });
export const ofBot = readOf("imbot.v2.Chat.get", { dialogId: "chat405", botId: 456 });
export const refused = readOf("imbot.dialog.get", { dialogId: "chat404" });

/** Everything that ends a text, begins a variable or an escape in one of the languages. */
export const awkwardText = [
  `"double" 'single' \`backtick\``,
  "$HOME ${HOME} $(id) #{id} %{x} {{hook}} {$x} \\(x) %s %PATH%",
  "\\ \\n \\\\ trailing\\",
  "two\nlines\r\nand\ttab",
  "*/ /* // -- # <!-- </script> ?> <?php",
  "Привет, «мир» ‘кавычки’ “quotes” 👩‍👩‍👧 🚚",
  "turned \u202Eround\u202C \u2028 \u0000 \u0007 \uFEFF",
].join(" | ");

export const awkward: MethodCall = {
  method: "im.search.chat.list",
  params: { FIND: awkwardText, OFFSET: 0, LIMIT: 50 },
};

export const batch: BatchCall = {
  method: "batch",
  calls: { record: ofOwner, awkward, missing: refused },
};

export const batchOfBot: BatchCall = {
  method: "batch",
  calls: { record: ofOwner, bot: ofBot },
};

export function client(id: string): SnippetClient {
  const found = clientById(id);
  assert.ok(found !== undefined, `there is no client ${id}`);
  return found;
}

/** The text of a call that the client can make. */
export function textOf(id: string, call: ShownCall, shape: Shape): string {
  const snippet = snippetOf(client(id), call, shape);
  assert.ok(snippet !== undefined, `${id} cannot call ${call.method}`);
  return snippet.code;
}

/** Every text of every client that can make a call. */
export function allTexts(
  call: ShownCall,
): readonly { readonly name: string; readonly code: string }[] {
  return snippetClients.flatMap((each) =>
    (["call", "program"] as const).flatMap((shape) => {
      const snippet = snippetOf(each, call, shape);
      return snippet === undefined ? [] : [{ name: `${each.id}, ${shape}`, code: snippet.code }];
    }),
  );
}

/** The parameters of a call as the emulator's journal has them, its tokens blacked out. */
export function asJournaled(call: ShownCall): unknown {
  return masked(paramsOf(call));
}

function masked(value: ShownValue): unknown {
  if (value instanceof TokenPlace) return `${value.before ?? ""}***`;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly ShownValue[]).map(masked);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, masked(entry)]));
}
