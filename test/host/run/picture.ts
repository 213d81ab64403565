import path from "node:path";
import type { Page } from "playwright-core";
import { output } from "../paths";

/**
 * A picture for who wants to see what the tests see, in out/screenshots. Only where SCREENSHOTS is set: it takes as long
 * as many a test, and no test looks at it.
 * @param name with folders: "events/457-460-ru"
 */
export async function picture(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (process.env["SCREENSHOTS"] === undefined) return;
  await page.screenshot({ ...options, path: pictureFile(name) });
}

export function pictureFile(name: string): string {
  return path.join(output, "screenshots", `${name}.png`);
}
