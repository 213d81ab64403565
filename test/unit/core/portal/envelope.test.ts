import assert from "node:assert/strict";
import { fc } from "../../support/generated";
import { webhookIn } from "../../support/webhooks";
import { atOnce } from "../../../../src/core/base/restingWork";
import { readingBody, readEnvelope } from "../../../../src/core/portal/envelope";
import type { PortalError } from "../../../../src/core/portal/portalError";

const host = "portal.example";

function read(text: string, status: number): ReturnType<typeof readEnvelope> {
  const body = atOnce(readingBody(text, webhookIn().filter));
  return readEnvelope({ status, body }, host);
}

function errorOf(body: string, status = 200): PortalError {
  const outcome = read(body, status);
  assert.ok(!outcome.ok, "a failure was expected");
  return outcome.error;
}

function resultOf(body: string, status = 200): unknown {
  const outcome = read(body, status);
  assert.ok(outcome.ok, "a result was expected");
  return outcome.value.result;
}

describe("A reply with a result", () => {
  for (const [body, result] of [
    ['{"result":{"id":29},"time":{}}', { id: 29 }],
    ['{"result":null}', null],
    ['{"result":[]}', []],
    ['{"result":true}', true],
    ['{"result":0,"total":0}', 0],
    ['{"result":""}', ""],
    ['{"error":"","error_description":"","result":1}', 1],
    ['{"error":null,"result":1}', 1],
    ['{"error":[],"result":1}', 1],
    ['\ufeff {"result":1}\n'.slice(1), 1],
  ] as const) {
    it(`gives it as it came: ${body.trim()}`, () => {
      assert.deepEqual(resultOf(body), result);
    });
  }

  it("counts whatever its status: statuses differ between portals", () => {
    for (const status of [201, 400, 500]) assert.equal(resultOf('{"result":1}', status), 1);
  });

  it("tells the portal's own time, and what is missing as missing", () => {
    const timeOf = (time: string) => {
      const outcome = read(`{"result":1${time}}`, 200);
      assert.ok(outcome.ok);
      return outcome.value.time;
    };
    assert.deepEqual(
      timeOf(
        ',"time":{"start":1,"duration":0.12,"processing":0,"date_finish":"2026-02-24T14:46:18+02:00","operating":1.5}',
      ),
      {
        durationS: 0.12,
        processingS: 0,
        operatingS: 1.5,
        finishedAt: "2026-02-24T14:46:18+02:00",
      },
    );
    assert.deepEqual(timeOf(',"time":{"duration":"0.12","date_finish":5}'), {
      durationS: undefined,
      processingS: undefined,
      operatingS: undefined,
      finishedAt: undefined,
    });
    for (const none of ["", ',"time":[]', ',"time":null', ',"time":"soon"']) {
      assert.equal(timeOf(none), undefined);
    }
  });
});

