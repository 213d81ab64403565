import type { Disturbance } from "./wire/disturbance";
import { isJsonObject, type Json, type JsonObject } from "../../src/demo/base/json";
import { refuse, type Refusal } from "../../src/demo/portal/outcome";
import type { ActiveFault } from "./faultBoard";
import type { CallFault } from "./faults";

const hugeBytes = 5 * 1024 * 1024;
const longTextBytes = 64 * 1024;

/** What faults inside the portal amount to for one call: later ones win over earlier ones. */
export function disturbanceOf(
  active: readonly ActiveFault<CallFault>[],
  call: { readonly secret: string; readonly nowMs: number },
): Disturbance {
  return active
    .map(({ fault, setAtMs }) => single(fault, setAtMs, call))
    .reduce(
      (sum, next) => ({
        ...sum,
        ...next,
        lostScopes: [...(sum.lostScopes ?? []), ...(next.lostScopes ?? [])],
      }),
      {},
    );
}

function single(
  fault: CallFault,
  setAtMs: number,
  call: { readonly secret: string; readonly nowMs: number },
): Disturbance {
  switch (fault.name) {
    case "stopped":
      return { isStopped: true };
    case "overload":
      return { isOverloaded: true };
    case "noPlan":
      return { hasPlanWithoutRest: true };
    case "secretRotated":
      return { isSecretRejected: true };
    case "scopeLost":
      return { lostScopes: [fault.scope] };
    case "ban":
      return { isBanned: call.nowMs < setAtMs + fault.seconds * 1000 };
    case "refuse":
      return {
        refusal: {
          ...refuse(fault.status, fault.code, fault.description),
          extra: fault.extra ?? {},
        },
      };
    case "error200":
      return {
        refusal: refuse(200, "ACCESS_ERROR", "You do not have access to the specified dialog"),
      };
    case "numericError":
      return { refusal: refuse(400, 100, "Could not find value for parameter {dialogId}") };
    case "emptyDescription":
      return { refusal: withoutText(fault.isMissing === true) };
    case "longDescription":
      return { refusal: refuse(400, "ERROR_CORE", longText(call.secret)) };
    case "nullResult":
      return { reshape: () => null };
    case "huge":
      return {
        reshape: (result) => withKeys(result, { filler: "x".repeat(fault.bytes ?? hugeBytes) }),
      };
    case "wrongTypes":
      return { reshape: withWrongTypes };
    case "extraKeys":
      return { reshape: (result) => withKeys(result, unknownKeys) };
    case "missingKeys":
      return { reshape: onlyId };
    case "renamed":
      return { reshape: (result) => renamed(result, fault) };
  }
}

function withoutText(isMissing: boolean): Refusal {
  const refusal = { ok: false, status: 400, code: "ERROR_CORE" } as const;
  return isMissing ? refusal : { ...refusal, description: "" };
}

/** The worst text a portal could send: long, with markup, and with the caller's own secret in it. */
function longText(secret: string): string {
  return `<script>alert(1)</script> at /rest/1/${secret}/ <br>`.padEnd(longTextBytes, "trace ");
}

const unknownKeys: JsonObject = {
  future_flag: true,
  future_map: { depth: { value: 1 } },
  future_list: [1, "two", null],
  ["__proto__"]: { isAdmin: true },
  constructor: "a plain value",
};

function withKeys(result: Json, keys: JsonObject): Json {
  return isJsonObject(result) ? { ...result, ...keys } : { result, ...keys };
}

/** Numbers become text, flags Y and N, maps inside the result empty lists. */
function withWrongTypes(result: Json): Json {
  return isJsonObject(result)
    ? Object.fromEntries(Object.entries(result).map(([key, value]) => [key, wrongType(value)]))
    : wrongType(result);
}

function wrongType(value: Json): Json {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "Y" : "N";
  if (Array.isArray(value)) return (value as readonly Json[]).map(wrongType);
  return isJsonObject(value) ? [] : value;
}

function onlyId(result: Json): Json {
  return isJsonObject(result) && result["id"] !== undefined ? { id: result["id"] } : {};
}

const named = /^(name|title|first_?name|user_?name)$/i;
const described = /^(description|work_?position|last_?name)$/i;

/** At every depth. */
function renamed(value: Json, names: { to: string; description: string }, key = ""): Json {
  if (typeof value === "string") {
    if (named.test(key)) return names.to;
    return described.test(key) ? names.description : value;
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, names));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, renamed(inner, names, name)]),
  );
}
