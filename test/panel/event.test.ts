import assert from "node:assert/strict";
import { readEvents } from "../../src/core/dialog/events/eventReading";
import type { PortalRecord } from "../../src/core/portal/portalRecord";
import { eventView } from "../../src/panel/view/eventView";
import { panelWords } from "../../src/panel/protocol/panelWords";
import { picture } from "../host/run/picture";
import { eventSecrets, fetchedSamples, oldSamples } from "../unit/support/botEvents";
import { inEachLanguage } from "../unit/text/support/languages";
import { themes, type Theme } from "./fixtures/themes";
import { pageState } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://example.bitrix24.com",
  basePath: "/rest",
  userId: "1",
  readsWithoutAsking: false,
};

const hostile = '<img src=x onerror="document.title=1">\u202Efdp.exe [x](command:y) $(bug)';

const samples = {
  private: oldSamples[0]?.event,
  joined: oldSamples[5]?.event,
  fetched: fetchedSamples[5]?.event,
  several: {
    event: "ONIMBOTMESSAGEADD",
    data: { PARAMS: { DIALOG_ID: "27", CHAT_ID: "666", TO_CHAT_ID: "1407" } },
  },
  hostile: {
    event: hostile,
    data: {
      BOT: { [hostile]: { BOT_CODE: hostile } },
      PARAMS: { DIALOG_ID: hostile, CHAT_TITLE: hostile, MESSAGE: hostile, CHAT_TYPE: hostile },
      USER: { ID: hostile, NAME: hostile },
    },
    auth: { domain: hostile, application_token: "secret-of-somebody" },
  },
};

const looks: readonly [string, Theme, number][] = [
  ["dark", themes.dark, 460],
  ["light", themes.light, 700],
];

describe("Panel page: an event", () => {
  const suite = panelSuite();

  inEachLanguage((language) => {
    for (const [look, theme, width] of looks) {
      for (const [name, event] of Object.entries(samples)) {
        it(`fits and hides secrets: ${name}, ${look}, ${width} px`, async () => {
          const [reading] = readEvents(JSON.stringify(event));
          assert.ok(reading !== undefined);
          const panel = await suite.open({
            theme,
            viewport: { width, height: 900 },
            reducedMotion: "reduce",
            first: {
              ...pageState(eventView({ reading, portal }), {
                words: panelWords(),
                language: language === "Russian" ? "ru" : "en",
              }),
              focus: "notice/inspectChat",
            },
          });
          await panel.settle();
          await picture(panel.page, `events/${name}-${look}-${language}`, { fullPage: true });
          const { page } = panel;
          const tooWide = await page.evaluate<number>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          assert.ok(tooWide <= 0, `${tooWide} px too wide`);
          const shown = await page.content();
          for (const secret of Object.values(eventSecrets)) assert.ok(!shown.includes(secret));
          assert.equal(await page.locator("main img").count(), 0);
          assert.equal(await page.locator("main a[href^=command]").count(), 0);
          const isInspected = name === "private" || name === "fetched";
          if (isInspected) assert.equal(await panel.focused(), "notice/inspectChat");
          await panel.assertAccessible({
            isFirstTheme: theme === themes.dark,
            isFirstText: language === "English",
          });
          if (name !== "several") return;
          const buttons = page.locator('[data-action="inspectChat"]');
          for (const button of await buttons.all()) await button.click();
          const posted = await panel.posted("act");
          assert.deepEqual(
            posted,
            ["chat666", "chat1407"].map((argument) => ({
              type: "act",
              action: "inspectChat",
              argument,
            })),
          );
        });
      }
    }
  });
});
