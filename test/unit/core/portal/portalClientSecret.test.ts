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
