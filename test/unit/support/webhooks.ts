import assert from "node:assert/strict";
import type { Webhook } from "../../../src/core/portal/webhook";
import { parsePastedWebhook } from "../../../src/core/portal/pastedWebhook";

/** A secret that is easy to find wherever it must not be. */
export const sentinel = "s3cr3tsentinel01";

export const portalAddress = `https://portal.example/rest/1/${sentinel}/`;

/** The webhook in a text that has to hold one. */
export function webhookIn(text: string = portalAddress): Webhook {
  const parsed = parsePastedWebhook(text);
  assert.ok(parsed.ok, "a webhook was expected in the text");
  return parsed.value.webhook;
}
