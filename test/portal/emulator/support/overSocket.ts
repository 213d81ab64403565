import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { Emulator } from "../../../emulator/emulator";
import type { ParsedObject } from "./portalCalls";

/** Calls a method of a running emulator as a careful client would: POST, JSON, no redirects. */
export async function post(
  emulator: Emulator,
  method: string,
  parameters: object = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${emulator.webhook()}${method}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(parameters),
    redirect: "manual",
    ...(signal === undefined ? {} : { signal }),
  });
}

export async function postForJson(
  emulator: Emulator,
  method: string,
  parameters: object = {},
): Promise<ParsedObject> {
  return (await (await post(emulator, method, parameters)).json()) as ParsedObject;
}

/** Waits for something the other side of a socket does; the test's own time limit ends it. */
export async function eventually(check: () => void): Promise<void> {
  for (;;) {
    try {
      check();
      return;
    } catch (error) {
      if (!(error instanceof assert.AssertionError)) throw error;
      await delay(2);
    }
  }
}
