import { chromium, type BrowserContext } from "playwright-core";
import type { InstalledBrowser } from "../setup/browser";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A headless window with a profile on disk, so that what VS Code keeps in the browser (its secrets among it)
 * outlives a reload.
 */
export async function openBrowserWindow(
  browser: InstalledBrowser,
  profile: string,
  size: { readonly width: number; readonly height: number } = { width: 1280, height: 800 },
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: browser.executable,
    args: flags,
    viewport: size,
    // Tests compare texts and screenshots: neither may depend on the machine.
    locale: "en-US",
    timezoneId: "UTC",
    permissions: ["clipboard-read", "clipboard-write"],
    env: { ...process.env, ...browser.env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
