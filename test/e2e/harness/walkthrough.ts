import type { Locator } from "playwright-core";
import { e2e } from "./e2eRun";
import { eventually } from "./eventually";

/** The walkthrough of the extension, in the editor that VS Code shows walkthroughs in. */
export class Walkthrough {
  constructor(private readonly page: Locator) {}

  /** @returns titles of the steps, in order */
  async steps(): Promise<readonly string[]> {
    return this.page.locator(".step-title").allInnerTexts();
  }

  async isDone(title: string): Promise<boolean> {
    return (await this.step(title).locator(".codicon-getting-started-step-checked").count()) > 0;
  }

  /** Waits until VS Code counts a step as done. */
  async done(title: string): Promise<void> {
    await eventually(() => this.isDone(title), { what: `“${title}” to be done` });
  }

  /** Presses a button of a step; the step is opened first. */
  async press(button: string): Promise<void> {
    // Within a step, which has a role of its own, a button has none.
    const found = e2e().vscode.page.locator(".monaco-button").filter({ hasText: button });
    const step = this.page.locator(".getting-started-step").filter({ has: found });
    await step.locator(".step-title").first().click();
    await found.click();
  }

  /** The picture of the step that is open. */
  get picture(): Locator {
    return this.page.locator(".getting-started-media img");
  }

  async open(title: string): Promise<void> {
    await this.step(title).locator(".step-title").first().click();
  }

  private step(title: string): Locator {
    return this.page.locator(".getting-started-step").filter({ hasText: title });
  }
}

export async function openWalkthrough(
  title = "Get started with Dialog Inspector for Bitrix24",
): Promise<Walkthrough> {
  const { vscode } = e2e();
  await vscode.palette("Welcome: Open Walkthrough...");
  await vscode.quickInput.rowsWhere((rows) => rows.some(({ label }) => label.includes(title)));
  await vscode.quickInput.choose(title);
  const page = vscode.page.locator(".gettingStartedContainer").filter({ visible: true }).first();
  await page.locator(".step-title").first().waitFor();
  return new Walkthrough(page);
}
