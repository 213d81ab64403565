import type { ReadAs } from "../../../src/core/dialog/viewer";
import { DialogPanel } from "../../e2e/harness/dialogPanel";
import { DemoPanels, type DemoSettings } from "./demoPanel";
import { panelSuite } from "./panelSuite";

/** Of a reader who has opened and closed nothing yet. */
const untouched = { groups: {}, showsEmpty: false };

/** Dialogs of a demo portal, each as a reader finds it who has just come; one portal for the suite. */
export function dialogPages(
  settings: DemoSettings = {},
): (dialogId: string, readAs?: ReadAs) => Promise<DialogPanel> {
  const suite = panelSuite();
  let demo: DemoPanels | undefined;
  return async (dialogId, readAs) => {
    demo ??= await DemoPanels.start(settings);
    const panel = await suite.open();
    await panel.show(await demo.view(dialogId, readAs), { layout: untouched });
    return new DialogPanel(panel.page.mainFrame(), dialogId);
  };
}
