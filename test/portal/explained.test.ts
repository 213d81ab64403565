import assert from "node:assert/strict";
import { diagnosed } from "../../src/core/diagnosis/diagnose";
import { ownerViewer } from "../../src/core/dialog/viewer";
import { refusalView } from "../../src/panel/view/refusalView";
import type { Fault } from "../emulator/faults";
import { ProbeBench, record, refOf } from "../unit/core/sessions/support/probeBench";
import { failureOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

/** What fails, the heading, what else is said, and the buttons. */
const failures: readonly (readonly [
  readonly Fault[],
  string,
  string | readonly string[],
  readonly string[],
])[] = [
  [
    [{ name: "html502" }],
    "The portal is busy or down",
    "Who can fix it: nobody needs to; wait, and try again",
    ["Try again", "Open raw reply"],
  ],
  [
    [{ name: "html404" }],
    "There is no portal at this address",
    "the portal's name may be wrong",
    ["Replace webhook", "Try again", "Open raw reply"],
  ],
  [
    [{ name: "html407" }],
    "The proxy asks for a sign-in",
    "Who can fix it: whoever runs your network",
    ["Open proxy settings", "Try again", "Open raw reply"],
  ],
  [
    [{ name: "html200" }],
    "A web page came instead of an answer",
    "a sign-in page of your network stands in between",
    ["Try again", "Replace webhook", "Open raw reply"],
  ],
  [
    [{ name: "reset" }],
    "The connection broke off",
    "closed the connection before it answered (ECONNRESET)",
    ["Try again", "Open proxy settings", "Show log"],
  ],
  [
    [{ name: "truncate", cut: "json" }],
    "The reply cannot be read",
    "text that is not JSON, or broken JSON (HTTP 200)",
    ["Try again", "Replace webhook", "Open raw reply"],
  ],
  [
    [{ name: "empty200" }],
    "The reply is empty",
    "answered with HTTP 200 and nothing else",
    ["Try again"],
  ],
  [
    [{ name: "redirectForeign" }],
    "The portal has another address now",
    "redirects to portal.evil.example (HTTP 302). The redirect was not followed",
    ["Use the new address", "Replace webhook"],
  ],
  [
    [{ name: "overload" }],
    "Bitrix24 has put this webhook on hold",
    "Calling again does not lift it.",
    ["Try again", "Open raw reply"],
  ],
  [
    [
      { name: "scopeLost", scope: "imbot" },
      { name: "scopeLost", scope: "im" },
    ],
    "The webhook lacks a permission",
    "Granted when last checked: im, imbot, imopenlines",
    ["Check access", "Try again", "How to create a webhook", "Replace webhook", "Open raw reply"],
  ],
  [
    [{ name: "hang" }],
    "No answer in time",
    ["did not answer within 1 s.", "bitrix24.requestTimeoutSeconds"],
    ["Try again", "Change the timeout", "Show log"],
  ],
];

describe("A portal that fails", () => {
  const suite = portalSuite();

  for (const [faults, heading, meaning, buttons] of failures) {
    it(`is explained: ${faults.map(({ name }) => name).join(", ")}`, async () => {
      for (const fault of faults) suite.emulator.setFault(fault);
      const failure = diagnosed(failureOf(await suite.bench.read("chat29", { timeoutMs: 1_000 })));
      assert.ok(failure !== undefined);
      const portal = { ...record, scopes: ["im", "imbot", "imopenlines"] };
      const ref = refOf("chat29");
      const notice = refusalView(
        { ref, portal, probes: new ProbeBench().tests("chat29") },
        { phase: "failed", failure, viewer: ownerViewer, previous: undefined },
      );
      assert.equal(notice.heading, heading);
      const said = [...notice.paragraphs, notice.who, ...notice.steps].join("\n");
      for (const part of [meaning].flat()) assert.ok(said.includes(part), said);
      const facts = notice.details.flatMap(({ fields }) => fields);
      assert.deepEqual(facts.find(({ key }) => key === "answer.method")?.value, {
        type: "text",
        text: "imbot.dialog.get",
      });
      assert.deepEqual(
        notice.actions.map(({ label }) => label),
        [...buttons, "Copy report"],
      );
    });
  }
});
