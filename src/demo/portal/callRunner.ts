import type { Person } from "../seed/person";
import { runBatch, type ItemReport } from "./batch";
import type { MethodDefinition } from "./call";
import type { CallWatch } from "./callWatch";
import type { DemoState } from "./demoState";
import type { Timing } from "./envelope";
import type { JsonObject } from "../base/json";
import { ignoresParameterCase, type MethodTable } from "./methodTable";
import type { Outcome } from "./outcome";
import { withUpperCaseNames } from "./parameters";
import { methodNotFound, nestedBatch } from "./systemRefusals";
import type { Webhook } from "./webhooks";

const usualSeconds = 0.004;
const windowSeconds = 600;

/** A call whose method exists and whose credentials are good. */
export interface AdmittedCall {
  readonly method: MethodDefinition;
  readonly parameters: JsonObject;
  readonly webhook: Webhook;
  readonly caller: Person;
  readonly watch: CallWatch;
}

/** The portal's checks from the scope onwards, then the method itself. */
export class CallRunner {
  constructor(
    private readonly state: DemoState,
    private readonly methods: MethodTable<MethodDefinition>,
  ) {}

  run(call: AdmittedCall): Outcome {
    const { watch } = call;
    const refusal = this.lackOfScope(call) ?? watch.refusal;
    if (refusal !== undefined) return refusal;
    watch.charge?.();
    const outcome = this.execute(call);
    return outcome.ok && watch.reshape !== undefined
      ? { ...outcome, result: watch.reshape(outcome.result) }
      : outcome;
  }

  timingOf({ durationSeconds = usualSeconds, operating }: CallWatch): Timing {
    const startMs = this.state.now();
    if (!this.state.traits.hasLimits) return { startMs, durationSeconds };
    const free = { seconds: 0, resetAt: Math.floor(startMs / 1000) + windowSeconds };
    return { startMs, durationSeconds, operating: operating?.() ?? free };
  }

  private lackOfScope(call: AdmittedCall): Outcome | undefined {
    const { scopes } = call.method;
    const granted = grantedTo(call);
    const isGranted = scopes.length === 0 || scopes.some((scope) => granted.includes(scope));
    return isGranted ? undefined : this.state.refusals.insufficientScope;
  }

  private execute(call: AdmittedCall): Outcome {
    const { method, parameters, caller, watch } = call;
    if (method.name === "batch") {
      const runItem = (name: string, inner: JsonObject): ItemReport =>
        this.runItem(name, inner, call);
      return runBatch(parameters, runItem, watch.fillIn);
    }
    return method.handle(
      {
        parameters: ignoresParameterCase(method.name) ? withUpperCaseNames(parameters) : parameters,
        caller,
        grantedScopes: grantedTo(call),
      },
      this.state,
    );
  }

  private runItem(name: string, parameters: JsonObject, batch: AdmittedCall): ItemReport {
    const method = this.present(this.methods.findInAnyCase(name));
    const watch = batch.watch.item?.({ method: name, parameters }) ?? {};
    const outcome =
      method === undefined
        ? methodNotFound
        : this.itemOutcome({ ...batch, method, parameters, watch });
    watch.finished?.(outcome);
    return { outcome, time: this.state.traits.timeObject(this.timingOf(watch)) };
  }

  private itemOutcome(item: AdmittedCall): Outcome {
    if (item.method.name === "batch") return nestedBatch;
    const outcome = this.run(item);
    // A missing scope has no text of its own inside a batch (REST brief, transport.md section 8).
    return !outcome.ok && outcome.code === "insufficient_scope"
      ? { ...outcome, description: "" }
      : outcome;
  }

  findMethod(name: string): MethodDefinition | undefined {
    return this.present(this.methods.find(name));
  }

  private present(found: MethodDefinition | undefined): MethodDefinition | undefined {
    return found !== undefined && this.state.traits.hasMethod(found.name) ? found : undefined;
  }
}

function grantedTo({ webhook, watch }: AdmittedCall): readonly string[] {
  return webhook.scopes.filter((scope) => watch.lostScopes?.includes(scope) !== true);
}
