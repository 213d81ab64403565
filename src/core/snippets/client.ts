import { needsBotToken, type ShownCall } from "../portal/methodCall";

/** Why a client cannot make a call. */
export type Misfit =
  /** It writes the names of methods in lower case, and those of imbot.v2 are case-sensitive. */
  | "lowersMethodNames"
  /** It runs in a page, where everybody who opens it could read the bot's token. */
  | "tokenInPage"
  /** It speaks for the application of an event; a bot with a token was registered through a webhook. */
  | "eventHasNoBotToken"
  /** A batch carries the token as part of an address, and the client cannot encode it. */
  | "cannotEncodeToken";

/** What holds whatever a client calls. */
export type Limit =
  /** Only portals with https, and with nothing in front of `/rest/`. */
  | "httpsAndPlainPath"
  | "insidePortalPage"
  | "insideEventHandler"
  /** Of a refusal only the HTTP status is left. */
  | "losesPortalCode"
  /** Keeps no environment: the webhook comes from a constant or the safe storage. */
  | "noEnvironment";

/** What a snippet is: the lines to put into a program, or a program that runs as it is. */
export type Shape = "call" | "program";

/** A way in which developers call a portal. One file each, from the call to its text. */
export interface SnippetClient {
  readonly id: string;
  /** A name, the same in every language. */
  readonly label: string;
  /** What VS Code calls its language, the one of its documents first. */
  readonly languages: readonly [string, ...string[]];
  readonly limits?: readonly Limit[];
  /** Absent: it can make every call. */
  readonly misfitOf?: (call: ShownCall) => Misfit | undefined;
  readonly call: (call: ShownCall) => string;
  /** Ends with the portal's code when the portal refuses. Absent: the call alone is all there is. */
  readonly program?: (call: ShownCall) => string;
  /** Where the program is in another language than the call. */
  readonly programLanguage?: string;
}

/** What has to be set before a snippet runs, as its first line says it. The same in every language of the product. */
export function mustBeSet(call: ShownCall, ...more: readonly string[]): string {
  const names = needsBotToken(call)
    ? `B24_WEBHOOK (${webhookShape}) and B24_BOT_TOKEN`
    : `B24_WEBHOOK (${webhookShape})`;
  return [`Set ${names} in the environment.`, ...more].join(" ");
}

export const webhookShape = "https://HOST/rest/USER_ID/SECRET";

export interface Snippet {
  readonly code: string;
  /** What VS Code calls its language. */
  readonly language: string;
}
