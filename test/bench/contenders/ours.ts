import type { Result } from "../../../src/core/base/result";
import { BatchingCaller } from "../../../src/core/portal/batching";
import type { PortalAnswer, PortalFailure } from "../../../src/core/portal/portalCaller";
import { PortalClient } from "../../../src/core/portal/portalClient";
import { RateLimiter } from "../../../src/core/portal/rateLimiter";
import { parsePastedWebhook } from "../../../src/core/portal/pastedWebhook";
import { NodeFetchTransport } from "../../../src/platform/node/nodeFetchTransport";
import { systemClock } from "../../../src/platform/node/systemClock";
import type { Contender } from "./contender";

/** The extension's own way: single reads that travel together by themselves, behind the limiter. */
export function ours(address: string): Contender {
  const parsed = parsePastedWebhook(address);
  if (!parsed.ok) throw new Error("The address is no webhook.");
  const { webhook } = parsed.value;
  const client = new PortalClient({
    transport: new NodeFetchTransport("bitrix24-dialog-inspector/bench"),
    clock: systemClock,
    limiter: new RateLimiter(systemClock, { capacity: 1e6, leakPerSecond: 1e6 }),
    timeoutMs: () => 60_000,
    note: () => undefined,
  });
  const caller = new BatchingCaller(client, setImmediate);
  const never = new AbortController().signal;
  return {
    read: (dialogIds) =>
      Promise.all(
        dialogIds.map((DIALOG_ID) =>
          caller.call(webhook, "imbot.dialog.get", { DIALOG_ID }, never).then(resultOf),
        ),
      ),
  };
}

function resultOf(answer: Result<PortalAnswer, PortalFailure>): unknown {
  return answer.ok ? answer.value.result : undefined;
}
