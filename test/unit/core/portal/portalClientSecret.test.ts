import assert from "node:assert/strict";
import { inspect } from "node:util";
import { clientBench, reply } from "../../support/clientBench";
import { sentinel } from "../../support/webhooks";

describe("A redirect", () => {
  const method = "imbot.dialog.get";
  const cases: readonly [location: string | undefined, target: object][] = [
    [undefined, { kind: "none" }],
    ["https://", { kind: "none" }],
    ["/login/", { kind: "samePortal" }],
    ["https://portal.example/x", { kind: "samePortal" }],
    [`https://new.example/rest/1/${sentinel}/${method}`, otherHost("new.example", true)],
    [`https://new.example/rest/1/${sentinel}/${method}?a=1`, otherHost("new.example", true)],
    [`https://new.example/rest/1/${sentinel}/scope`, otherHost("new.example", false)],
    [`https://sso.example/login?back=/rest/1/${sentinel}/`, otherHost("sso.example", false)],
    ["//new.example/", otherHost("new.example", false)],
    [
      `https://${sentinel}.evil.example/rest/1/${sentinel}/${method}`,
      otherHost("***.evil.example", false),
    ],
    ["http://portal.example/rest/", { kind: "insecure", host: "portal.example" }],
    [`http://${sentinel}.evil.example/`, { kind: "insecure", host: "***.evil.example" }],
    // Whatever listens on one's own machine is no new address of a portal that is elsewhere.
    [`https://localhost/rest/1/${sentinel}/${method}`, otherHost("localhost", false)],
    [
      `http://127.0.0.1:8080/rest/1/${sentinel}/${method}`,
      { kind: "insecure", host: "127.0.0.1:8080" },
    ],
    ["javascript:alert(1)", { kind: "insecure", host: "" }],
  ];
  for (const [location, target] of cases) {
    it(`to ${location?.replaceAll(sentinel, "…") ?? "nowhere"} is told by its origin at most`, async () => {
      const { call } = clientBench(reply("<html>", 302, location));
      const outcome = await call();
      assert.ok(!outcome.ok);
      assert.deepEqual(outcome.error.error, {
        kind: "redirected",
        host: "portal.example",
        status: 302,
        target,
      });
      assert.ok(!inspect(outcome, { depth: 9 }).includes(sentinel));
    });
  }
});

function otherHost(host: string, keepsPath: boolean): object {
  return { kind: "otherHost", host, origin: `https://${host}`, keepsPath };
}

describe("What a portal echoes of the secret", () => {
  it("is in no result, no error, no raw reply and no line of the log", async () => {
    for (const body of [
      `{"result":{"link":"https://portal.example/rest/1/${sentinel}/","${sentinel}":1}}`,
      `{"result":{"link":"\\/rest\\/1\\/${sentinel}\\/"}}`,
      `{"error":"${sentinel}","error_description":"bad ${sentinel}"}`,
      `<html>/rest/1/${sentinel}/</html>`,
      `"${sentinel}"`,
    ]) {
      const { notes, call } = clientBench(reply(body));
      const seen = inspect([await call(), notes], { depth: 9 });
      assert.ok(seen.includes("***"), "the reply was seen");
      assert.ok(!seen.includes(sentinel), body.replace(sentinel, "…"));
    }
  });

  const escaped = Array.from(sentinel, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`).join(
    "",
  );
  const asHtml = Array.from(sentinel, (unit) => `&#${unit.charCodeAt(0)};`).join("");

  it("is in none of these however the reply spells it", async () => {
    for (const secret of [
      escaped,
      asHtml,
      sentinel.toUpperCase(),
      `${escaped.slice(0, 6)}${sentinel.slice(1)}`,
    ]) {
      for (const body of [
        `{"result":{"name":"${secret}","${secret}":1,"deep":[{"${secret}x":["\\/${secret}"]}]}}`,
        `{"error":"${secret}","error_description":"bad ${secret}"}`,
        `{"error":{"code":"${secret}","message":"${secret}"}}`,
        `<html>/rest/1/${secret}/</html>`,
        `{"result":{"text":"{\\"a\\":\\"${secret.replaceAll("\\", "\\\\")}\\"}"}}`,
      ]) {
        const { notes, call } = clientBench(reply(body));
        const outcome = await call();
        const { exchange } = outcome.ok ? outcome.value : outcome.error;
        const seen =
          `${inspect([outcome, notes], { depth: 9 })}${exchange?.body ?? ""}`.toLowerCase();
        assert.ok(seen.includes("***"), "the reply was seen");
        for (const spelling of [sentinel, escaped, asHtml])
          assert.ok(!seen.includes(spelling), body);
      }
    }
  });

  it("leaves the rest of the raw reply as the portal wrote it", async () => {
    const { call } = clientBench(
      reply(`{"result": {"a":1.0,"a":12345678901234567890,"b":"\\/${escaped}","c":"\\u0041"} }`),
    );
    const outcome = await call();
    assert.ok(outcome.ok);
    assert.equal(
      outcome.value.exchange.body,
      '{"result": {"a":1.0,"a":12345678901234567890,"b":"\\/***","c":"\\u0041"} }',
    );
  });

  it("reaches the log as a code of letters, digits and underscores only", async () => {
    const { notes, call } = clientBench(
      reply('{"error":"A b\\n<x>","error_description":"private"}'),
    );
    await call();
    assert.equal(notes[0]?.outcome, "A?b??x?");
    const long = clientBench(reply(JSON.stringify({ error: "X".repeat(500) })));
    await long.call();
    assert.equal(long.notes[0]?.outcome.length, 60);
  });
});
