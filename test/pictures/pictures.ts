import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { E2eRun, e2e, setCurrentRun } from "../e2e/harness/e2eRun";
import { goTo } from "../e2e/harness/goTo";
import type { DialogPanel } from "../e2e/harness/dialogPanel";
import { addDemoPortal, askForDialog, panelOf } from "../e2e/harness/steps";
import { repository } from "../host/paths";
import { packageExtension } from "../host/run/build";
import { writeAnimation, type AnimationFrame } from "./animation";

const size = { width: 1200, height: 750 };
const animationWidthPx = 1000;
const folder = path.join(repository, "docs", "images");

/**
 * Makes the pictures of the README anew, from a real VS Code with the demo portal.
 * @returns the exit code
 */
export async function pictures(): Promise<number> {
  await packageExtension();
  mkdirSync(folder, { recursive: true });
  const run = await E2eRun.start();
  setCurrentRun(run);
  try {
    // The ids of a log stand at the end of long lines.
    await run.vscode.updateSettings({ "editor.minimap.enabled": false, "editor.wordWrap": "on" });
    await run.vscode.setWindowSize(size.width, size.height);
    await addDemoPortal();
    await run.vscode.setColorTheme("Default Dark Modern");
    await run.vscode.palette("View: Close Primary Side Bar");
    await takeAnimation();
    await takePanels();
    await takeSidebar();
  } catch (error) {
    console.error(`The window then: ${await run.vscode.screenshot("pictures")}`);
    throw error;
  } finally {
    setCurrentRun(undefined);
    await run.stop();
  }
  return 0;
}

/** An id in a log, its dialog, a refusal, its cause. */
async function takeAnimation(): Promise<void> {
  const { vscode } = e2e();
  const frames: AnimationFrame[] = [];
  const show = async (ms: number): Promise<void> => {
    frames.push({ png: await windowNow(), ms });
  };
  await vscode.openFile("logs/bot.log");
  await goTo("3:80");
  await show(1_500);
  await askForDialog();
  await isOffered("chat210");
  await show(1_300);
  await vscode.quickInput.press("Enter");
  await (await panelOf("chat210")).read();
  await show(2_400);
  await vscode.palette("View: Focus First Editor Group");
  await goTo("4:60");
  await show(900);
  await askForDialog();
  await isOffered("chat405");
  await vscode.quickInput.press("Enter");
  const refused = await panelOf("chat405");
  await refused.notice.waitFor();
  await show(1_400);
  await findTheCause(refused);
  await show(2_400);
  await save("from-log-to-cause.gif", (file) => writeAnimation(file, frames, animationWidthPx));
  await vscode.palette("View: Close All Editors");
}

async function takePanels(): Promise<void> {
  const { vscode } = e2e();
  for (const [theme, name] of [
    ["Default Light Modern", "light"],
    ["Default Dark Modern", "dark"],
  ] as const) {
    await vscode.setColorTheme(theme);
    await (await inspect("chat210")).read();
    await takeWindow(`dialog-${name}.png`);
  }
  await findTheCause(await inspect("chat405"));
  await takeWindow("refusal-dark.png");
}

async function takeSidebar(): Promise<void> {
  const { vscode } = e2e();
  await vscode.sideBar.open("Bitrix24");
  await vscode.sideBar.expand("Recently inspected");
  await vscode.sideBar.expand("Chats");
  for (const title of ["Delivery bot pilot", "Ana via Telegram"]) {
    await vscode.sideBar.pressInline(title, "Pin");
  }
  await (await inspect("chat29")).read();
  await takeWindow("sidebar-dark.png");
}

/** Waits until Enter takes the id at the cursor. */
async function isOffered(dialogId: string): Promise<void> {
  await e2e().vscode.quickInput.rowsWhere((rows) =>
    rows.some(({ isFocused, label }) => isFocused && label.trim() === dialogId),
  );
}

async function inspect(dialogId: string): Promise<DialogPanel> {
  const { quickInput } = e2e().vscode;
  await askForDialog();
  await quickInput.input.fill(dialogId);
  await quickInput.rowsWhere(([first]) => first?.label.trim() === dialogId && first.detail !== "");
  await quickInput.press("Enter");
  return panelOf(dialogId);
}

async function findTheCause(panel: DialogPanel): Promise<void> {
  await panel.notice.waitFor();
  await panel.button("Find the cause").click();
  // What was proved becomes the heading; the tests stand below.
  await panel.frame.locator(".conclusion").waitFor();
}

async function takeWindow(name: string): Promise<void> {
  await save(name, async (file) => {
    await e2e().vscode.page.screenshot({ path: file, animations: "disabled" });
  });
}

/** The window without a pointer over anything. */
async function windowNow(): Promise<Buffer> {
  const { page } = e2e().vscode;
  await page.mouse.move(size.width / 2, size.height - 1);
  return page.screenshot({ animations: "disabled", caret: "initial" });
}

async function save(name: string, write: (file: string) => Promise<void>): Promise<void> {
  const file = path.join(folder, name);
  await write(file);
  console.log(`${path.relative(repository, file)}: ${Math.ceil(statSync(file).size / 1024)} KB`);
}
