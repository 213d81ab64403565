import type { WireReply } from "./wire/wireReply";
import { isJsonObject, type JsonObject } from "../../src/demo/base/json";
import { intOf, textOf } from "../../src/demo/portal/parameters";
import type { PortalProfile } from "./wire/portalProfile";
import type { Emulator } from "./emulator";
import type { Fault, FaultTarget } from "./faults";
import type { ReceivedRequest } from "./receivedRequest";

const portalProfiles: readonly PortalProfile[] = [
  "current",
  "rev24",
  "rev30",
  "rev32",
  "onPremise",
];

/**
 * The emulator's own API, for clients in another process (REST brief, emulator.md section 7). The token that
 * was printed at the start goes into the header `X-Emulator-Token`. Not a part of Bitrix24.
 */
export function answerControl(emulator: Emulator, request: ReceivedRequest): WireReply {
  if (request.controlToken !== emulator.controlToken) return reply(403, { error: "wrong token" });
  const action = `${request.verb} ${request.path.slice("/__emulator/".length)}`;
  if (action === "GET journal") {
    return reply(200, { entries: emulator.journal, effects: emulator.effects });
  }
  const body = parseBody(request.body);
  if (body === undefined) return reply(400, { error: "the body is not a JSON object" });
  switch (action) {
    case "POST faults":
      return setFaults(emulator, body);
    case "POST reset":
      emulator.reset();
      return reply(200, {});
    case "POST profile":
      return setProfiles(emulator, body);
    case "POST tick":
      return tick(emulator, body);
    default:
      return reply(404, { error: "no such action" });
  }
}

/** `{"fault": {"name": "latency", "ms": 500}, "target": {"method": "profile"}}`, or `{"clear": true}`. */
function setFaults(emulator: Emulator, body: JsonObject): WireReply {
  if (body["clear"] === true) emulator.clearFaults();
  const { fault, target } = body;
  if (fault !== undefined) {
    if (!isJsonObject(fault)) return reply(400, { error: "fault is not an object" });
    // A wrong name or argument is the tester's own mistake; nothing outside of tests sends this.
    emulator.setFault(fault as unknown as Fault, (target ?? {}) as FaultTarget);
  }
  return reply(200, {});
}

/** `{"portal": "rev24", "status": "docs"}`, both optional. */
function setProfiles(emulator: Emulator, body: JsonObject): WireReply {
  const { portal, status } = body;
  const profile = portalProfiles.find((known) => known === portal);
  if (portal !== undefined && profile === undefined) {
    return reply(400, { error: "unknown portal profile" });
  }
  if (profile !== undefined) emulator.setPortalProfile(profile);
  if (status === "source" || status === "docs") emulator.setStatusProfile(status);
  return reply(200, { webhook: emulator.webhook() });
}

/** `{"ms": 60000, "message": "text"}`: moves the clock and appends a message to chat 29. */
function tick(emulator: Emulator, body: JsonObject): WireReply {
  emulator.advance(intOf(body["ms"], 1000));
  emulator.appendMessage(29, 39, textOf(body["message"]) ?? "Parcel scanned at the next depot.");
  return reply(200, {});
}

function parseBody(text: string): JsonObject | undefined {
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

function reply(status: number, body: unknown): WireReply {
  return {
    status,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}
