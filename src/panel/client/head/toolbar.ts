import "./toolbar.css";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PanelAction } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { destination } from "../base/roving";

/** @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function toolbar(actions: readonly PanelAction[], context: PanelContext): TemplateResult {
  const stop = context.roving.stopOf(
    "toolbar",
    actions.map(({ id }) => id),
  );
  return html`<div
    class="toolbar"
    role="toolbar"
    aria-label=${context.words.toolbarLabel}
    @focusin=${(event: FocusEvent) => {
      const { action } = (event.target as HTMLElement).dataset;
      if (action !== undefined) context.roving.moveTo("toolbar", action);
    }}
    @keydown=${moveAlong}
  >
    ${repeat(
      actions,
      ({ id }) => id,
      (action) =>
        actionButton(action, "toolbar", context, {
          className: "tool",
          tabindex: action.id === stop ? 0 : -1,
        }),
    )}
  </div>`;
}

function moveAlong(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
  const from = buttons.findIndex((button) => button === event.target);
  if (from < 0) return;
  const to = destination(event.key, ["ArrowLeft", "ArrowRight"], from, buttons.length);
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}
