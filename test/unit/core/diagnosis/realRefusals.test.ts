import assert from "node:assert/strict";
import type { Actor } from "../../../../src/core/diagnosis/causeRow";
import type { Cause } from "../../../../src/core/diagnosis/causes";
import { diagnosed } from "../../../../src/core/diagnosis/diagnose";
import { failure } from "../../../../src/core/base/result";
import { explain } from "../../../../src/text/explain";
import { clientBench, never, reply } from "../../support/clientBench";
import { sentinel, webhookIn } from "../../support/webhooks";

type Answer = Parameters<typeof clientBench>[0];

function refusal(status: number, error: unknown, description?: string): Answer {
  const body = { error, ...(description === undefined ? {} : { error_description: description }) };
  return reply(JSON.stringify(body), status);
}

function broken(code: string): Answer {
  return failure({ kind: "unreachable", code });
}

interface Row {
  readonly answer: Answer;
  readonly cause: Cause;
  readonly actor: Actor;
  /** What the explanation must say. */
  readonly says?: RegExp;
  /** What it must not claim. */
  readonly never?: RegExp;
  readonly origin?: string;
}

const ownServer = "https://crm.example.com";
const cloud = "https://no-such.bitrix24.ru";
const page = (title: string): string => `<html><body><h1>${title}</h1></body></html>`;

