import type { PanelAction } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { drawAction } from "./actions";
import { element } from "./element";

/**
 * A toolbar is one stop of the Tab key; arrows, Home and End move inside.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 */
export function drawToolbar(actions: readonly PanelAction[], context: PanelContext): HTMLElement {
  const buttons = actions.map((action) =>
    drawAction(action, "toolbar", context, action.isPrimary === true ? "tool primary" : "tool"),
  );
  const toolbar = element(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": context.words.toolbarLabel },
    ...buttons,
  );
  makeTabStop(buttons, 0);
  toolbar.addEventListener("focusin", (event) => {
    const index = buttons.findIndex((button) => button === event.target);
    if (index >= 0) makeTabStop(buttons, index);
  });
  toolbar.addEventListener("keydown", (event) => {
    const from = buttons.findIndex((button) => button === event.target);
    const to = from < 0 ? undefined : destination(event.key, from, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  });
  return toolbar;
}

function destination(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (from + 1) % count;
    case "ArrowLeft":
      return (from + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function makeTabStop(buttons: readonly HTMLButtonElement[], stop: number): void {
  for (const [index, button] of buttons.entries()) button.tabIndex = index === stop ? 0 : -1;
}
