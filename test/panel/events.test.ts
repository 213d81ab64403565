import assert from "node:assert/strict";
import { panelWords } from "../../src/panel/protocol/panelWords";
import { picture } from "../host/run/picture";
import { inEachLanguage } from "../unit/text/support/languages";
import { themes } from "./fixtures/themes";
import { DemoPanels } from "./support/demoPanel";
import { pageState, type PanelPage } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";

describe("Panel page: the events of a bot", () => {
  const suite = panelSuite();
  let demo: DemoPanels;
  before(async () => {
    demo = await DemoPanels.start();
  });

  inEachLanguage((language) => {
    const code = language === "Russian" ? "ru" : "en";
    const open = async (botId: number, width: number): Promise<PanelPage> => {
      const panel = await suite.open({
        theme: width === 460 ? themes.dark : themes.light,
        viewport: { width, height: 900 },
        first: pageState(await demo.events(botId), {
          words: panelWords(),
          language: code,
          layout: { groups: {}, showsEmpty: false },
        }),
      });
      await panel.settle();
      await picture(panel.page, `events/${botId}-${width}-${code}`, { fullPage: true });
      return panel;
    };

    for (const width of [460, 900]) {
      for (const botId of [456, 458]) {
        it(`are accessible and fit: bot ${botId}, ${width} px`, async () => {
          const panel = await open(botId, width);
          await panel.assertAccessible({ isFirstText: language === "English" });
          const overflow = await panel.page.evaluate<number>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          assert.equal(overflow, 0);
        });
      }
    }

    it("lead to a dialog and to an event by buttons, and text of strangers stays text", async () => {
      const panel = await open(456, 460);
      const row = panel.page.locator('tr[data-key="1014"]');
      await row.locator('[data-action="inspectWaiting"]').click();
      await row.locator('[data-action="openWaitingEvent"]').click();
      assert.deepEqual(await panel.posted("act"), [
        { type: "act", action: "inspectWaiting", argument: "chat240" },
        { type: "act", action: "openWaitingEvent", argument: "1014" },
      ]);
      assert.equal(await panel.page.locator("main img").count(), 0);
    });
  });
});
