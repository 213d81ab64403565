import type { Person } from "../seed/person";
import { runBatch, type ItemReport } from "./batch";
import type { DemoState } from "./demoState";
import type { Disturb, Disturbance } from "../wire/disturbance";
import { timeObject, type Timing } from "./envelope";
import type { JsonObject } from "./json";
import { ignoresParameterCase } from "./methodTable";
import type { MethodDefinition } from "./call";
import type { OperatingLedger } from "../wire/operatingLedger";
import type { Outcome } from "./outcome";
import { withUpperCaseNames } from "./parameters";
import {
  insufficientScope,
  methodNotFound,
  nestedBatch,
  operatingBan,
  overloaded,
  planWithoutRest,
} from "./systemRefusals";
import type { Webhook } from "./webhooks";

/** A call whose method exists and whose credentials are good. */
export interface AdmittedCall {
  readonly method: MethodDefinition;
  readonly parameters: JsonObject;
  readonly webhook: Webhook;
  readonly caller: Person;
  readonly disturbance: Disturbance;
  /** How long the method pretends to take; charged to the webhook. */
  readonly durationSeconds: number;
}

/** An item of a batch as it went by. */
export interface BatchItem {
  readonly method: string;
  readonly parameters: JsonObject;
  readonly webhook: Webhook;
  readonly outcome: Outcome;
}

/** The portal's checks from the scope onwards, then the method itself. */
export class CallRunner {
  constructor(
    private readonly state: DemoState,
    private readonly operating: OperatingLedger,
    private readonly disturb: Disturb,
    private readonly onBatchItem: (item: BatchItem) => void,
  ) {}

  run(call: AdmittedCall): Outcome {
    const refusal = this.firstObjection(call);
    if (refusal !== undefined) return refusal;
    const { secret } = call.webhook;
    this.operating.charge(secret, call.method.name, call.durationSeconds, this.state.now());
    const outcome = this.execute(call);
    const { reshape } = call.disturbance;
    return outcome.ok && reshape !== undefined
      ? { ...outcome, result: reshape(outcome.result) }
      : outcome;
  }

  timingOf(call: Pick<AdmittedCall, "method" | "webhook" | "durationSeconds">): Timing {
    const now = this.state.now();
    const { secret } = call.webhook;
    const { traits } = this.state;
    return {
      startMs: now,
      durationSeconds: call.durationSeconds,
      isStartFractional: traits.isStartFractional,
      ...(traits.hasLimits
        ? {
            operating: {
              seconds: this.operating.operating(secret, call.method.name, now),
              resetAt: this.operating.resetAt(secret, call.method.name, now),
            },
          }
        : {}),
    };
  }

  private firstObjection(call: AdmittedCall): Outcome | undefined {
    const { method, webhook, disturbance } = call;
    const { statusProfile, traits } = this.state;
    const granted = webhook.scopes.filter((scope) => !disturbance.lostScopes?.includes(scope));
    if (method.scopes.length > 0 && !method.scopes.some((scope) => granted.includes(scope))) {
      return insufficientScope(statusProfile);
    }
    if (disturbance.isOverloaded === true) return overloaded(statusProfile);
    if (disturbance.hasPlanWithoutRest === true) return planWithoutRest(statusProfile);
    const isBanned =
      traits.hasLimits && this.operating.isBanned(webhook.secret, method.name, this.state.now());
    if (isBanned || disturbance.isBanned === true) return operatingBan;
    return disturbance.refusal;
  }

  private execute(call: AdmittedCall): Outcome {
    if (call.method.name === "batch") {
      return runBatch(call.parameters, (name, parameters) => this.runItem(name, parameters, call));
    }
    const { lostScopes } = call.disturbance;
    return call.method.handle(
      {
        parameters: ignoresParameterCase(call.method.name)
          ? withUpperCaseNames(call.parameters)
          : call.parameters,
        caller: call.caller,
        grantedScopes: call.webhook.scopes.filter((scope) => !lostScopes?.includes(scope)),
      },
      this.state,
    );
  }

  private runItem(name: string, parameters: JsonObject, batch: AdmittedCall): ItemReport {
    const lowerName = name.toLowerCase();
    const method = this.state.methods.find(lowerName, this.state.traits.hasV2Methods);
    const { secret } = batch.webhook;
    const disturbance = this.disturb({ method: lowerName, parameters, secret, isBatchItem: true });
    const item = { ...batch, method: method ?? batch.method, parameters, disturbance };
    const outcome = this.itemOutcome(method, item);
    this.onBatchItem({ method: lowerName, parameters, webhook: batch.webhook, outcome });
    return { outcome, time: timeObject(this.timingOf(item)) };
  }

  private itemOutcome(method: MethodDefinition | undefined, item: AdmittedCall): Outcome {
    if (method === undefined) return methodNotFound;
    if (method.name === "batch") return nestedBatch;
    const outcome = this.run(item);
    // A missing scope has no text of its own inside a batch (REST brief, transport.md section 8).
    return !outcome.ok && outcome.code === "insufficient_scope"
      ? { ...outcome, description: "" }
      : outcome;
  }
}
