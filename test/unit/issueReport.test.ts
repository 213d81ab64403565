import assert from "node:assert/strict";
import { issueReport, type IssueFacts } from "../../src/features/help/issueReport";

const facts: IssueFacts = {
  extension: "1.0.0",
  editor: "Visual Studio Code 1.139.1",
  host: "desktop, ssh-remote",
  system: "linux x64",
  language: "ru",
  calls: [],
};

const call = {
  method: "imbot.dialog.get",
  host: "company.bitrix24.com",
  status: 403,
  durationMs: 80.4,
  outcome: "ACCESS_ERROR",
} as const;

describe("A report for a new issue", () => {
  it("has the versions, and of each call method, status, outcome and duration", () => {
    assert.equal(
      issueReport({ ...facts, calls: [call, { ...call, status: undefined, outcome: "timeout" }] }),
      `| what | which |
| --- | --- |
| extension | 1.0.0 |
| editor | Visual Studio Code 1.139.1 |
| host | desktop, ssh-remote |
| system | linux x64 |
| language | ru |

| method | status | outcome | ms |
| --- | --- | --- | --- |
| imbot.dialog.get | 403 | ACCESS_ERROR | 80 |
| imbot.dialog.get | no answer | timeout | 80 |`,
    );
  });

  it("says when nothing was called", () => {
    assert.match(issueReport(facts), /No calls since the window was opened\.$/);
  });

  it("names no portal and repeats no code that is a text", () => {
    for (const outcome of [
      "Anna Petrova may not",
      "https://company.bitrix24.com/rest/1/abc/",
      "[x](command:y)",
      "a|b",
      "А".repeat(61),
    ]) {
      const report = issueReport({ ...facts, calls: [{ ...call, outcome }] });
      assert.ok(report.includes("| unusual code |"), outcome);
      assert.ok(!report.includes(outcome) && !report.includes(call.host));
    }
  });

  it("keeps its table and its address whole, whatever an editor is called", () => {
    const report = issueReport({ ...facts, editor: "My | `code`\n<b> C++ & #1?" });
    assert.match(report, /^\| editor \| My {4}code {3}b> C {6}1 {2}\|$/m);
  });
});
