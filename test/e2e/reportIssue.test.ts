import assert from "node:assert/strict";
import { e2e } from "./harness/e2eRun";
import { addEmulatorPortal, emulatorName, inspect, startAnew } from "./harness/steps";

const site = "https://github.com/**";

/** The address that VS Code hands to the browser, once it has been allowed to. */
async function openedBy(report: () => Promise<void>): Promise<URL> {
  const { vscode } = e2e();
  const opened = vscode.page.context().waitForEvent("page");
  await report();
  await vscode.dialog.shown("open the external website?");
  await vscode.dialog.press("Open");
  const page = await opened;
  await page.waitForURL(site);
  const address = new URL(page.url());
  await page.close();
  return address;
}

describe("Report an Issue", () => {
  before(async () => {
    await startAnew();
    await addEmulatorPortal();
    await inspect("chat405", emulatorName).then((panel) => panel.notice.waitFor());
    // What would be asked of the repository's server.
    await e2e()
      .vscode.page.context()
      .route(site, (route) => route.fulfill({ body: "" }));
  });

  after(async () => {
    await e2e().vscode.page.context().unroute(site);
  });

  const ways = {
    "the palette": () => e2e().vscode.palette("Bitrix24: Report an Issue"),
    "the panel": async () => {
      const panel = await inspect("chat29", emulatorName);
      await (await panel.read()).choose("More actions", "Report an issue");
    },
  };
  for (const [place, report] of Object.entries(ways)) {
    it(`opens from ${place} the page for a new issue, without secret, host, id or name`, async () => {
      const address = await openedBy(report);
      assert.equal(
        address.origin + address.pathname,
        "https://github.com/dialog-inspector/bitrix24-dialog-inspector/issues/new",
      );
      assert.equal(address.searchParams.get("template"), "bug.yml");
      const text = address.searchParams.get("report") ?? "";
      assert.match(text, /^\| host \| [a-z-]+, server \|$/m);
      assert.match(text, /^\| extension \| \d+\.\d+\.\d+ \|$/m);
      assert.match(text, /^\| imbot\.dialog\.get \| 403 \| ACCESS_ERROR \| \d+ \|$/m);
      const { host, pathname } = new URL(e2e().emulator.webhook());
      const secret = pathname.split("/").at(-2) ?? "";
      const all = decodeURIComponent(address.href);
      for (const word of [host, secret, emulatorName, "chat405", "chat29", "Delivery"]) {
        assert.ok(!all.includes(word), word);
      }
    });
  }
});
