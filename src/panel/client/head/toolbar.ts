import "./toolbar.css";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PanelTool } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { menuButton } from "./menu";
import { destination } from "../base/roving";

/** @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function toolbar(tools: readonly PanelTool[], context: PanelContext): TemplateResult {
  const stop = context.roving.stopOf("toolbar", tools.map(idOf));
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
    ${repeat(tools, idOf, (tool) => {
      const tabindex = idOf(tool) === stop ? 0 : -1;
      return "menuId" in tool
        ? menuButton(tool, tabindex, context)
        : actionButton(tool, "toolbar", context, { className: "tool", tabindex });
    })}
  </div>`;
}

function idOf(tool: PanelTool): string {
  return "menuId" in tool ? tool.menuId : tool.id;
}

function moveAlong(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".tool")];
  const from = buttons.findIndex((button) => button === event.target);
  if (from < 0) return;
  const to = destination(event.key, ["ArrowLeft", "ArrowRight"], from, buttons.length);
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}
