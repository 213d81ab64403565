import type { MethodDefinition } from "./call";
import { CallRunner } from "./callRunner";
import type { CallWatch, NamedCall } from "./callWatch";
import { DemoState, type StateSettings } from "./demoState";
import { answerBody, refusalBody, type Timing } from "./envelope";
import { MethodTable } from "./methodTable";
import type { Outcome } from "./outcome";
import { methodNotFound } from "./systemRefusals";
import { webhooks } from "./webhooks";

/** A call with the credentials of a webhook, good or not. */
export interface PortalCall extends NamedCall {
  readonly user: string;
  readonly secret: string;
}

export interface PortalReply {
  readonly status: number;
  /** Absent for failures. */
  readonly timing?: Timing;
  readonly body: string;
}

/** A portal that answers calls; how they travel is not its concern. */
export class Portal {
  readonly state: DemoState;
  private readonly runner: CallRunner;

  constructor(methods: readonly MethodDefinition[], settings: StateSettings) {
    const table = new MethodTable(methods);
    this.state = new DemoState(table, settings);
    this.runner = new CallRunner(this.state, table);
  }

  /** An unknown method is told before the secret is looked at, as the portal does it. */
  call(call: PortalCall, watch: CallWatch = {}): PortalReply {
    const outcome = this.outcomeOf(call, watch);
    if (!outcome.ok) return this.refused(outcome);
    const timing = this.runner.timingOf(watch);
    const { encode, timeObject } = this.state.traits;
    return { status: 200, timing, body: encode(answerBody(outcome, timeObject(timing))) };
  }

  private outcomeOf({ user, secret, method, parameters }: PortalCall, watch: CallWatch): Outcome {
    const { people, refusals } = this.state;
    const found = this.runner.findMethod(method);
    if (found === undefined) return methodNotFound;
    if (watch.rejection !== undefined) return watch.rejection;
    const webhook = webhooks.find((one) => String(one.userId) === user && one.secret === secret);
    const caller = people.get(webhook?.userId ?? 0);
    if (webhook === undefined || caller === undefined) return refusals.wrongSecret;
    return this.runner.run({ method: found, parameters, webhook, caller, watch });
  }

  refused(refusal: Extract<Outcome, { ok: false }>): PortalReply {
    return { status: refusal.status, body: this.state.traits.encode(refusalBody(refusal)) };
  }
}
