import assert from "node:assert/strict";
import type { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import { TextEditor } from "./harness/textEditor";
import { addEmulatorPortal, emulatorName, inspect, panelOf, startAnew } from "./harness/steps";

describe("An open dialog", () => {
  let panel: DialogPanel;

  before(async () => {
    await startAnew();
    await addEmulatorPortal();
    panel = await (await inspect("chat29", emulatorName)).read();
  });

  afterEach(() => {
    e2e().emulator.clearFaults();
  });

  it("shows what is new after Refresh", async () => {
    e2e().emulator.appendMessage(29, 5, "One more parcel.");
    await panel.button("Refresh").click();
    await panel.factReads("message_count", "119");
  });

  it("is refreshed from the palette, and has one button for it", async () => {
    const { vscode, emulator } = e2e();
    emulator.appendMessage(29, 5, "The last one.");
    await vscode.palette("Bitrix24: Refresh");
    await panel.factReads("message_count", "120");
    const title = vscode.page.locator(".editor-group-container.active .editor-actions");
    assert.equal(await title.getByRole("button", { name: "Refresh" }).count(), 0);
  });

  it("keeps what it shows while a newer answer is on its way, which can be given up", async () => {
    e2e().emulator.setFault({ name: "hang" });
    await panel.button("Refresh").click();
    const note = panel.frame.locator(".refreshing-note");
    await note.getByText(`Reading chat29 from ${emulatorName}…`).waitFor();
    assert.equal((await panel.fact("message_count")).value, "120");
    await note.getByRole("button", { name: "Cancel" }).click();
    await panel.read();
    assert.equal((await panel.fact("message_count")).value, "120");
  });

  it("keeps its old answer when the portal is down, and says so", async () => {
    const { emulator } = e2e();
    emulator.setFault({ name: "html503" });
    await panel.button("Refresh").click();
    await panel.banner.waitFor();
    assert.match(
      await panel.banner.locator(".banner-text").innerText(),
      /^The portal is busy or down\. .+\(HTTP 503\).+ Below is the previous answer\.$/,
    );
    assert.equal((await panel.fact("message_count")).value, "120");
    emulator.clearFaults();
    await panel.banner.getByRole("button", { name: "Try again" }).click();
    await panel.banner.waitFor({ state: "detached" });
  });

  it("shows the refusal instead of an answer that is no longer true", async () => {
    const { emulator } = e2e();
    emulator.setFault({ name: "secretRotated" });
    await panel.button("Refresh").click();
    await panel.noticeWith("The portal rejects the webhook");
    emulator.clearFaults();
    await panel.button("Try again").click();
    await panel.read();
  });

  it("remembers what was opened and filtered while another tab was in front", async () => {
    const { vscode } = e2e();
    await panel.frame.locator('[data-focus="group/permissions"]').click();
    await panel.filter.fill("entity");
    await (await inspect("chat30", emulatorName)).read();
    await vscode.page.locator(".tab").getByText("Delivery bot pilot").click();
    panel = await (await panelOf("chat29")).read();
    await panel.filterReads("entity");
    await panel.filter.press("Escape");
    const toggle = panel.frame.locator('[data-focus="group/permissions"]');
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
  });

  it("hands out its id", async () => {
    const { vscode } = e2e();
    await panel.choose("Copy…", "Copy dialog id");
    await vscode.page.locator(".statusbar").getByText("Copied chat29").waitFor();
    assert.equal(await vscode.copied(), "chat29");
  });
});

describe("The raw reply", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
  });

  it("opens as JSON that cannot be changed", async () => {
    const { vscode } = e2e();
    const panel = await (await inspect("chat29", emulatorName)).read();
    await panel.choose("More actions", "Open raw JSON");
    const editor = await TextEditor.of("chat29.json");
    const text = await editor.text();
    const reply = JSON.parse(text) as { result: Record<string, unknown>; time: unknown };
    assert.equal(reply.result["name"], "Delivery bot pilot");
    assert.equal(reply.result["dialog_id"], "chat29");
    assert.ok(reply.time);
    // Laid out, and each token as the portal wrote it.
    assert.match(text, /^ {4}"avatar": "http:\\\/\\\/127/m);
    assert.match(text, /"user_name": "Zo\\u00eb M/);
    await vscode.page.locator(".statusbar").getByText("JSON", { exact: true }).waitFor();
    await editor.type("x");
    assert.equal(await editor.text(), text);
  });

  it("of a refusal is what the portal said", async () => {
    const panel = await (
      await inspect("chat405", emulatorName)
    ).noticeWith("No access, or no such chat");
    await panel.button("Open raw reply").click();
    assert.deepEqual(JSON.parse(await (await TextEditor.of("chat405.json")).text()), {
      error: "ACCESS_ERROR",
      error_description: "You do not have access to the specified dialog",
    });
  });

  it("of a web page is its source, as text", async () => {
    e2e().emulator.setFault({ name: "html502" });
    const panel = await (
      await inspect("chat30", emulatorName)
    ).noticeWith("The portal is busy or down");
    await panel.button("Open raw reply").click();
    assert.match(await (await TextEditor.of("chat30.txt")).text(), /<h1>502 Bad Gateway<\/h1>/);
  });
});
