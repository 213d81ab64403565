import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Frame, Route } from "playwright-core";
import { repository } from "../host/paths";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import { startAnew } from "./harness/steps";

const name = "Dialog Inspector for Bitrix24";
const home = "https://github.com/dialog-inspector/bitrix24-dialog-inspector";
const pictures = `${home}/raw/HEAD/`;
const pages = `${home}/blob/HEAD/`;

/** A picture of a page. */
interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly complete: boolean;
  readonly naturalWidth: number;
}

/** Stands for the repository's server: no network is needed for what it would give. */
async function servePicture(route: Route): Promise<void> {
  const file = path.join(repository, route.request().url().slice(pictures.length));
  if (existsSync(file)) await route.fulfill({ path: file });
  else await route.fulfill({ status: 404 });
}

/** The page with this heading among its first. */
async function pageWith(heading: string): Promise<Frame> {
  return eventually(
    async () => {
      for (const frame of e2e().vscode.page.frames()) {
        const found = frame.locator("h1, h2").filter({ hasText: heading });
        if ((await found.count().catch(() => 0)) > 0) return frame;
      }
      return undefined;
    },
    { what: `a page with “${heading}”` },
  );
}

async function openTab(label: string): Promise<void> {
  const tabs = e2e().vscode.page.locator(".extension-editor .navbar .action-label");
  await tabs.filter({ hasText: label }).click();
}

/** Addresses of a page's links into the repository; any other has to be somebody's on the web. */
async function filesBehindLinks(frame: Frame): Promise<readonly string[]> {
  const links = await frame
    .locator("a[href]")
    .evaluateAll((all: { getAttribute(name: "href"): string }[]) =>
      all.map((link) => link.getAttribute("href")),
    );
  for (const link of links) assert.match(link, /^(https:\/\/|#)/);
  return links
    .filter((link) => link.startsWith(pages))
    .map((link) => link.slice(pages.length).replace(/#.*/, ""));
}

describe("The extension's page in VS Code", () => {
  before(async () => {
    await startAnew();
    const { vscode } = e2e();
    await vscode.page.context().route(`${pictures}**`, servePicture);
    await vscode.palette("Extensions: Show Installed Extensions");
    const row = vscode.page.locator(".extension-list-item .name").filter({ hasText: name });
    await row.first().click();
    await vscode.page.locator(".extension-editor").waitFor();
  });

  after(async () => {
    await e2e().vscode.page.context().unroute(`${pictures}**`);
  });

  it("shows the README with every picture, from the repository's address", async () => {
    const readme = await pageWith("What leaves your machine");
    const inFile = [
      ...readFileSync(path.join(repository, "README.md"), "utf8").matchAll(/!\[[^\]]+\]\((.+)\)/g),
    ].map(([, file = ""]) => `${pictures}${file}`);
    const shown = await eventually(
      async () => {
        const all = await readme.locator("img").evaluateAll((images: Picture[]) =>
          images.map(({ src, alt, complete, naturalWidth }) => ({
            src,
            alt,
            isShown: complete && naturalWidth > 500,
          })),
        );
        return all.length > 0 && all.every(({ isShown }) => isShown) ? all : undefined;
      },
      { what: "all pictures" },
    );
    assert.deepEqual(
      shown.map(({ src }) => src),
      inFile,
    );
    for (const { alt } of shown) assert.notEqual(alt, "");
  });

  it("links from there to files that the repository has", async () => {
    const files = await filesBehindLinks(await pageWith("What leaves your machine"));
    assert.ok(files.length > 10);
    for (const file of files) assert.ok(existsSync(path.join(repository, file)), file);
  });

  it("shows the changelog, its newest version first", async () => {
    await openTab("Changelog");
    const changelog = await pageWith("1.0.0");
    assert.match(await changelog.locator("h2").first().innerText(), /^1\.0\.0 - \d{4}-\d\d-\d\d$/);
    await filesBehindLinks(changelog);
  });

  it("lists commands and settings in words, none as a placeholder", async () => {
    await openTab("Features");
    const page = e2e().vscode.page.locator(".extension-editor");
    for (const [section, entry] of [
      ["Commands", "Inspect Dialog"],
      ["Settings", "bitrix24.portal"],
    ] as const) {
      await page.locator(".features-list-container").getByText(section, { exact: true }).click();
      const shown = page.locator(".feature-content");
      await shown.getByText(entry, { exact: true }).first().waitFor();
      assert.doesNotMatch(await shown.innerText(), /%[\w.]+%/);
    }
  });
});
