import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { panelWords } from "../../src/panel/view/panelWords";
import { output } from "../host/paths";
import { inEachLanguage } from "../unit/text/support/languages";
import { themes, type Theme } from "./fixtures/themes";
import { DemoPanels } from "./support/demoPanel";
import { pageState } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";

const screenshots = path.join(output, "screenshots", "first-screen");

/** What the first 640 pixels must say of each. */
const expected = {
  chat29: ["people", "bots", "activity", "may"],
  chat210: ["bound", "state", "people", "bots", "activity", "may"],
  chat220: ["bound", "people", "bots"],
  "5": ["people", "activity"],
  chat252: ["bound", "people"],
} as const;

const looks: readonly [string, Theme][] = [
  ["dark", themes.dark],
  ["light", themes.light],
  ["hc", themes.contrastDark],
];
const widths = [460, 700];

/** What of these is whole inside the first 640 pixels. */
const seenOf = (selector: string): string =>
  `[...document.querySelectorAll('${selector}')].filter((part) => part.getBoundingClientRect().bottom <= 640).map((part) => part.dataset.line ?? part.dataset.action ?? part.className)`;

describe("Panel page: the first screen", () => {
  const suite = panelSuite();
  let demo: DemoPanels;
  before(async () => {
    demo = await DemoPanels.start();
    await mkdir(screenshots, { recursive: true });
  });

  inEachLanguage((language) => {
    const isRussian = language === "Russian";
    for (const [name, theme] of looks) {
      /** Opens the page once, and looks at it in each width, with axe, too. */
      const seenOfEach = async (dialogId: string, selector: string): Promise<string[][]> => {
        const panel = await suite.open({
          theme,
          reducedMotion: "reduce",
          first: pageState(await demo.view(dialogId), {
            words: panelWords(),
            language: isRussian ? "ru" : "en",
            layout: { groups: {}, showsEmpty: false },
          }),
        });
        const seen: string[][] = [];
        for (const width of widths) {
          await panel.page.setViewportSize({ width, height: 640 });
          await panel.settle();
          const file = `${dialogId}-${name}-${width}-${isRussian ? "ru" : "en"}.png`;
          await panel.page.screenshot({ path: path.join(screenshots, file) });
          await panel.assertAccessible();
          seen.push(await panel.page.evaluate<string[]>(seenOf(selector)));
        }
        return seen;
      };

      for (const [dialogId, lines] of Object.entries(expected)) {
        it(`answers what one asks of ${dialogId}, ${name}`, async () => {
          for (const seen of await seenOfEach(dialogId, "[data-line], .kind")) {
            for (const line of ["kind", ...lines]) {
              assert.ok(seen.includes(line), `${line} in ${seen.join()}`);
            }
          }
        });
      }

      it(`says of a refusal what it is and how its cause is found, ${name}`, async () => {
        const selector = ".notice-heading, .notice [data-action]";
        for (const seen of await seenOfEach("chat405", selector)) {
          for (const part of ["notice-heading", "findCause"]) {
            assert.ok(seen.includes(part), `${part} in ${seen.join()}`);
          }
        }
      });
    }
  });
});
