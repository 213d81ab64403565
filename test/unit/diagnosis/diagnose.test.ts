import assert from "node:assert/strict";
import { diagnose, type Cause, type Remedy } from "../../../src/core/diagnosis/diagnose";
import { parseExactDialogId } from "../../../src/core/dialog/dialogId";
import type { PortalError } from "../../../src/core/portal/portalError";

type Failure = Exclude<PortalError, { kind: "cancelled" }>;

const host = "portal.example";

function refused(code: string, status: number): Failure {
  return { kind: "refused", host, status, code, description: "" };
}

/** Every code of the error table, with each status that documentation or source give it. */
const codes: readonly [code: string, statuses: readonly number[], cause: Cause][] = [
  ["DIALOG_ID_EMPTY", [400], "dialogIdRefused"],
  ["ERROR_METHOD_NOT_FOUND", [404, 400], "methodNotFound"],
  ["NO_AUTH_FOUND", [401], "webhookRejected"],
  ["INVALID_CREDENTIALS", [401, 403], "webhookRejected"],
  ["expired_token", [401], "webhookRejected"],
  ["invalid_token", [401], "webhookRejected"],
  ["insufficient_scope", [403, 401], "scopeMissing"],
  ["INSUFFICIENT_SCOPE", [401], "scopeMissing"],
  ["ACCESS_DENIED", [403, 401], "accessDenied"],
  ["user_access_error", [403], "userNotAllowed"],
  ["allowed_only_intranet_user", [403], "userNotAllowed"],
  ["authorization_error", [401], "userInactive"],
  ["WRONG_AUTH_TYPE", [403], "wrongAuthType"],
  ["INVALID_REQUEST", [400, 401], "httpsRequired"],
  ["QUERY_LIMIT_EXCEEDED", [503, 401], "rateLimited"],
  ["OPERATION_TIME_LIMIT", [429], "operatingLimit"],
  ["OVERLOAD_LIMIT", [503, 401], "overload"],
  ["METHOD_CONFIRM_WAITING", [401], "confirmationWaiting"],
  ["METHOD_CONFIRM_DENIED", [403], "confirmationDenied"],
  ["ERROR_ARGUMENT", [400], "badParameter"],
  ["100", [400], "badParameter"],
  ["ERROR_CORE", [400, 500], "serverError"],
  ["INTERNAL_SERVER_ERROR", [500], "serverError"],
  ["ERROR_UNEXPECTED_ANSWER", [500], "serverError"],
  ["INTERNAL_WRONG_TRANSPORT", [500], "serverError"],
  ["WRONG_ENCODING", [200], "serverError"],
  ["PORTAL_DELETED", [500, 403], "portalClosed"],
  ["ERROR_MANIFEST_IS_NOT_AVAILABLE", [404], "methodNotFound"],
  ["ACCESS_ERROR", [403, 200], "noAccessOrNoChat"],
  ["ACCESS_ERROR", [400], "noRecord"],
  ["SOMETHING_NEW", [400, 403, 500], "unknownRefusal"],
  ["", [400], "unknownRefusal"],
  ["constructor", [400], "unknownRefusal"],
  ["__proto__", [400], "unknownRefusal"],
];

describe("The cause of a refusal", () => {
  for (const [code, statuses, cause] of codes) {
    for (const status of statuses) {
      it(`${code} with HTTP ${status} is ${cause}`, () => {
        const diagnosis = diagnose(refused(code, status));
        assert.equal(diagnosis.cause, cause);
        assert.equal(diagnosis.remedies.at(-1), "openRaw");
      });
    }
  }
});

