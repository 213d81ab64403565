import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { panelWords } from "../../src/panel/view/panelWords";
import { output } from "../host/paths";
import { inEachLanguage } from "../unit/text/support/languages";
import { themes, type Theme } from "./fixtures/themes";
import { DemoPanels } from "./support/demoPanel";
import { pageState, type PanelPage } from "./support/panelPage";
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
/** Where most has to fit: axe looks at it there. */
const narrow = 460;
const widths = [narrow, 700];

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
      for (const width of widths) {
        const open = async (dialogId: string): Promise<PanelPage> => {
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
          const file = `${dialogId}-${name}-${width}-${isRussian ? "ru" : "en"}.png`;
          await panel.page.screenshot({ path: path.join(screenshots, file) });
          return panel;
        };

        for (const [dialogId, lines] of Object.entries(expected)) {
          it(`answers what one asks of ${dialogId}, ${name}, ${width} px`, async () => {
            const panel = await open(dialogId);
            const seen = await panel.page.evaluate<string[]>(seenOf("[data-line], .kind"));
            for (const line of ["kind", ...lines]) {
              assert.ok(seen.includes(line), `${line} in ${seen.join()}`);
            }
            if (width === narrow) await panel.assertAccessible();
          });
        }

        it(`says of a refusal what it is and how its cause is found, ${name}, ${width} px`, async () => {
          const panel = await open("chat405");
          const seen = await panel.page.evaluate<string[]>(
            seenOf(".notice-heading, .notice [data-action]"),
          );
          for (const part of ["notice-heading", "findCause"]) {
            assert.ok(seen.includes(part), `${part} in ${seen.join()}`);
          }
          if (width === narrow) await panel.assertAccessible();
        });
      }
    }
  });
});
