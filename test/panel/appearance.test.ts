import assert from "node:assert/strict";
import { picture } from "../host/run/picture";
import type { PageState } from "../../src/panel/protocol/panelMessages";
import type { PanelView } from "../../src/panel/protocol/panelView";
import { inRussian } from "../unit/text/support/languages";
import { themes } from "./fixtures/themes";
import { DemoPanels } from "./support/demoPanel";
import { pageState } from "./support/panelPage";
import { panelSuite } from "./support/panelSuite";
import { states } from "./support/states";

describe("Panel page: appearance", () => {
  const suite = panelSuite();

  let demo: DemoPanels;
  before(async () => {
    demo = await DemoPanels.start();
  });

  for (const [themeName, theme] of Object.entries(themes)) {
    const assertAccessible = async (name: string, state: PageState): Promise<void> => {
      const panel = await suite.open({ theme, reducedMotion: "reduce", first: state });
      await panel.settle();
      await picture(panel.page, `${name}-${themeName}`);
      await panel.assertAccessible({ isFirstTheme: theme === themes.dark });
    };

    // All that the product shows of a dialog, with each group open.
    for (const dialogId of ["chat29", "chat210", "5", "chat281", "chat286", "chat405"]) {
      it(`is accessible: ${dialogId}, ${theme.name}`, async () => {
        const isRussian = dialogId === "chat210";
        const make = async (): Promise<PageState> => {
          return pageState(await demo.view(dialogId), { language: isRussian ? "ru" : "en" });
        };
        await assertAccessible(dialogId, await (isRussian ? inRussian(make) : make()));
      });
    }

    for (const [name, make] of Object.entries(states)) {
      it(`is accessible: ${name}, ${theme.name}`, async () => {
        await assertAccessible(name, pageState(await make()));
      });
    }
  }

  const neverScrollsSideways = (viewName: string, make: () => Promise<PanelView>): void => {
    it(`never scrolls sideways: ${viewName}`, async () => {
      const panel = await suite.open({ reducedMotion: "reduce" });
      await panel.show(await make());
      for (const width of [300, 400, 700, 2400]) {
        await panel.page.setViewportSize({ width, height: 800 });
        await panel.settle();
        await picture(panel.page, `${viewName}-${width}`);
        const overflow = await panel.page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        assert.equal(overflow, 0, `${width} px`);
      }
    });
  };
  for (const [name, make] of Object.entries(states)) neverScrollsSideways(name, make);
  for (const dialogId of ["chat29", "chat210", "chat252", "chat281", "chat286", "chat405"]) {
    neverScrollsSideways(dialogId, () => demo.view(dialogId));
  }

  it("puts a banner's text beside its icon, however narrow the page is", async () => {
    const panel = await suite.open({ viewport: { width: 320, height: 800 } });
    await panel.show(await demo.view("chat287"));
    await panel.settle();
    const icon = await panel.page.locator(".banner-icon").boundingBox();
    const text = await panel.page.locator(".banner-text").boundingBox();
    assert.ok(icon !== null && text !== null);
    assert.ok(text.x > icon.x && text.y < icon.y + icon.height, "on one line");
  });

  it("leaves room below a banner, and puts what can be done on the line of the text", async () => {
    const panel = await suite.open({ viewport: { width: 700, height: 800 } });
    await panel.show(await demo.view("chat30", { kind: "both", botId: 456 }));
    await panel.settle();
    const box = async (selector: string) => {
      const found = await panel.page.locator(selector).boundingBox();
      assert.ok(found !== null, selector);
      return { ...found, bottom: found.y + found.height };
    };
    const gap = (await box(".summary")).y - (await box(".banner")).bottom;
    assert.ok(gap >= 6, `${gap} px`);
    const [text, label] = [
      await box("[data-line='bots'] .summary-part"),
      await box("[data-line='bots'] .button-label"),
    ];
    assert.ok(Math.abs(text.bottom - label.bottom) < 1, `${text.bottom} and ${label.bottom}`);
  });

  it("names every button where there is no room for its label", async () => {
    const panel = await suite.open({ viewport: { width: 400, height: 800 } });
    await panel.show(await demo.view("chat29"));
    const refresh = panel.page.getByRole("toolbar").getByRole("button", { name: "Refresh" });
    assert.equal(await refresh.getAttribute("title"), "Refresh");
    assert.ok(((await refresh.boundingBox())?.width ?? 0) < 40);
  });

  it("shows a wait only after a moment", async () => {
    const panel = await suite.open();
    await panel.show(await states.loading());
    const delay = await panel.page.evaluate<string>(
      "getComputedStyle(document.querySelector('.loading')).animationDelay",
    );
    assert.equal(delay, "0.15s");
  });

  it("has the columns of the summary while it waits for it", async () => {
    const panel = await suite.open({ reducedMotion: "reduce" });
    /** Where the columns of the first row of a kind begin. */
    const columns = async (row: string, parts: readonly string[]): Promise<number[]> =>
      panel.page.evaluate<number[]>(`${JSON.stringify(parts)}.map((part) =>
        document.querySelector("${row}").querySelector(part).getBoundingClientRect().left)`);
    await panel.show(await states.loading());
    await panel.settle();
    const bones = await columns(".bone-row", [".bone:nth-child(1)", ".bone:nth-child(2)"]);
    await panel.show(await demo.view("chat29"));
    const parts = await columns(".summary-line", [".summary-label", ".summary-part > *"]);
    assert.deepEqual(parts, bones);
  });

  it("gives a button that is not the recommended one the border that the theme has for such", async () => {
    const panel = await suite.open({ theme: themes.light });
    await panel.show(await demo.view("chat405"));
    const borders = await panel.page.evaluate<[string, string][]>(bordersOfButtons);
    for (const [drawn, themed] of borders) assert.equal(drawn, themed);
  });
});

/** Of the recommended button and of another: its border, and what the theme has for it. */
const bordersOfButtons = `(() => {
  const probe = document.body.appendChild(document.createElement("span"));
  const themed = (name) => {
    probe.style.color = "var(--vscode-" + name + ")";
    return getComputedStyle(probe).color;
  };
  const drawn = (selector) => getComputedStyle(document.querySelector(selector)).borderTopColor;
  const borders = [
    [drawn(".button.primary"), themed("button-border")],
    [drawn(".button:not(.primary)"), themed("button-secondaryBorder")],
  ];
  probe.remove();
  return borders;
})()`;
