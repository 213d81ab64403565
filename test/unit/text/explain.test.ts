import assert from "node:assert/strict";
import { allCauses, causes, type Cause, type Failure } from "../../../src/core/diagnosis/causes";
import type { DiagnosedFailure } from "../../../src/core/diagnosis/diagnose";
import { describeActor } from "../../../src/text/actors";
import { explain, explainInShort, type Place } from "../../../src/text/explain";
import { failureOf } from "../support/diagnosis";
import { inEachLanguage } from "./support/languages";

const host = "portal.example";
const errors: readonly Failure[] = [
  { kind: "timedOut", host, afterMs: 30_000 },
  { kind: "heldBack", host, method: "im.user.get", usedS: 479.9, untilMs: 0 },
  { kind: "unreachable", host, code: "ECONNRESET", proxy: "10.0.0.1:3128" },
  { kind: "tooLarge", host, limitBytes: 16 * 1024 * 1024 },
  {
    kind: "redirected",
    host,
    status: 302,
    target: { kind: "otherHost", host: "n.example", origin: "https://n.example", keepsPath: true },
  },
  { kind: "malformed", host, status: 200, path: "result.id", found: "null" },
  { kind: "malformed", host, status: 200, path: "result", found: "nothing" },
  { kind: "malformed", host, status: 200, path: "", found: "array" },
  { kind: "malformed", host, status: 200, path: "", found: "nothing", inBatch: "im.user.get" },
  { kind: "malformed", host, status: 200, path: "", found: "null", inBatch: "im.user.get" },
  { kind: "refused", host, status: 403, code: "SOME_CODE", description: "Words of the portal." },
  { kind: "refused", host, status: 400, code: "", description: "" },
  { kind: "webhookNeeded" },
];

const contexts = [
  { userId: "1", dialogId: "chat29", scopes: ["im"], origin: "https://portal.example" },
  { userId: "1", dialogId: "29", scopes: [], origin: "http://127.0.0.1:8080" },
  { userId: "1" },
];

function failureWith(cause: Cause, error: Failure, method: string): DiagnosedFailure {
  const failure = failureOf(error, method);
  return { ...failure, diagnosis: { ...failure.diagnosis, ...causes[cause], cause } };
}

/** Everything that may be said about a cause. */
function wordsOn(cause: Cause): readonly string[] {
  // What is missing in a reply is known of such a reply alone.
  const fitting = errors.filter(({ kind }) => cause !== "malformed" || kind === cause);
  const words = fitting.flatMap((error) =>
    ["imbot.dialog.get", "imopenlines.crm.chat.get", ""].flatMap((method) =>
      contexts.flatMap((context) =>
        (["page", "line"] as const).flatMap((place) => {
          const failure = failureWith(cause, error, method);
          const { heading, paragraphs, steps } = explain({ ...context, failure }, place);
          assert.ok(paragraphs.length > 0, cause);
          return [heading, ...paragraphs, ...steps];
        }),
      ),
    ),
  );
  return [...new Set(words)];
}

