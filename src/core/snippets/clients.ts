import type { ShownCall } from "../portal/methodCall";
import type { Shape, Snippet, SnippetClient } from "./client";
import { b24gosdk } from "./clients/b24gosdk";
import { b24jssdk } from "./clients/b24jssdk";
import { b24phpsdk } from "./clients/b24phpsdk";
import { b24pysdk } from "./clients/b24pysdk";
import { bx24js } from "./clients/bx24js";
import { crest } from "./clients/crest";
import { curl } from "./clients/curl";
import { fastBitrix24 } from "./clients/fastBitrix24";
import { fetchClient } from "./clients/fetch";
import { goHttp } from "./clients/go";
import { http } from "./clients/http";
import { onec } from "./clients/onec";
import { phpCurl } from "./clients/php";
import { powershell } from "./clients/powershell";
import { pythonUrllib } from "./clients/python";
import { restCommand } from "./clients/restCommand";

/** Every client that a call is written for, in the order it is offered. */
export const snippetClients: readonly SnippetClient[] = [
  curl,
  fetchClient,
  b24jssdk,
  bx24js,
  phpCurl,
  crest,
  b24phpsdk,
  restCommand,
  pythonUrllib,
  b24pysdk,
  fastBitrix24,
  goHttp,
  b24gosdk,
  onec,
  powershell,
  http,
];

export function clientById(id: string): SnippetClient | undefined {
  return snippetClients.find((client) => client.id === id);
}

/**
 * The last choice first, then those of the editor's language, then the others.
 * @param language what VS Code calls the language of the editor in front
 */
export function clientsInOrder(
  last: string | undefined,
  language: string | undefined,
): readonly SnippetClient[] {
  const rank = ({ id, languages }: SnippetClient): number => {
    if (id === last) return 0;
    return language !== undefined && languages.includes(language) ? 1 : 2;
  };
  return [...snippetClients].sort((a, b) => rank(a) - rank(b));
}

/** @returns undefined when the client cannot make the call; `misfitOf` says why */
export function snippetOf(
  client: SnippetClient,
  call: ShownCall,
  shape: Shape,
): Snippet | undefined {
  if (client.misfitOf?.(call) !== undefined) return undefined;
  const [language] = client.languages;
  const { program, programLanguage = language } = client;
  if (shape === "program" && program !== undefined)
    return { code: program(call), language: programLanguage };
  return { code: client.call(call), language };
}
