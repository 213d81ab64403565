import assert from "node:assert/strict";
import { allowComment } from "../../../../src/core/portal/allowComment";
import { findLeaks } from "../../../../src/core/portal/leaks";

const webhook = "https://northwind.bitrix24.de/rest/1/k3x9p2m7v1c8z4q6/";

describe("allowComment", () => {
  for (const [languageId, line, expected] of [
    ["php", `$u = '${webhook}';`, `$u = '${webhook}'; // not a secret`],
    ["python", `u = "${webhook}"`, `u = "${webhook}" # not a secret`],
    ["python", `# ${webhook}`, `# ${webhook} not a secret`],
    ["go", `u := \`${webhook}\``, `u := \`${webhook}\` // not a secret`],
    ["php", `<?php $u = '${webhook}'; ?>`, undefined],
    ["php", `  ${webhook} in a long string`, undefined],
    ["python", `"""${webhook}"""`, undefined],
    ["shellscript", `curl '${webhook}' \\`, undefined],
    ["json", `"u": "${webhook}"`, undefined],
    ["dotenv", `U=${webhook}`, undefined],
  ] as const) {
    it(`${expected === undefined ? "cannot stand" : "stands"} behind ${line} in ${languageId}`, () => {
      const text = `first\n${line}\r\nlast`;
      const [leak] = findLeaks(text);
      assert.ok(leak);
      const comment = allowComment(text, leak, languageId);
      if (comment === undefined) assert.equal(expected, undefined);
      else {
        const after = text.slice(0, comment.at) + comment.text + text.slice(comment.at);
        assert.equal(after, `first\n${expected ?? ""}\r\nlast`);
        assert.deepEqual(findLeaks(after), []);
      }
    });
  }
});
