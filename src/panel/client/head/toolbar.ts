import "./toolbar.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelTool } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import type { Part } from "../base/markup";
import { menuButton } from "./menu";
import { destination } from "../base/roving";

/** @see https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function toolbar(tools: readonly PanelTool[], context: PanelContext): TemplateResult {
  const stop = context.roving.stopOf("toolbar", tools.map(idOf));
  const words = tools.filter((tool) => !("menuId" in tool) && tool.text !== "").length;
  return html`<div
    class=${words > 3 ? "toolbar wordy" : "toolbar"}
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
      if ("menuId" in tool) return menuButton(tool, tabindex, context);
      const button = actionButton(tool, "toolbar", context, { className: "tool", tabindex });
      return tool.id === "refresh" ? html`${button}${outcome(context)}` : button;
    })}
  </div>`;
}

/** What the refresh brought, beside its time. */
function outcome(context: PanelContext): Part {
  if (context.changes === undefined) return nothing;
  return html`<span class="outcome">${outcomeText(context)}</span>`;
}

export function outcomeText({ changes, words, dates }: PanelContext): string {
  const rows = [...(changes ?? [])].filter((key) => !key.startsWith("summary/"));
  return rows.length === 0
    ? words.unchanged
    : words.changed.replace("{0}", dates.count(rows.length));
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
