import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
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

const looks: readonly [string, Theme, number][] = [
  ["dark", themes.dark, 460],
  ["light", themes.light, 700],
  ["hc", themes.contrastDark, 460],
];

describe("Panel page: the first screen", () => {
  const suite = panelSuite();
  let demo: DemoPanels;
  before(async () => {
    demo = await DemoPanels.start();
    await mkdir(screenshots, { recursive: true });
  });

  inEachLanguage((language) => {
    const isRussian = language === "Russian";
    for (const [name, theme, width] of looks) {
      for (const [dialogId, lines] of Object.entries(expected)) {
        it(`answers what one asks of ${dialogId}, ${name}, ${width} px`, async () => {
          const panel = await suite.open({
            theme,
            viewport: { width, height: 640 },
            reducedMotion: "reduce",
            first: pageState(await demo.view(dialogId), {
              words: panelWords(),
              language: isRussian ? "ru" : "en",
              layout: { groups: {}, showsEmpty: false },
            }),
          });
          await panel.settle();
          const file = `${dialogId}-${name}-${isRussian ? "ru" : "en"}.png`;
          await panel.page.screenshot({ path: path.join(screenshots, file) });
          const seen = await panel.page.evaluate<string[]>(
            "[...document.querySelectorAll('[data-line]')].filter((line) => line.getBoundingClientRect().bottom <= 640).map((line) => line.dataset.line)",
          );
          for (const line of lines) assert.ok(seen.includes(line), `${line} in ${seen.join()}`);
          if (isRussian) return;
          const { violations } = await new AxeBuilder({ page: panel.page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`,
          );
          assert.deepEqual(found, []);
        });
      }

      it(`says the cause of a refusal, ${name}, ${width} px`, async () => {
        const panel = await suite.open({
          theme,
          viewport: { width, height: 640 },
          reducedMotion: "reduce",
          first: pageState(await demo.view("chat405"), {
            words: panelWords(),
            language: isRussian ? "ru" : "en",
          }),
        });
        await panel.settle();
        const file = `chat405-${name}-${isRussian ? "ru" : "en"}.png`;
        await panel.page.screenshot({ path: path.join(screenshots, file) });
        const heading = await panel.page.locator(".notice-heading").boundingBox();
        assert.ok(heading !== null && heading.y + heading.height <= 640);
      });
    }
  });
});