/** Refusals and failures in the words and with the statuses that developers got them. */
const rows: Readonly<Record<string, Row>> = {
  "https that a proxy hides from the server": {
    answer: refusal(400, "INVALID_REQUEST", "Https required."),
    cause: "httpsRequired",
    actor: "administrator",
    says: /X-Forwarded-Proto.*REST_APAUTH_ALLOW_HTTP/,
    never: /stored with http:/,
    origin: ownServer,
  },
  "a request that is invalid for another reason than https": {
    answer: refusal(400, "INVALID_REQUEST", "Unsupported parameter"),
    cause: "unknownRefusal",
    actor: "administrator",
    never: /https/,
  },
  "an empty code with a Russian text": {
    answer: refusal(400, "", "Доступ запрещён."),
    cause: "accessDenied",
    actor: "administrator",
  },
  "a plan without REST, in Russian": {
    answer: refusal(403, "ACCESS_DENIED", "REST API доступен только на коммерческих тарифах."),
    cause: "planWithoutRest",
    actor: "administrator",
  },
  "an own server that asks for https by a redirect": {
    answer: reply("", 301, `https://192.168.0.7/rest/1/${sentinel}/imbot.dialog.get/`),
    cause: "portalMoved",
    actor: "you",
    says: /192\.168\.0\.7 redirects to https:\/\/192\.168\.0\.7 .*If https:\/\/192/,
    origin: "http://192.168.0.7",
  },
  "a webhook that does not count any more": {
    answer: refusal(401, "INVALID_CREDENTIALS", "Invalid request credentials"),
    cause: "webhookRejected",
    actor: "webhookOwner",
    says: /not copied whole.*deleted, has expired.*regenerated.*dismissed.*blocked it because its secret became public/,
  },
  "an empty code with a text": {
    answer: refusal(400, "", "Access denied."),
    cause: "accessDenied",
    actor: "administrator",
  },
  "a page of a server that failed": {
    answer: reply(`<!DOCTYPE html>${page("Internal Server Error")}`, 500),
    cause: "serverFailed",
    actor: "administrator",
    says: /log has the reason/,
  },
  "a name that the cloud does not know": {
    answer: reply(page("Access Denied by missing domain name"), 403),
    cause: "noSuchPortal",
    actor: "you",
    says: /knows no portal no-such\.bitrix24\.ru/,
    never: /firewall|sign-in page/,
    origin: cloud,
  },
  "a hold for overload": {
    answer: refusal(429, "OVERLOAD_LIMIT", "REST API is blocked due to overload."),
    cause: "overload",
    actor: "support",
    says: /this webhook or its application: others go on working/,
  },
  "a portal that was deleted": {
    answer: refusal(410, "PORTAL_DELETED", "Portal was deleted"),
    cause: "portalClosed",
    actor: "administrator",
  },
  "a portal that was deleted, with another status": {
    answer: refusal(403, "PORTAL_DELETED", "Portal was deleted"),
    cause: "portalClosed",
    actor: "administrator",
  },
  "an owner who may not sign in, under a general code": {
    answer: refusal(401, "ACCESS_DENIED", "Current user can't be authorized in this context"),
    cause: "userInactive",
    actor: "administrator",
    says: /dismissed, or has never accepted the invitation/,
  },
  "a server without a confirmed license": {
    answer: refusal(401, "verification_needed", "License check failed."),
    cause: "licenseProblem",
    actor: "administrator",
  },
  "a portal that the license scanner blocked": {
    answer: refusal(403, "PORTAL_BLOCKED_BY_LICENSE_SCANNER", "Portal is blocked"),
    cause: "licenseProblem",
    actor: "administrator",
  },
  "a full disk, under a code of OAuth": {
    answer: refusal(400, "ERROR_OAUTH", "Исчерпан выделенный дисковый ресурс.<br>"),
    cause: "authorizationFailed",
    actor: "administrator",
    says: /Исчерпан выделенный дисковый ресурс\./,
    never: /<br>/,
  },
  "an authorization server out of reach": {
    answer: refusal(401, "CONNECTION_ERROR", "Error connecting to authorization server"),
    cause: "authorizationServerDown",
    actor: "time",
    says: /Error connecting to authorization server/,
  },
  "a server without memory": {
    answer: refusal(400, "ERROR_CORE", "Allowed memory size of 268435456 bytes exhausted"),
    cause: "serverError",
    actor: "administrator",
  },
  "a scope that is missing": {
    answer: refusal(
      403,
      "insufficient_scope",
      "The request requires higher privileges than provided by the webhook token",
    ),
    cause: "scopeMissing",
    actor: "webhookOwner",
    says: /“imbot”.*Developer resources/,
  },
  "too many requests, as 401": {
    answer: refusal(401, "QUERY_LIMIT_EXCEEDED", "Too many requests"),
    cause: "rateLimited",
    actor: "time",
    says: /In Bitrix24's cloud.*owner's server.*Wait a few seconds/,
  },
  "too many requests, as 503": {
    answer: refusal(503, "QUERY_LIMIT_EXCEEDED", "Too many requests"),
    cause: "rateLimited",
    actor: "time",
  },
  "execution time that is used up": {
    answer: refusal(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit."),
    cause: "operatingLimit",
    actor: "time",
    says: /Wait up to ten minutes/,
  },
  "a subscription that ended": {
    answer: refusal(401, "PAYMENT_REQUIRED", "Subscription has been ended"),
    cause: "planWithoutRest",
    actor: "administrator",
  },
  "a page of a cloud that is busy": {
    answer: reply(page("503 Service Temporarily Unavailable"), 503),
    cause: "serverBusy",
    actor: "time",
    says: /Wait a minute/,
  },
  "half a page of a gateway": {
    answer: reply("<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>", 502),
    cause: "serverBusy",
    actor: "time",
  },
  "a certificate that signs itself": {
    answer: broken("DEPTH_ZERO_SELF_SIGNED_CERT"),
    cause: "certificateUntrusted",
    actor: "you",
    says: /http\.systemCertificates/,
    origin: ownServer,
  },
  "a server that is called by its number": {
    answer: broken("ERR_TLS_CERT_ALTNAME_INVALID"),
    cause: "certificateOfOtherHost",
    actor: "administrator",
    says: /another name/,
    origin: "https://203.0.113.21",
  },
  "a renamed portal": {
    answer: reply("", 302, `https://new.bitrix24.ru/rest/1/${sentinel}/imbot.dialog.get`),
    cause: "portalMoved",
    actor: "you",
    says: /new\.bitrix24\.ru/,
  },
  "a chat that is hidden, or is not": {
    answer: refusal(403, "ACCESS_ERROR", "You do not have access to the specified dialog"),
    cause: "noAccessOrNoChat",
    actor: "member",
  },
  "an owner who was dismissed": {
    answer: refusal(403, "authorization_error", "Unable to authorize user"),
    cause: "userInactive",
    actor: "administrator",
  },
  "a method that takes no webhook": {
    answer: refusal(403, "WRONG_AUTH_TYPE", "Current authorization type is denied for this method"),
    cause: "wrongAuthType",
    actor: "you",
  },
  "a code of methods that are never called": {
    answer: refusal(404, "ERROR_MANIFEST_IS_NOT_AVAILABLE", "Manifest is not available"),
    cause: "unknownRefusal",
    actor: "administrator",
    says: /Manifest is not available/,
    never: /too old|not installed/,
  },
  "a user without the application": {
    answer: refusal(403, "user_access_error", "The user does not have access to the application."),
    cause: "userNotAllowed",
    actor: "administrator",
  },
  "a wait for a confirmation": {
    answer: refusal(401, "METHOD_CONFIRM_WAITING", "Waiting for confirmation"),
    cause: "confirmationWaiting",
    actor: "administrator",
  },
  "a plan without REST": {
    answer: refusal(401, "ACCESS_DENIED", "REST is available only on commercial plans."),
    cause: "planWithoutRest",
    actor: "administrator",
  },
  "a plan without the method": {
    answer: refusal(403, "ACCESS_DENIED", "Access denied! Available only on extended plans"),
    cause: "planWithoutMethod",
    actor: "administrator",
  },
  "a refusal of the third version": {
    answer: refusal(403, {
      code: "BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION",
      message: "Доступ запрещен",
    }),
    cause: "accessDenied",
    actor: "administrator",
    says: /Доступ запрещен/,
  },
  "nothing at all": {
    answer: reply("", 403),
    cause: "emptyReply",
    actor: "administrator",
  },
  "a denial without a reason": {
    answer: refusal(403, "ACCESS_DENIED", "Access denied!"),
    cause: "accessDenied",
    actor: "administrator",
    says: /or the portal's plan does not allow it.*Access denied!/,
  },
};

describe("A real refusal", () => {
  for (const [what, row] of Object.entries(rows)) {
    const { answer, cause, actor, says, never: claims, origin = "https://portal.example" } = row;
    it(`is explained: ${what}`, async () => {
      const { client } = clientBench(answer);
      const webhook = webhookIn(`${origin}/rest/1/${sentinel}/`);
      const outcome = await client.call(
        webhook,
        "imbot.dialog.get",
        { DIALOG_ID: "chat29" },
        never,
      );
      assert.ok(!outcome.ok);
      const known = diagnosed(outcome.error);
      assert.ok(known !== undefined);
      assert.deepEqual([known.diagnosis.cause, known.diagnosis.actor], [cause, actor]);
      assert.ok(known.diagnosis.remedies.length > 0);
      const { heading, paragraphs, steps } = explain(
        { dialogId: "chat29", failure: known, userId: "1", scopes: ["crm"], origin },
        "line",
      );
      const text = [heading, ...paragraphs, ...steps].join(" ");
      if (says !== undefined) assert.match(text, says);
      if (claims !== undefined) assert.doesNotMatch(text, claims);
      assert.ok(!text.includes(sentinel));
    });
  }
});
