import assert from "node:assert/strict";
import { demoBot } from "../../src/core/portal/demoAddress";
import { panelWords } from "../../src/panel/protocol/panelWords";
import { picture } from "../host/run/picture";
import { inEachLanguage } from "../unit/text/support/languages";
import { themes, type Theme } from "./fixtures/themes";
import { DemoPanels } from "./support/demoPanel";
import { pageState } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";

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

interface Dot {
  /** Of the first part of a line. */
  readonly isFirst: boolean;
  readonly isSeen: boolean;
}

/** Where the dots between the parts of the summary are, each in the first 14 pixels of its part. */
const dotsOfSummary = `[...document.querySelectorAll('.summary-part')].map((part) => {
  const { direction } = getComputedStyle(part);
  const [box, line] = [part, part.parentElement].map((one) => one.getBoundingClientRect());
  const [gap, x] = direction === "rtl" ? [line.right - box.right, box.right - 7] : [box.left - line.left, box.left + 7];
  const y = part.getClientRects()[0].top + 9;
  const after = getComputedStyle(part, "::after").content;
  return { isFirst: gap < 1, isSeen: after !== "none" || part.contains(document.elementFromPoint(x, y)) };
})`;

describe("Panel page: the first screen", () => {
  const suite = panelSuite();
  let demo: DemoPanels;
  before(async () => {
    demo = await DemoPanels.start();
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
          const look = `${dialogId}-${name}-${width}-${isRussian ? "ru" : "en"}`;
          await picture(panel.page, `first-screen/${look}`);
          await panel.assertAccessible({
            isFirstTheme: theme === themes.dark,
            isFirstText: !isRussian && width === widths[0],
          });
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

  inEachLanguage((language) => {
    const languageOf = language === "Russian" ? "ru" : "en";

    it("keeps the toolbar in one line, its menus in sight, and a title, however narrow it is", async () => {
      const both = { kind: "both", botId: demoBot.botId } as const;
      const views = [
        await demo.view("chat210"),
        await demo.view("chat30", both),
        await demo.accessView(),
        await demo.events(demoBot.botId),
      ];
      const panel = await suite.open({ reducedMotion: "reduce" });
      for (const width of [320, 400, 460]) {
        await panel.page.setViewportSize({ width, height: 640 });
        for (const view of views) {
          await panel.show(view, { words: panelWords(), language: languageOf });
          const tools = panel.page.locator(".toolbar .tool");
          const boxes = await Promise.all((await tools.all()).map((tool) => tool.boundingBox()));
          assert.equal(new Set(boxes.map((box) => box?.y)).size, 1, `${width} px`);
          assert.ok(boxes.every((box) => box !== null && box.x + box.width <= width));
          const title = await panel.page.locator(".title").boundingBox();
          assert.ok(title !== null && title.width > 80, `${title?.width ?? 0} of ${width} px`);
          assert.ok(Math.abs(title.y - (boxes[0]?.y ?? 0)) < 4, "beside the toolbar");
          for (const menu of await panel.page.locator(".toolbar [aria-haspopup]").all()) {
            await menu.click();
            const box = await panel.page.locator(".menu").boundingBox();
            assert.ok(box !== null && box.x >= 0 && box.x + box.width <= width, `${width} px`);
            await panel.page.keyboard.press("Escape");
          }
        }
      }
    });

    it("lets nothing give way to what a refresh brought", async () => {
      const panel = await suite.open({ viewport: { width: 320, height: 640 } });
      const dialog = await demo.read("chat210");
      const show = () => panel.show(dialog.view(), { words: panelWords(), language: languageOf });
      const places = () =>
        panel.page.evaluate<string>(
          "JSON.stringify([...document.querySelectorAll('.title, .tool, .kind, .summary-part')].map((one) => one.getBoundingClientRect()))",
        );
      await show();
      const before = await places();
      demo.nowMs += 1_000;
      await dialog.read();
      await show();
      assert.ok(await panel.page.locator(".outcome").isVisible());
      assert.equal(await places(), before);
    });

    it("begins and ends no line of the summary with a dot, in either direction", async () => {
      const panel = await suite.open({ reducedMotion: "reduce" });
      for (const direction of ["ltr", "rtl"]) {
        await panel.page.evaluate(`document.documentElement.dir = "${direction}"`);
        let wrapped = 0;
        for (const dialogId of ["chat29", "chat210", "chat252"]) {
          await panel.show(await demo.view(dialogId), {
            words: panelWords(),
            language: languageOf,
          });
          for (const width of [320, 400, 460, 700]) {
            await panel.page.setViewportSize({ width, height: 1200 });
            const dots = await panel.page.evaluate<Dot[]>(dotsOfSummary);
            for (const { isFirst, isSeen } of dots) assert.equal(isSeen, !isFirst, `${width} px`);
            const lines = await panel.page.locator(".summary-line").count();
            wrapped += dots.filter(({ isFirst }) => isFirst).length - lines;
          }
        }
        assert.ok(wrapped > 0, "no line was long enough to break");
      }
    });

    it("cuts the name of no group, whatever it says beside it", async () => {
      const panel = await suite.open({ viewport: { width: 400, height: 900 } });
      for (const dialogId of ["chat29", "chat210"]) {
        await panel.show(await demo.view(dialogId), {
          words: panelWords(),
          language: languageOf,
          layout: { groups: {}, showsEmpty: false },
        });
        const cut = await panel.page.evaluate<string[]>(
          "[...document.querySelectorAll('.group-label')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)",
        );
        assert.deepEqual(cut, []);
      }
    });
  });
});
