import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { AccessPage } from "./harness/accessPage";
import type { DialogPanel } from "./harness/dialogPanel";
import type { ColorTheme } from "./harness/colorThemes";
import { e2e } from "./harness/e2eRun";
import { addEmulatorPortal, emulatorName, inspect, panelOf, startAnew } from "./harness/steps";

const themes: readonly ColorTheme[] = [
  "Default Dark Modern",
  "Default Light Modern",
  "Default High Contrast",
  "Default High Contrast Light",
];

function inspectHere(dialogId: string): Promise<DialogPanel> {
  return inspect(dialogId, emulatorName);
}

/** No rule of axe is broken, and the page does not scroll sideways. */
async function assertUsable({ frame }: { readonly frame: Frame }): Promise<void> {
  assert.deepEqual(await e2e().vscode.axe(frame), []);
  const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  assert.equal(await frame.evaluate(overflow), 0);
}

for (const theme of themes) {
  const name = theme.toLowerCase().replace("default ", "").replaceAll(" ", "-");

  describe(`In the theme ${theme}`, () => {
    before(async () => {
      await startAnew();
      await e2e().vscode.setColorTheme(theme);
      await addEmulatorPortal();
    });

    it("facts can be read by everybody", async () => {
      const panel = await (await inspectHere("chat29")).read();
      await assertUsable(panel);
      await e2e().vscode.screenshot(`facts-${name}`);
    });

    it("a refusal can be read by everybody", async () => {
      const panel = await (await inspectHere("chat405")).noticeWith("No access, or no such chat");
      await assertUsable(panel);
      await e2e().vscode.screenshot(`refusal-${name}`);
    });

    it("the table of access can be read by everybody", async () => {
      const { emulator, vscode } = e2e();
      emulator.setFault({ name: "scopeLost", scope: "im" });
      await vscode.palette("Bitrix24: Check Access");
      const page = await AccessPage.of(vscode, emulatorName);
      await page.says("10 of 18 methods can be used with this webhook.");
      await assertUsable(page);
      await vscode.screenshot(`access-${name}`);
      emulator.clearFaults();
    });

    it("waiting can be read by everybody", async () => {
      const { emulator, vscode } = e2e();
      emulator.setFault({ name: "hang" }, { dialogId: "chat30" });
      const panel = await inspectHere("chat30");
      await panel.frame.locator(".loading .skeleton").waitFor();
      await panel.frame.evaluate(
        "Promise.all(document.getAnimations().filter((a) => a.effect.getTiming().iterations === 1).map((a) => a.finished))",
      );
      await assertUsable(panel);
      await vscode.screenshot(`loading-${name}`);
      await panel.button("Cancel").click();
      await panel.noticeWith("Stopped");
    });

    it("an old answer under a failure can be read by everybody", async () => {
      const { emulator, vscode } = e2e();
      const panel = await (await inspectHere("chat29")).read();
      emulator.setFault({ name: "html503" });
      await panel.button("Refresh").click();
      await panel.banner.waitFor();
      await assertUsable(panel);
      await vscode.screenshot(`banner-${name}`);
    });
  });
}

/** What a colour of the theme looks like where it is used. */
const bordersOfButtons = `(() => {
  const probe = document.body.appendChild(document.createElement("span"));
  const themed = (name) => {
    probe.style.color = "var(--vscode-" + name + ")";
    return getComputedStyle(probe).color;
  };
  const drawn = (selector) => getComputedStyle(document.querySelector(selector)).borderTopColor;
  const borders = [
    [drawn(".button.primary"), themed("button-border")],
    [drawn(".button:not(.primary)"), themed("button-secondaryBorder")],
  ];
  probe.remove();
  return borders;
})()`;

/** Where the columns of rows of a kind begin. */
function columnsOf(row: string, columns: readonly string[]): string {
  return `${JSON.stringify(columns)}.map((column) =>
    document.querySelector("${row}").querySelector(column).getBoundingClientRect().left)`;
}

describe("Waiting", () => {
  it("already has the columns of the summary to come", async () => {
    await startAnew();
    const { emulator } = e2e();
    await addEmulatorPortal();
    emulator.setFault({ name: "hang" });
    const panel = await inspectHere("chat29");
    await panel.frame.locator(".loading .skeleton").waitFor();
    const bones = [".bone:nth-child(1)", ".bone:nth-child(2)"];
    const before = await panel.frame.evaluate<number[]>(columnsOf(".bone-row", bones));
    await panel.button("Cancel").click();
    await panel.noticeWith("Stopped");
    emulator.clearFaults();
    await panel.button("Try again").click();
    await panel.read();
    const parts = [".summary-label", ".summary-part > *"];
    const after = await panel.frame.evaluate<number[]>(columnsOf(".summary-line", parts));
    assert.deepEqual(after, before);
  });
});

describe("A button that is not the recommended one", () => {
  it("has the border that the theme gives to such buttons", async () => {
    await startAnew();
    await e2e().vscode.setColorTheme("Default Light Modern");
    await addEmulatorPortal();
    const panel = await (await inspectHere("chat405")).noticeWith("No access, or no such chat");
    const borders = await panel.frame.evaluate<[string, string][]>(bordersOfButtons);
    for (const [drawn, themed] of borders) assert.equal(drawn, themed);
  });
});

describe("In an editor of 400 pixels", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  after(async () => {
    await e2e().vscode.setWindowSize(1280, 800);
    await e2e().vscode.palette("View: Toggle Primary Side Bar Visibility");
  });

  it("facts, refusals and long texts stay inside", async () => {
    const { vscode } = e2e();
    await (await inspectHere("chat29")).read();
    await vscode.palette("View: Toggle Primary Side Bar Visibility");
    await vscode.setPanelWidth(400);
    const panel = await (await panelOf("chat29")).read();
    await assertUsable(panel);
    await vscode.screenshot("narrow-facts");
    await assertUsable(await (await inspectHere("chat286")).read());
    await assertUsable(await (await inspectHere("chat281")).read());
    const refusal = await (await inspectHere("chat405")).noticeWith("No access, or no such chat");
    await assertUsable(refusal);
    await vscode.screenshot("narrow-refusal");
  });
});
