import assert from "node:assert/strict";
import type { WireOptions } from "../../emulator/wire/wirePortal";
import type { Disturbance } from "../../emulator/wire/disturbance";
import { call, quietPortal, refusalOf, send } from "./support/portalCalls";

type Row = readonly [
  name: string,
  source: readonly [status: number, code: string, text: string],
  docs: readonly [status: number, code: string, text: string],
  options: WireOptions,
  credentials?: { readonly user?: 1 | 5; readonly secret?: string },
];

/** Both columns of REST brief, transport.md section 5, for refusals whose status or code depends on the source. */
const rows: readonly Row[] = [
  [
    "a wrong secret",
    [401, "INVALID_CREDENTIALS", "Invalid request credentials"],
    [401, "NO_AUTH_FOUND", "Wrong authorization data"],
    {},
    { secret: "not0the0secret00" },
  ],
  [
    "a secret that was replaced",
    [401, "INVALID_CREDENTIALS", "Invalid request credentials"],
    [401, "NO_AUTH_FOUND", "Wrong authorization data"],
    disturbed({ isSecretRejected: true }),
  ],
  [
    "a missing scope",
    [401, "insufficient_scope", scopeText()],
    [403, "insufficient_scope", scopeText()],
    {},
    { user: 5 },
  ],
  [
    "a scope that was taken away",
    [401, "insufficient_scope", scopeText()],
    [403, "insufficient_scope", scopeText()],
    disturbed({ lostScopes: ["im"] }),
  ],
  [
    "a blocked portal",
    [401, "OVERLOAD_LIMIT", "REST API is blocked due to overload."],
    [503, "OVERLOAD_LIMIT", "REST API is blocked due to overload."],
    disturbed({ isOverloaded: true }),
  ],
  [
    "a plan without REST",
    [401, "ACCESS_DENIED", "REST is available only by subscription."],
    [403, "ACCESS_DENIED", "REST API is available only on commercial plans"],
    disturbed({ hasPlanWithoutRest: true }),
  ],
  [
    "a closed portal",
    [403, "PORTAL_DELETED", "Portal was deleted"],
    [500, "PORTAL_DELETED", "Portal was deleted"],
    disturbed({ isStopped: true }),
  ],
  [
    "plain http",
    [401, "INVALID_REQUEST", "Https required."],
    [400, "INVALID_REQUEST", "Https required."],
    { origin: "http://127.0.0.1:8080", requiresHttps: true },
  ],
  [
    "used up operating time",
    [429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit."],
    [429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit."],
    disturbed({ isBanned: true }),
  ],
];

describe("System errors of the portal", () => {
  for (const [name, source, docs, options, credentials] of rows) {
    it(`answers ${name} as the source does, and as the documentation says`, () => {
      for (const [statusProfile, expected] of [
        ["source", source],
        ["docs", docs],
      ] as const) {
        const portal = quietPortal({ ...options, statusProfile });
        const reply = call(portal, "im.dialog.get", { DIALOG_ID: "chat29" }, credentials);
        assert.deepEqual(refusalOf(reply), expected, statusProfile);
      }
    });
  }

  it("answers an unknown method with 404 before it looks at the secret", () => {
    const reply = call(quietPortal(), "imbot.dialog.gett", {}, { secret: "wrong" });
    assert.deepEqual(refusalOf(reply), [404, "ERROR_METHOD_NOT_FOUND", "Method not found!"]);
  });

  it("answers a webhook without a method with 404", () => {
    for (const path of ["/rest/1/demo0secret0demo", "/rest/1/demo0secret0demo/"]) {
      const reply = send(quietPortal(), { verb: "GET", path });
      assert.deepEqual(refusalOf(reply), [404, "ERROR_METHOD_NOT_FOUND", "Method not found!"]);
    }
  });

  it("refuses a good secret with another user's id", () => {
    const reply = call(quietPortal(), "profile", {}, { user: 5, secret: "demo0secret0demo" });
    assert.equal(reply.json["error"], "INVALID_CREDENTIALS");
  });

  it("accepts the login in place of the user id", () => {
    const path = "/rest/ivy.stone/demo0secret0demo/profile";
    assert.equal(send(quietPortal(), { verb: "GET", path }).status, 200);
  });

  it("says that it has no XML answers", () => {
    const reply = call(quietPortal(), "profile.XML");
    assert.deepEqual(refusalOf(reply).slice(0, 2), [500, "INTERNAL_WRONG_TRANSPORT"]);
  });

  it("tells a missing access token from an expired one", () => {
    const portal = quietPortal();
    const missing = send(portal, { verb: "GET", path: "/rest/profile.json" });
    assert.deepEqual(refusalOf(missing), [401, "NO_AUTH_FOUND", "Wrong authorization data"]);
    const expired = send(portal, { verb: "GET", path: "/rest/profile", query: "auth=expired" });
    assert.deepEqual(refusalOf(expired), [
      401,
      "expired_token",
      "The access token provided has expired",
    ]);
    const unknown = send(portal, { verb: "GET", path: "/rest/no.such.method" });
    assert.equal(unknown.status, 404);
  });

  it("names the argument that a method misses", () => {
    const reply = call(quietPortal(), "method.get");
    assert.deepEqual(refusalOf(reply).slice(0, 2), [400, "ERROR_ARGUMENT"]);
    assert.equal(reply.json["argument"], "name");
  });

  it("refuses v1 calls on behalf of a bot without a client id", () => {
    for (const method of ["imbot.message.add", "imbot.chat.user.list"]) {
      assert.deepEqual(refusalOf(call(quietPortal(), method, { CHAT_ID: 29 })), [
        403,
        "ACCESS_DENIED",
        "Access denied! Client ID not specified",
      ]);
    }
  });

  it("writes REST v3 errors in their own shape", () => {
    const reply = send(quietPortal(), { verb: "POST", path: "/rest/api/1/demo0secret0demo/im.x" });
    assert.equal(reply.status, 404);
    assert.deepEqual(reply.json["error"], {
      code: "BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION",
      message: "Method not found",
    });
  });
});

function disturbed(disturbance: Disturbance): WireOptions {
  return { disturb: () => disturbance };
}

function scopeText(): string {
  return "The request requires higher privileges than provided by the webhook token";
}
