import type { Locator } from "playwright-core";
import { e2e } from "./e2eRun";
import { eventually } from "./eventually";

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The middle of a text in the lines of an editor or a terminal, once it is drawn; of several the last.
 * @param lines a selector
 */
export async function pointAt(lines: string, text: string): Promise<Point> {
  const script = `(() => {
    const root = document.querySelector(${JSON.stringify(lines)});
    if (root === null) return undefined;
    const wanted = ${JSON.stringify(text)};
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let found;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent.lastIndexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      found = { x: x + width / 2, y: y + height / 2 };
    }
    return found;
  })()`;
  return eventually(() => e2e().vscode.page.evaluate<Point | undefined>(script), {
    what: `"${text}" on the screen`,
  });
}

/** The pointer goes there as a hand does: from somewhere else, in steps. */
export async function restAt({ x, y }: Point): Promise<void> {
  const { mouse } = e2e().vscode.page;
  await mouse.move(x + 60, y + 40);
  await mouse.move(x, y, { steps: 6 });
}

/** The pointer rests on an id of the editor in front until its hover says something. */
export async function hoverOf(id: string, says: string): Promise<Locator> {
  const { page } = e2e().vscode;
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: "Inspect" });
  return eventually(
    async () => {
      await restAt(await pointAt(".editor-group-container.active .view-lines", id));
      await hover.getByText(says).first().waitFor({ timeout: 2_000 });
      return hover.first();
    },
    { what: `the hover over ${id}`, withinMs: 20_000 },
  );
}
