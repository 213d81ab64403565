import assert from "node:assert/strict";
import { isInstalled, run, runners, type Runner } from "../snippets/support/runners";
import { Clipboard } from "./harness/clipboard";
import { e2e } from "./harness/e2eRun";
import { addEmulatorPortal, emulatorName, inspect, startAnew } from "./harness/steps";

const labels: Readonly<Record<string, string>> = {
  curl: "cURL",
  fetch: "fetch (TypeScript, JavaScript)",
  php: "PHP with cURL",
  python: "Python (urllib)",
  go: "Go (net/http)",
};

/** The record in what a program printed: the whole reply, or its result alone. */
function recordIn(stdout: string): unknown {
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  return printed["result"] ?? printed;
}

describe("From the panel, the call as code", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  let isProgram = false;

  /** Takes the program out of the panel, and runs it with the webhook in its environment. */
  async function takeAndRun(runner: Runner): Promise<unknown> {
    const { vscode, emulator } = e2e();
    const { quickInput } = vscode;
    const panel = await (await inspect("chat210", emulatorName)).read();
    await panel.choose("Copy…", "Copy as code…");
    await quickInput.shown();
    // Remembered from then on.
    if (!isProgram) {
      await quickInput.type("As a whole program");
      await quickInput.choose("As a whole program");
      isProgram = true;
      await quickInput.rowsWhere(([first]) => first?.label === "cURL");
    }
    const label = labels[runner.client] ?? runner.client;
    await quickInput.type(label);
    await quickInput.choose(label);
    await vscode.page.locator(".statusbar").getByText(`Copied as ${label}`).waitFor();
    await vscode.page.keyboard.press("F1");
    await quickInput.shown();
    const code = await new Clipboard(vscode.page).read();
    await quickInput.close();
    assert.doesNotMatch(code, new RegExp(emulator.webhook()));
    const snippet = { code, shape: "program", name: "fromPanel" } as const;
    const {
      code: status,
      stdout,
      stderr,
    } = await run(runner, snippet, {
      B24_WEBHOOK: emulator.webhook(),
    });
    assert.equal(status, 0, stderr);
    return recordIn(stdout);
  }

  for (const runner of runners.filter(({ client }) => client in labels)) {
    if (!runner.needs.every(isInstalled)) continue;
    it(`runs in a terminal and prints the record: ${labels[runner.client] ?? ""}`, async () => {
      const record = await takeAndRun(runner);
      assert.ok(typeof record === "object" && record !== null);
      assert.deepEqual(Object.entries(record).slice(0, 1), [["id", 210]]);
      assert.equal("entity_data_1" in record, true);
    });
  }
});
