import assert from "node:assert/strict";
import { refusals } from "./support/refusals";
import type { Cause, Remedy } from "../../../../src/core/diagnosis/causes";
import type { Diagnosis } from "../../../../src/core/diagnosis/diagnose";
import type { DialogRef } from "../../../../src/core/dialog/dialogId";
import { failureOf } from "../../support/diagnosis";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import type { PortalError, RedirectTarget } from "../../../../src/core/portal/portalError";

type Failure = Exclude<PortalError, { kind: "cancelled" }>;

const host = "portal.example";

function diagnose(error: Failure, ref?: DialogRef, method?: string): Diagnosis {
  return failureOf(error, method, ref).diagnosis;
}

function refused(code: string, status: number, description = ""): Failure {
  return { kind: "refused", host, status, code, description };
}

const failures: readonly (readonly [error: Failure, cause: Cause, best: Remedy])[] = [
  [{ kind: "webhookNeeded" }, "webhookNeeded", "replaceWebhook"],
  [{ kind: "botTokenNeeded", botId: 456 }, "botTokenNeeded", "addBot"],
  [{ kind: "botTokenOfAnother", botId: 456 }, "botNotOwned", "addBot"],
  [{ kind: "timedOut", host, afterMs: 1 }, "timedOut", "retry"],
  [unreachable("ENOTFOUND"), "hostNotFound", "retry"],
  [unreachable("ECONNREFUSED"), "connectionRefused", "retry"],
  [unreachable("ECONNRESET"), "connectionLost", "retry"],
  [unreachable("UNKNOWN"), "unreachable", "retry"],
  [unreachable("DEPTH_ZERO_SELF_SIGNED_CERT"), "certificateUntrusted", "openCertificateSetting"],
  [unreachable("CERT_HAS_EXPIRED"), "certificateExpired", "retry"],
  [unreachable("CERT_NOT_YET_VALID"), "certificateNotYetValid", "retry"],
  [unreachable("ERR_TLS_CERT_ALTNAME_INVALID"), "certificateOfOtherHost", "replaceWebhook"],
  [unreachable("CERT_REVOKED"), "certificateInvalid", "retry"],
  [unreachable("EPROTO"), "secureConnectionFailed", "retry"],
  [
    { kind: "unreachable", host, code: "ECONNREFUSED", proxy: "10.0.0.1:3128" },
    "proxyUnreachable",
    "openProxySettings",
  ],
  [{ kind: "notJson", host, status: 407, looksLike: "html" }, "proxySignIn", "openProxySettings"],
  [{ kind: "interrupted", host, status: 200 }, "interrupted", "retry"],
  [{ kind: "tooLarge", host, limitBytes: 1 }, "tooLarge", "inspectAnother"],
  [redirect(otherHost(true)), "portalMoved", "adoptAddress"],
  [redirect(otherHost(false)), "redirectElsewhere", "retry"],
  [redirect({ kind: "insecure", host: "n.example" }), "redirectInsecure", "replaceWebhook"],
  [redirect({ kind: "samePortal" }), "redirectLoop", "retry"],
  [redirect({ kind: "none" }), "redirectNowhere", "retry"],
  [{ kind: "notJson", host, status: 404, looksLike: "html" }, "pageNotFound", "replaceWebhook"],
  [{ kind: "notJson", host, status: 502, looksLike: "html" }, "serverBusy", "retry"],
  [{ kind: "notJson", host, status: 200, looksLike: "html" }, "pageSignIn", "retry"],
  [{ kind: "notJson", host, status: 403, looksLike: "html" }, "webPage", "retry"],
  [{ kind: "notJson", host, status: 200, looksLike: "empty" }, "emptyReply", "retry"],
  [{ kind: "notJson", host, status: 200, looksLike: "text" }, "notJson", "retry"],
  [{ kind: "malformed", host, status: 200, path: "result", found: "null" }, "malformed", "retry"],
];

function unreachable(code: string): Failure {
  return { kind: "unreachable", host, code };
}

function otherHost(keepsPath: boolean): RedirectTarget {
  return { kind: "otherHost", host: "n.example", origin: "https://n.example", keepsPath };
}

function redirect(target: RedirectTarget): Failure {
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

  it("has a raw reply to open where some text came", () => {
    for (const [error, cause] of failures) {
      const hasText =
        error.kind === "malformed" || (error.kind === "notJson" && error.looksLike !== "empty");
      assert.equal(diagnose(error).remedies.includes("openRaw"), hasText, cause);
    }
  });
});

describe("The diagnosis of a refusal", () => {
  for (const { code, status, method, text, cause } of refusals) {
    const said = text === "" ? "" : ` (${text})`;
    it(`${code}${said} of ${method || "any method"} with HTTP ${status} is ${cause}`, () => {
      const diagnosis = diagnose(refused(code, status, text), undefined, method);
      assert.equal(diagnosis.cause, cause);
      assert.equal(diagnosis.remedies.at(-1), "openRaw");
    });
  }

  it("asks a member for a chat, and nobody but the user for a bare number", () => {
    const actorFor = (dialogId: string) =>
      diagnose(refused("ACCESS_ERROR", 403), parseExactDialogId(dialogId)).actor;
    assert.deepEqual(
      [actorFor("chat29"), actorFor("sg12"), actorFor("29")],
      ["member", "member", "you"],
    );
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
    const offering = refusals.flatMap(({ code, status, method, text }) => {
      const { cause, remedies } = diagnose(refused(code, status, text), undefined, method);
      return remedies.includes("checkAccess") ? [cause] : [];
    });
    assert.deepEqual(
      new Set(offering),
      new Set<Cause>([
        "methodNotFound",
        "webhookRejected",
        "scopeMissing",
        "botViewTooOld",
        "moduleMissing",
        "planWithoutRest",
        "accessDenied",
        "userNotAllowed",
        "noAccessOrNoChat",
        "authorizationFailed",
        "planWithoutMethod",
      ]),
    );
    for (const [error] of failures) {
      assert.ok(!diagnose(error).remedies.includes("checkAccess"), error.kind);
    }
  });

  it("are never the same one twice, and never none", () => {
    const diagnoses = [
      ...failures.map(([error]) => diagnose(error, parseExactDialogId("29"))),
      ...refusals.map(({ code, status, method, text }) =>
        diagnose(refused(code, status, text), parseExactDialogId("29"), method),
      ),
    ];
    for (const { remedies } of diagnoses) {
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