inEachLanguage((language) => {
  describe("The explanation of", () => {
    for (const cause of allCauses) {
      it(`${cause} is whole`, () => {
        for (const text of wordsOn(cause)) {
          assert.doesNotMatch(text, /\{\d\}|undefined|NaN|\[object/, text);
          assert.match(text, /\S/);
          if (language === "English") continue;
          // What is quoted, a name of VS Code's or a person's, is the same in each language.
          assert.match(text, /[а-яё]/i, `not Russian: ${text}`);
        }
      });
    }
  });

  it("names who can fix each cause", () => {
    for (const cause of allCauses) {
      assert.match(
        describeActor(causes[cause].actor, "1"),
        /^(Who can fix it|Кто может исправить): \S/,
      );
    }
  });
});

describe("An explanation knows where it stands:", () => {
  const refused = (code: string, description = ""): DiagnosedFailure =>
    failureOf({ kind: "refused", host, status: 400, code, description }, "imbot.dialog.get");
  const paragraphs = (failure: DiagnosedFailure, place: Place): string =>
    explain({ failure, userId: "1" }, place).paragraphs.join("\n");

  it("only on a page does it speak of what is shown below", () => {
    for (const code of ["SOMETHING_NEW", "ACCESS_DENIED", "ERROR_ARGUMENT", "ERROR_OAUTH"]) {
      const failure = refused(code, "Words.");
      assert.match(paragraphs(failure, "page"), /shown below/, code);
      assert.doesNotMatch(paragraphs(failure, "line"), /below/, code);
    }
  });

  it("a line quotes the portal, its code and its text on one line", () => {
    const failure = refused("QUERY_LIMIT_EXCEEDED", "Too many\nrequests");
    assert.match(
      paragraphs(failure, "line"),
      /The portal says: QUERY_LIMIT_EXCEEDED Too many requests$/,
    );
    assert.doesNotMatch(paragraphs(failure, "page"), /QUERY_LIMIT/);
  });

  it("a heading inside a sentence carries the code", () => {
    const about = { userId: "1" };
    assert.equal(
      explainInShort(refused("OVERLOAD_LIMIT"), about),
      "Bitrix24 has put this webhook on hold (OVERLOAD_LIMIT)",
    );
    assert.equal(explainInShort(refused(""), about), "The portal refused the request");
    assert.equal(
      explainInShort(failureOf({ kind: "timedOut", host, afterMs: 1 }), about),
      "No answer in time",
    );
  });
});

describe("An explanation says only what can be:", () => {
  const about = (failure: DiagnosedFailure, origin?: string, dialogId?: string): string => {
    const { heading, paragraphs, steps } = explain(
      { failure, userId: "1", origin, ...(dialogId === undefined ? {} : { dialogId }) },
      "page",
    );
    return [heading, ...paragraphs, ...steps].join("\n");
  };
  const httpsRequired = failureOf({
    kind: "refused",
    host,
    status: 400,
    code: "INVALID_REQUEST",
    description: "Https required.",
  });

  it("a webhook with https:// is not called one with http://", () => {
    assert.doesNotMatch(about(httpsRequired, "https://crm.example"), /stored with http:/);
    assert.match(about(httpsRequired, "https://crm.example"), /X-Forwarded-Proto/);
    assert.match(about(httpsRequired, "http://127.0.0.1:8080"), /stored with http:/);
  });

  it("a redirect to the same host with another scheme shows the scheme", () => {
    const origin = `https://${host}`;
    const target = { kind: "otherHost", host, origin, keepsPath: true } as const;
    const moved = failureOf({ kind: "redirected", host, status: 302, target });
    assert.match(about(moved), new RegExp(`redirects to ${origin} `));
  });

  it("a number that a bot does not find is a person's", () => {
    const error: Failure = {
      kind: "refused",
      host,
      status: 400,
      code: "CHAT_NOT_FOUND",
      description: "",
    };
    const failure = failureOf(error, "imbot.v2.Chat.get");
    const hidden = failureOf({ ...error, code: "ACCESS_DENIED" }, "imbot.v2.Chat.get");
    assert.match(about(failure, undefined, "744"), /a person's id/);
    assert.match(about(hidden, undefined, "744"), /a person's id/);
    assert.match(about(failure, undefined, "chat744"), /There is no such chat/);
    assert.match(about(hidden, undefined, "chat744"), /The chat exists/);
    const { exchange } = hidden;
    assert.ok(exchange !== undefined);
    const sent = { ...hidden, exchange: { ...exchange, params: { dialogId: "chat29" } } };
    assert.match(about(sent, undefined, "744"), /The chat exists[^]*not a member of chat29/);
  });

  it("a rejected webhook may have been blocked because its secret was published", () => {
    const error: Failure = {
      kind: "refused",
      host,
      status: 401,
      code: "INVALID_CREDENTIALS",
      description: "",
    };
    assert.match(about(failureOf(error)), /secret became public/);
  });

  it("a scope that was granted counts at once", () => {
    const error: Failure = {
      kind: "refused",
      host,
      status: 403,
      code: "insufficient_scope",
      description: "",
    };
    assert.match(about(failureOf(error)), /Save there and try again/);
  });
});
