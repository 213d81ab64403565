import type { Json } from "../../src/demo/base/json";

/** What can go wrong between a client and the portal. Several may be set; latency adds to any other. */
export type Fault = TimingFault | ConnectionFault | FrontFault | DeliveryFault | CallFault;

/** The answer is late; counted as operating time of the method. */
export interface TimingFault {
  readonly name: "latency";
  readonly ms: number;
}

/** The connection itself: `hang` never answers, `reset` destroys the socket. */
export interface ConnectionFault {
  readonly name: "hang" | "reset";
}

/** Answers given by whatever stands before the portal, which never sees the request. */
export type FrontFault =
  | { readonly name: "html404" | "html407" | "html502" | "html503" | "html200" }
  | { readonly name: "empty200" | "noResult" }
  /** A JSON body that is no object; default `[]`. */
  | { readonly name: "notObject"; readonly body?: "[]" | "null" | '"ok"' }
  /** The next `times` requests exceed the rate limit. */
  | { readonly name: "rate"; readonly times: number }
  /** The portal was renamed: 302 to the same path on another origin. */
  | { readonly name: "redirectRename"; readonly to: string }
  | { readonly name: "redirectLoop" | "redirectHttp" | "redirectForeign" };

/** The portal's own answer, damaged on its way. */
export type DeliveryFault =
  /** `connection`: fewer bytes than Content-Length says; `json`: a complete reply with half the JSON. */
  | { readonly name: "truncate"; readonly cut?: "connection" | "json" }
  | { readonly name: "utf8Broken" }
  /** One byte at a time; default every 50 ms. */
  | { readonly name: "slowDrip"; readonly intervalMs?: number };

/** Inside the portal; these also reach the items of a batch. */
export type CallFault =
  | { readonly name: "stopped" | "overload" | "noPlan" | "secretRotated" }
  | { readonly name: "scopeLost"; readonly scope: string }
  /** Operating time used up; lasts that long on the emulator's clock. */
  | { readonly name: "ban"; readonly seconds: number }
  | { readonly name: "nullResult" | "error200" | "numericError" | "longDescription" }
  /** `missing`: without the key, else with an empty text. */
  | { readonly name: "emptyDescription"; readonly isMissing?: boolean }
  /** Default 5 MB more than there would be. */
  | { readonly name: "huge"; readonly bytes?: number }
  /** Everything and everybody has this name, and this description. */
  | { readonly name: "renamed"; readonly to: string; readonly description: string }
  | { readonly name: "wrongTypes" | "extraKeys" | "missingKeys" }
  /** Any other row of the error table. */
  | {
      readonly name: "refuse";
      readonly status: number;
      readonly code: string | number;
      readonly description: string;
      readonly extra?: Readonly<Record<string, Json>>;
    };

export type FaultName = Fault["name"];

/** Which requests a fault hits; everything that is named must match, nothing named: all. */
export interface FaultTarget {
  /** In any case; an item of a batch matches too. */
  readonly method?: string;
  /** As sent, compared as text. */
  readonly dialogId?: string | number;
  /** Only the next so many. */
  readonly calls?: number;
}

const callFaultNames: ReadonlySet<FaultName> = new Set<CallFault["name"]>([
  "stopped",
  "overload",
  "noPlan",
  "secretRotated",
  "scopeLost",
  "ban",
  "nullResult",
  "error200",
  "numericError",
  "longDescription",
  "emptyDescription",
  "huge",
  "wrongTypes",
  "extraKeys",
  "missingKeys",
  "renamed",
  "refuse",
]);

export function isDeliveryFault(fault: Fault): fault is DeliveryFault {
  return fault.name === "truncate" || fault.name === "utf8Broken" || fault.name === "slowDrip";
}

export function isFrontFault(fault: Fault): fault is FrontFault {
  const isOther = fault.name === "latency" || fault.name === "hang" || fault.name === "reset";
  return !isOther && !isDeliveryFault(fault) && !isCallFault(fault);
}

export function isCallFault(fault: Fault): fault is CallFault {
  return callFaultNames.has(fault.name);
}
