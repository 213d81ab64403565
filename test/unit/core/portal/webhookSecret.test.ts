import assert from "node:assert/strict";
import { inspect } from "node:util";
import { fc } from "../../support/generated";
import type { Webhook } from "../../../../src/core/portal/webhook";
import { sentinel, webhookIn } from "../../support/webhooks";

describe("The secret of a webhook", () => {
  const webhook = webhookIn();

  const prints: readonly [name: string, print: () => string][] = [
    ["String()", () => String(webhook)],
    ["console.log and util.inspect", () => inspect(webhook)],
    ["inspect of everything hidden", () => inspect({ webhook }, { showHidden: true, depth: 9 })],
    ["JSON", () => JSON.stringify({ webhook, list: [webhook] })],
    ["its own properties", () => JSON.stringify(Object.getOwnPropertyDescriptors(webhook))],
    ["a copy of its properties", () => inspect(Object.assign({}, webhook))],
    ["a structured clone", () => inspect(structuredClone(webhook), { showHidden: true })],
    ["an error that carries it", () => inspect(new Error("failed", { cause: webhook }))],
    ["a failed assertion", () => failedComparison(webhook)],
  ];
  for (const [name, print] of prints) {
    it(`is not in ${name}`, () => {
      const shown = print();
      assert.ok(shown.includes("portal.example"), "the host shows that the webhook was printed");
      assert.ok(!shown.includes(sentinel));
    });
  }

  it("leaves it towards the portal and towards the secret store only", () => {
    assert.equal(webhook.methodUrl("scope"), `https://portal.example/rest/1/${sentinel}/scope`);
    assert.equal(webhook.toStored(), `https://portal.example/rest/1/${sentinel}/`);
  });

  it("moves to another address with path and owner, and to none that a webhook could not have", () => {
    const prefixed = webhookIn(`https://portal.example:8443/sub/rest/ivy/${sentinel}/`);
    const moved = prefixed.movedTo("https://new.example");
    assert.ok(moved.ok);
    assert.equal(moved.value.toStored(), `https://new.example/sub/rest/ivy/${sentinel}/`);
    for (const [origin, problem] of [
      ["http://new.example", "insecure"],
      ["https://me:pw@new.example", "userInfo"],
    ] as const) {
      assert.deepEqual(prefixed.movedTo(origin), { ok: false, error: problem });
    }
  });

  it("is removed from a text wherever it stands", () => {
    const text = `POST /rest/1/${sentinel}/scope, "code":"${sentinel}", x${sentinel}${sentinel}y`;
    assert.equal(webhook.redact(text), 'POST /rest/1/***/scope, "code":"***", x******y');
  });

  it("is removed from any text that holds it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        assert.ok(!webhook.redact(before + sentinel + after).includes(sentinel));
      }),
    );
  });

  it("leaves a text without it as it is", () => {
    const text = '{"result":{"id":29,"name":"s3cr3t"}}';
    assert.equal(webhook.redact(text), text);
  });

  it("is removed only from addresses when it is so short that it may be an ordinary word", () => {
    const short = webhookIn("https://h.example/rest/1/chat/");
    assert.equal(
      short.redact('{"type":"chat","at":"/rest/1/chat/profile","php":"\\/rest\\/1\\/chat\\/"}'),
      '{"type":"chat","at":"/rest/1/***/profile","php":"\\/rest\\/1\\/***\\/"}',
    );
  });

  it("does not break the numbers of a reply when it is a number itself", () => {
    const numeric = webhookIn("https://h.example/rest/1/5311020/");
    const reply = '{"result":{"last_message_id":5311020,"at":"/rest/1/5311020/profile"}}';
    assert.equal(
      numeric.redact(reply),
      '{"result":{"last_message_id":5311020,"at":"/rest/1/***/profile"}}',
    );
  });

  it("is removed when it is a number too long for any id", () => {
    const numeric = webhookIn("https://h.example/rest/1/1234567890123456/");
    assert.equal(numeric.redact("code 1234567890123456"), "code ***");
  });
});

function failedComparison(webhook: Webhook): string {
  try {
    assert.deepStrictEqual({ webhook }, { webhook: "portal.example" });
  } catch (error) {
    return inspect(error);
  }
  return "";
}
