import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { RequestLog } from "./harness/requestLog";
import { addDemoPortal, inspect, startAnew } from "./harness/steps";

/** Whether the letters of a word stand in this order on screen, whatever directions surround it. */
function isReadFromLeft(selector: string, word: string): string {
  return `(() => {
    const texts = document.createTreeWalker(document.querySelector(${JSON.stringify(selector)}), 4);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const at = node.data.indexOf(${JSON.stringify(word)});
      if (at < 0) continue;
      const lefts = Array.from(${JSON.stringify(word)}, (_, index) => {
        const range = new Range();
        range.setStart(node, at + index);
        range.setEnd(node, at + index + 1);
        return range.getBoundingClientRect().left;
      });
      return lefts.every((left, index) => index === 0 || left > lefts[index - 1]);
    }
    return false;
  })()`;
}

describe("Dialogs of the demo portal", () => {
  let requests: RequestLog;

  before(async () => {
    await startAnew();
    await addDemoPortal();
    const { vscode } = e2e();
    requests = new RequestLog(vscode.page.context());
    vscode.console.clear();
  });

  after(() => {
    requests.stop();
  });

  it("take the same page one after the other, which is not loaded again", async () => {
    const first = await (await inspect("chat29")).read();
    await first.frame.evaluate("globalThis.wasHere = true");
    const next = await (await inspect("chat210")).read();
    assert.equal(await next.frame.evaluate("globalThis.wasHere"), true);
    assert.equal(await next.title.innerText(), "Ana via Telegram");
  });

  it("show HTML as text and run none of it", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat280")).read();
    assert.equal(
      await panel.title.innerText(),
      '<img src=x onerror=alert(1)> & "quotes" & $(rm)',
      "once decoded, as the portal stores names",
    );
    assert.equal(
      (await panel.fact("name")).value,
      '<img src=x onerror=alert(1)> & "quotes" &amp; $(rm)',
      "as it came",
    );
    await panel.open("name");
    assert.match(await panel.row("name").innerText(), /its HTML entities are decoded\.$/);
    assert.match((await panel.fact("description")).value, /<script>alert\(2\)<\/script>$/);
    assert.equal(await panel.frame.locator("main img, main script, main a").count(), 0);
    assert.deepEqual(vscode.console.policyViolations, []);
  });

  it("spell out characters that turn text around", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat281")).read();
    assert.match(await panel.title.innerText(), /\[U\+202E\]evil\[U\+202C\]/);
    assert.equal(await panel.frame.evaluate(isReadFromLeft("h1.title", "evil")), true);
    await panel.open("name");
    assert.equal(await panel.frame.evaluate(isReadFromLeft('[data-key="name"]', "evil")), true);
    const page = await panel.frame.content();
    assert.doesNotMatch(page, /[\u202A-\u202E\u2066-\u2069]/);
    await eventually(
      async () => {
        const isNamed = (await vscode.openEditors()).at(-1)?.includes("[U+202E]evil");
        return isNamed === true ? true : undefined;
      },
      { what: "the title on its tab" },
    );
  });

  it("need no network, and log nothing wrong", () => {
    const { vscode } = e2e();
    assert.ok(requests.urls.length > 0);
    assert.deepEqual(requests.foreign(new URL(vscode.page.url()).origin), []);
    assert.deepEqual(vscode.console.errors, []);
  });
});

describe("Refusals of the demo portal", () => {
  before(async () => {
    await startAnew();
    await addDemoPortal();
  });

  it("lead to another dialog", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat404")).noticeWith("No access, or no such chat");
    const another = panel.button("Inspect another dialog");
    await vscode.ask(() => another.click(), "Inspect a dialog of Northwind Couriers (demo)");
    await vscode.quickInput.close();
  });
});
