import { mkdirSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { changeSettings } from "../e2e/harness/changeSettings";
import { Clipboard } from "../e2e/harness/clipboard";
import { AccessPage } from "../e2e/harness/accessPage";
import { E2eRun, e2e, setCurrentRun } from "../e2e/harness/e2eRun";
import { goTo } from "../e2e/harness/goTo";
import { hoverOf } from "../e2e/harness/pointAt";
import type { DialogPanel } from "../e2e/harness/dialogPanel";
import { addDemoPortal, agreeToBot, askForDialog, panelOf } from "../e2e/harness/steps";
import { repository } from "../host/paths";
import { packageExtension } from "../host/run/build";
import { openWalkthrough } from "../e2e/harness/walkthrough";
import { drawHouse } from "./house";
import { writeAnimation, type AnimationFrame } from "./animation";

/** Of the README's pictures: pages show them about 850 pixels wide, and their text wants to be read. */
const size = { width: 1000, height: 625 };
const walkthroughSize = { width: 1200, height: 750 };
const folder = path.join(repository, "docs", "images");
const walkthroughFolder = path.join(repository, "media", "walkthrough");

/**
 * Makes the pictures of the README and of the walkthrough anew, from a real VS Code with the demo portal.
 * @returns the exit code
 */
export async function pictures(): Promise<number> {
  drawHouse();
  await packageExtension();
  for (const each of [folder, walkthroughFolder]) mkdirSync(each, { recursive: true });
  const run = await E2eRun.start();
  setCurrentRun(run);
  try {
    // The ids of a log stand at the end of long lines.
    await changeSettings({ "editor.minimap.enabled": false, "editor.wordWrap": "on" });
    await run.vscode.setWindowSize(size.width, size.height);
    await addDemoPortal();
    await run.vscode.setColorTheme("Default Dark Modern");
    await run.vscode.palette("View: Close Primary Side Bar");
    await takeAnimation();
    await takePanels();
    await takeHover();
    await takeLeak();
    await takeEvents();
    await takeSidebar();
    await takeWalkthrough();
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
  await goTo("4:63");
  await show(900);
  await askForDialog();
  await isOffered("chat405");
  await vscode.quickInput.press("Enter");
  const refused = await panelOf("chat405");
  await refused.notice.waitFor();
  await show(1_400);
  await findTheCause(refused);
  await show(2_400);
  await save("from-log-to-cause.gif", (file) => writeAnimation(file, frames));
  await vscode.palette("View: Close All Editors");
}

async function takePanels(): Promise<void> {
  await (await inspect("chat210")).read();
  await takeWindow("dialog-dark.png");
  await findTheCause(await inspect("chat405"));
  await takeWindow("refusal-dark.png");
}

/** Why a bot gets no events. */
async function takeEvents(): Promise<void> {
  const { vscode } = e2e();
  await vscode.palette("View: Close All Editors");
  await vscode.ask("Bitrix24: Check Events", "Check the events of which bot?");
  await vscode.quickInput.choose("Helper");
  const page = await AccessPage.titled(vscode, "Events of Helper");
  await page.frame.locator("[aria-labelledby=table-waiting] tbody tr").first().waitFor();
  await takeWindow("events.png");
}

async function takeSidebar(): Promise<void> {
  const { vscode } = e2e();
  await vscode.palette("View: Close All Editors");
  await vscode.setWindowSize(walkthroughSize.width, walkthroughSize.height);
  await vscode.sideBar.open("Bitrix24");
  await vscode.sideBar.setWidth(360);
  await vscode.sideBar.expand("Recently inspected");
  await vscode.sideBar.expand("Chats");
  for (const title of ["Delivery bot pilot", "Ana via Telegram"]) {
    await vscode.sideBar.pressInline(title, "Pin");
  }
  await (await inspect("chat29")).read();
  await takeWindow("sidebar-dark.png");
}

/** One picture for each step. */
async function takeWalkthrough(): Promise<void> {
  const { vscode } = e2e();
  await vscode.palette("View: Close All Editors");
  await takeStep("demo", { x: 48, y: 32, width: 480, height: 260 });
  await vscode.palette("View: Close Primary Side Bar");
  await vscode.ask("Bitrix24: Add Portal", "Add a Bitrix24 portal");
  await takeStep("connect", { x: 270, y: 0, width: 660, height: 120 });
  await vscode.quickInput.close();
  await (await openWalkthrough()).press("Open the Example");
  // It takes the keyboard when it is there, also from a box that has just been opened.
  await vscode.page.locator(".monaco-editor.focused").first().waitFor();
  await (await inspect("chat210")).read();
  await takeStep("code", { x: 48, y: 32, width: 1152, height: 196 });
  const refused = await inspect("chat405");
  await findTheCause(refused);
  await takeStep("refusal", { x: 612, y: 32, width: 588, height: 300 });
  await (await openWalkthrough()).press("Read chat405 as Helper");
  await (await panelOf("chat405")).read();
  await takeStep("bot", { x: 612, y: 32, width: 588, height: 240 });
}

type Clip = Readonly<Record<"x" | "y" | "width" | "height", number>>;

/** In few colors, each letter sharp: half of what a lossy form needs. */
async function takeStep(name: string, clip: Clip): Promise<void> {
  const png = await windowNow(clip);
  const write = async (file: string): Promise<void> => {
    const few = await sharp(png).png({ palette: true, colours: 16, dither: 0 }).toBuffer();
    await sharp(few).webp({ lossless: true, effort: 6 }).toFile(file);
  };
  await save(`${name}.webp`, write, walkthroughFolder);
}

/** An id in code, and what is known of it. */
async function takeHover(): Promise<void> {
  const { vscode } = e2e();
  await (await inspect("chat220")).read();
  await vscode.palette("View: Close All Editors");
  await vscode.openFile("bots/fleet_report.py");
  await hoverOf("chat220", "Deal #88");
  await save("code-dark.png", (file) =>
    vscode.page.screenshot({ path: file, animations: "disabled" }),
  );
}

/** A webhook in code, underlined, with what helps. */
async function takeLeak(): Promise<void> {
  const { vscode } = e2e();
  const { page } = vscode;
  await mkdir(path.join(vscode.workspace, ".git"), { recursive: true });
  await vscode.palette("View: Close All Editors");
  await vscode.openFile("bots/delivery_bot.php");
  const webhook = "https://northwind.bitrix24.de/rest/1/k3x9p2m7v1c8z4q6/";
  await new Clipboard(page).write(`$hook = '${webhook}';\n\n`);
  await goTo("11:1");
  await page.keyboard.press("Control+KeyV");
  await page.locator(".squiggly-warning").first().waitFor();
  await page.keyboard.press("Escape");
  await goTo("11:30");
  await page.keyboard.press("Control+Period");
  await page.locator(".action-widget .action", { hasText: "Add this portal" }).waitFor();
  await takeWindow("leak-dark.png");
  await page.keyboard.press("Escape");
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
  await agreeToBot();
  // What was proved becomes the heading; the tests stand below.
  await panel.frame.locator(".disproved").waitFor();
  await panel.button("Cancel").waitFor({ state: "hidden" });
}

async function takeWindow(name: string): Promise<void> {
  await save(name, async (file) => writeFile(file, await windowNow()));
}

/** The window without a pointer over anything. */
async function windowNow(clip?: Clip): Promise<Buffer> {
  const { page } = e2e().vscode;
  const { width, height } = page.viewportSize() ?? size;
  await page.mouse.move(width / 2, height - 1);
  await page.locator(".workbench-hover:visible").waitFor({ state: "hidden" });
  return page.screenshot({ animations: "disabled", caret: "initial", ...(clip && { clip }) });
}

async function save(
  name: string,
  write: (file: string) => Promise<unknown>,
  into = folder,
): Promise<void> {
  const file = path.join(into, name);
  await write(file);
  console.log(`${path.relative(repository, file)}: ${Math.ceil(statSync(file).size / 1024)} KB`);
}
