import type { Frame, Page } from "playwright-core";
import { eventually } from "./eventually";

const ours = 'main[data-panel="bitrix24"]';

/**
 * Waits for an inspector panel. VS Code puts a webview's page into a frame inside a frame, without a name or an
 * address to know it by.
 * @param accepts which panel, when there are several
 */
export async function panelFrame(
  page: Page,
  accepts: (frame: Frame) => Promise<boolean> = () => Promise.resolve(true),
): Promise<Frame> {
  return eventually(
    async () => {
      for (const frame of page.frames()) {
        if ((await isPanel(frame)) && (await accepts(frame))) return frame;
      }
      return undefined;
    },
    { what: "an inspector panel" },
  );
}

/** A frame may go away while it is asked. */
async function isPanel(frame: Frame): Promise<boolean> {
  try {
    return (await frame.locator(ours).count()) > 0;
  } catch {
    return false;
  }
}