const failures: readonly (readonly [error: Failure, cause: Cause, best: Remedy])[] = [
  [{ kind: "webhookNeeded" }, "webhookNeeded", "replaceWebhook"],
  [{ kind: "timedOut", host, afterMs: 1 }, "timedOut", "retry"],
  ...(
    [
      ["ENOTFOUND", "hostNotFound"],
      ["EAI_AGAIN", "hostNotFound"],
      ["ECONNREFUSED", "connectionRefused"],
      ["ECONNRESET", "connectionLost"],
      ["ECONNABORTED", "connectionLost"],
      ["EPIPE", "connectionLost"],
      ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate"],
      ["SELF_SIGNED_CERT_IN_CHAIN", "certificate"],
      ["CERT_HAS_EXPIRED", "certificate"],
      ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate"],
      ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "certificate"],
      ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate"],
      ["ERR_SSL_WRONG_VERSION_NUMBER", "certificate"],
      ["EPROTO", "certificate"],
      ["ENETUNREACH", "unreachable"],
      ["UNKNOWN", "unreachable"],
      ["", "unreachable"],
    ] as const
  ).map(([code, cause]) => [{ kind: "unreachable", host, code }, cause, "retry"] as const),
  [{ kind: "interrupted", host, status: 200 }, "interrupted", "retry"],
  [{ kind: "tooLarge", host, limitBytes: 1 }, "tooLarge", "inspectAnother"],
  [
    redirect({ kind: "otherHost", host: "n.example", origin: "https://n.example" }),
    "portalMoved",
    "replaceWebhook",
  ],
  [redirect({ kind: "insecure", host: "n.example" }), "redirectInsecure", "replaceWebhook"],
  [redirect({ kind: "samePortal" }), "redirectLoop", "retry"],
  [redirect({ kind: "none" }), "redirectNowhere", "retry"],
  [{ kind: "notJson", host, status: 502, looksLike: "html" }, "webPage", "retry"],
  [{ kind: "notJson", host, status: 200, looksLike: "empty" }, "emptyReply", "retry"],
  [{ kind: "notJson", host, status: 200, looksLike: "text" }, "notJson", "retry"],
  [{ kind: "malformed", host, status: 200, path: "result", found: "null" }, "malformed", "retry"],
];

function redirect(target: Extract<PortalError, { kind: "redirected" }>["target"]): Failure {
  return { kind: "redirected", host, status: 302, target };
}

describe("The cause of a failure that is no refusal", () => {
  for (const [error, cause, best] of failures) {
    const code = error.kind === "unreachable" ? ` ${error.code}` : "";
    it(`${error.kind}${code} is ${cause}, best met with ${best}`, () => {
      const diagnosis = diagnose(error);
      assert.equal(diagnosis.cause, cause);
      assert.equal(diagnosis.remedies[0], best);
    });
  }

  it("has no raw reply to open when none came", () => {
    for (const [error, cause] of failures) {
      const hasText = cause === "webPage" || cause === "notJson" || cause === "malformed";
      assert.equal(diagnose(error).remedies.includes("openRaw"), hasText, cause);
    }
  });
});

describe("The remedies of a refusal", () => {
  const offersChat = (dialogId: string, error: Failure) =>
    diagnose(error, parseExactDialogId(dialogId)).remedies.includes("inspectAsChat");

  it("begin with the chat of that number when a bare number had no access", () => {
    for (const status of [403, 400, 200]) {
      const { remedies } = diagnose(refused("ACCESS_ERROR", status), parseExactDialogId("29"));
      assert.equal(remedies[0], "inspectAsChat");
    }
  });

  it("offer a chat for no other form and after no other failure", () => {
    for (const dialogId of ["chat29", "sg12", "crm|DEAL|88"]) {
      assert.ok(!offersChat(dialogId, refused("ACCESS_ERROR", 403)), dialogId);
    }
    assert.ok(!offersChat("29", refused("ACCESS_DENIED", 403)));
    assert.ok(!offersChat("29", refused("DIALOG_ID_EMPTY", 400)));
    assert.ok(!offersChat("29", { kind: "timedOut", host, afterMs: 1 }));
    assert.ok(!diagnose(refused("ACCESS_ERROR", 403)).remedies.includes("inspectAsChat"));
  });

  it("offer a check of the access where the webhook or its owner may be to blame", () => {
    const offering = codes
      .filter(([code, [status = 0]]) =>
        diagnose(refused(code, status)).remedies.includes("checkAccess"),
      )
      .map(([, , cause]) => cause);
    assert.deepEqual(
      new Set(offering),
      new Set<Cause>([
        "methodNotFound",
        "webhookRejected",
        "scopeMissing",
        "accessDenied",
        "userNotAllowed",
        "noAccessOrNoChat",
      ]),
    );
    for (const [error] of failures) {
      assert.ok(!diagnose(error).remedies.includes("checkAccess"), error.kind);
    }
  });

  it("are never the same one twice, and never none", () => {
    const errors = [
      ...failures.map(([error]) => error),
      ...codes.flatMap(([code, statuses]) => statuses.map((status) => refused(code, status))),
    ];
    for (const error of errors) {
      const { remedies } = diagnose(error, parseExactDialogId("29"));
      assert.ok(remedies.length > 0);
      assert.equal(new Set(remedies).size, remedies.length);
    }
  });

  it("are the caller's own: changing them changes no other diagnosis", () => {
    const first = [...diagnose(refused("DIALOG_ID_EMPTY", 400)).remedies];
    diagnose(refused("DIALOG_ID_EMPTY", 400));
    assert.deepEqual(diagnose(refused("DIALOG_ID_EMPTY", 400)).remedies, first);
  });
});