describe("A reply with an error", () => {
  const cases: readonly [name: string, body: string, code: string, description: string][] = [
    [
      "as documented",
      '{"error":"ACCESS_ERROR","error_description":"No access"}',
      "ACCESS_ERROR",
      "No access",
    ],
    ["beside a result", '{"result":{"id":1},"error":"X","error_description":"d"}', "X", "d"],
    ["with extra keys", '{"error":"X","error_description":"d","argument":"ID"}', "X", "d"],
    ["as a number", '{"error":100,"error_description":"d"}', "100", "d"],
    ["as a number in a string", '{"error":"100","error_description":"d"}', "100", "d"],
    ["in lower case", '{"error":"expired_token"}', "expired_token", ""],
    ["with an empty description", '{"error":"X","error_description":""}', "X", ""],
    ["without a description", '{"error":"X"}', "X", ""],
    ["with a description that is no text", '{"error":"X","error_description":[1]}', "X", ""],
    [
      "with breaks and entities",
      '{"error":"X","error_description":" One.<br>Two &amp; &quot;three&quot;<BR />Four&#039;s "}',
      "X",
      'One.\nTwo & "three"\nFour\'s',
    ],
    [
      "with entities of entities, decoded once",
      '{"error":"X","error_description":"&amp;lt;b&amp;gt;"}',
      "X",
      "&lt;b&gt;",
    ],
    [
      "of REST v3",
      '{"error":{"code":"BITRIX_REST_V3_EXCEPTION","message":"Method not found"}}',
      "BITRIX_REST_V3_EXCEPTION",
      "Method not found",
    ],
  ];
  for (const [name, body, code, description] of cases) {
    it(`${name} is a refusal, with HTTP 200 too`, () => {
      for (const status of [200, 403]) {
        assert.deepEqual(errorOf(body, status), {
          kind: "refused",
          host,
          status,
          code,
          description,
        });
      }
    });
  }

  it("has its description without markup", () => {
    const text = 'No <b>space</b>.<br/><a href="https://h.example">More</a>&nbsp;1 &lt; 2 <id>';
    const error = errorOf(JSON.stringify({ error: "X", error_description: text }), 400);
    assert.ok(error.kind === "refused");
    assert.equal(error.description, "No space.\nMore 1 < 2 <id>");
  });

  it("is read past the byte order marks of the portal's files", () => {
    const error = errorOf('\ufeff\n\ufeff{"error":"PORTAL_DELETED"}', 403);
    assert.equal(error.kind === "refused" && error.code, "PORTAL_DELETED");
  });

  it("has its description cut to what can be read, not inside a character", () => {
    const body = JSON.stringify({ error: "X", error_description: `${"a".repeat(999)}😀tail` });
    const error = errorOf(body, 400);
    assert.ok(error.kind === "refused");
    assert.equal(error.description, "a".repeat(999));
  });
});

describe("A reply that is no envelope", () => {
  const page = "<html>\r\n<head><title>502 Bad Gateway</title></head></html>";
  const notJson: readonly [name: string, body: string, looksLike: string][] = [
    ["a page of a proxy", page, "html"],
    ["a page with a doctype", `\n  <!DOCTYPE html>${page}`, "html"],
    ["a page of XHTML", '<?xml version="1.0"?>\n<!DOCTYPE html><html>', "html"],
    ["an XML reply", '<?xml version="1.0"?><response/>', "text"],
    ["nothing", "", "empty"],
    ["blanks", "\r\n ", "empty"],
    ["a line of text", "404 page not found\n", "line"],
    ["plain text", "Service temporarily unavailable ".repeat(10), "text"],
    ["half of an envelope", '{"result":{"id":29,"na', "text"],
    ["an envelope with a notice of PHP before it", 'Warning: x\n{"result":1}', "text"],
  ];
  for (const [name, body, looksLike] of notJson) {
    it(`${name} is not JSON, with any status`, () => {
      for (const status of [200, 502]) {
        assert.deepEqual(errorOf(body, status), { kind: "notJson", host, status, looksLike });
      }
    });
  }

  const malformed: readonly [body: string, path: string, found: string][] = [
    ["null", "", "null"],
    ["[]", "", "empty list"],
    ["[1]", "", "list"],
    ['"ok"', "", "string"],
    ["7", "", "number"],
    ["true", "", "boolean"],
    ["{}", "result", "nothing"],
    ['{"time":{}}', "result", "nothing"],
    ['{"error":""}', "result", "nothing"],
    ['{"error":false,"error_description":"odd"}', "result", "nothing"],
  ];
  for (const [body, path, found] of malformed) {
    it(`${body} is malformed at "${path}"`, () => {
      assert.deepEqual(errorOf(body), { kind: "malformed", host, status: 200, path, found });
    });
  }

  it("is never an exception, whatever comes", () => {
    const body = fc.oneof(fc.string({ unit: "binary" }), fc.json());
    fc.assert(
      fc.property(body, fc.integer({ min: 100, max: 599 }), (text, status) => {
        const outcome = read(text, status);
        if (!outcome.ok) assert.equal("status" in outcome.error && outcome.error.status, status);
      }),
    );
  });
});
