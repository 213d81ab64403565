import { failure, success, type Result } from "../base/result";
import { seenText } from "../base/seenText";
import { Webhook, type WebhookProblem } from "./webhook";
import {
  findAddresses,
  findPieces,
  isOauthMaterial,
  isPathAlone,
  relevantParts,
} from "./webhookText";

export interface ParsedWebhook {
  readonly webhook: Webhook;
  /** The text had no scheme, so https was taken. */
  readonly assumedHttps: boolean;
  /** Host, user and secret stood apart. */
  readonly isJoined: boolean;
}

/**
 * Finds the webhook in whatever was pasted: an address among others, escaped or not, a sample call, a whole curl
 * line, settings that hold its parts.
 */
export function parsePastedWebhook(text: string): Result<ParsedWebhook, WebhookProblem> {
  const pasted = seenText(relevantParts(text), true).text.trim();
  if (pasted === "") return failure("empty");
  const found = findAddresses(pasted);
  const problems: WebhookProblem[] = [];
  for (const { address, assumedHttps } of found) {
    const parsed = Webhook.ofAddress(address);
    if (parsed.ok) return success({ webhook: parsed.value, assumedHttps, isJoined: false });
    problems.push(parsed.error);
  }
  const isOauth = isOauthMaterial(pasted);
  const joined = join(pasted, isOauth);
  if (joined !== undefined) {
    return success({ webhook: joined, assumedHttps: false, isJoined: true });
  }
  const problem = worst(problems);
  const saysLittle = problem === undefined || problem === "noUserId" || problem === "noRestPath";
  if (isOauth && saysLittle) return failure("oauthSettings");
  if (problem !== undefined) return failure(problem);
  if (isPathAlone(pasted)) return failure("noPortal");
  if (/^[\p{L}\d.-]+\.\p{L}{2,}(?::\d+)?$/u.test(pasted)) return failure("noRestPath");
  return failure(/^[\w.-]{10,}$/.test(pasted) ? "bareToken" : "noAddress");
}

function join(text: string, isOauth: boolean): Webhook | undefined {
  const { host, userId, secret, isPair } = findPieces(text);
  // A secret that stands alone may be the application's.
  if (isOauth && !isPair) return undefined;
  if (host === undefined || userId === undefined || secret === undefined) return undefined;
  const joined = Webhook.ofAddress(`https://${host}/rest/${userId}/${secret}/`);
  return joined.ok ? joined.value : undefined;
}

/** The one that says most of several: an address that is nearly a webhook counts before one that is none. */
function worst(problems: readonly WebhookProblem[]): WebhookProblem | undefined {
  return byWeight.find((problem) => problems.includes(problem)) ?? problems[0];
}

const byWeight: readonly WebhookProblem[] = [
  "insecure",
  "cutOff",
  "zeroUser",
  "transposed",
  "userInfo",
  "placeholder",
  "oauthAddress",
  "noSecret",
  "noUserId",
  "unreadable",
  "noRestPath",
];
