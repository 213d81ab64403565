import "./notice.css";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelMessage, PanelTone } from "../../protocol/panelView";
import { actionButtons } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";

/** One message, from what happened to what to do; its details are groups, drawn by the caller. */
export function notice(message: PanelMessage, context: PanelContext): TemplateResult {
  const { tone, heading, paragraphs, who, steps, actions } = message;
  return html`<section class=${`notice ${tone}`} aria-labelledby="notice-heading">
    ${icon(codiconOf(tone), "notice-icon")}
    <div class="notice-text">
      <h2 class="notice-heading" id="notice-heading">${isolated(heading)}</h2>
      ${paragraphs.map((paragraph) => html`<p>${isolated(paragraph)}</p>`)}
      ${who === undefined ? nothing : html`<p class="who">${icon("person")}${isolated(who)}</p>`}
      ${stepList(steps, context)} ${actionButtons(actions, "notice", context)}
    </div>
  </section>`;
}

export function codiconOf(tone: PanelTone): string {
  return tone === "success" ? "pass" : tone;
}

function stepList(steps: readonly string[], { words }: PanelContext): Part {
  if (steps.length === 0) return nothing;
  return html`<div class="steps">
    <h3 class="steps-heading">${words.whatToDo}</h3>
    <ol>
      ${steps.map((step) => html`<li>${isolated(step)}</li>`)}
    </ol>
  </div>`;
}
