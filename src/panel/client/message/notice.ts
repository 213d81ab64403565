import "./notice.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelMessage, PanelProbes, PanelTone } from "../../protocol/panelView";
import { actionButtons } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";
import { probesSection } from "./probes";

/**
 * One message, from what happened to what to do; its details are groups, drawn by the caller. Where probes can find
 * the cause they come first, and what helps in any case comes behind what they found.
 */
export function notice(
  message: PanelMessage,
  context: PanelContext,
  probes?: PanelProbes,
): TemplateResult {
  const { tone, heading, paragraphs, disproved, who, steps, actions } = message;
  const first = actions.filter(({ isPrimary }) => probes !== undefined && isPrimary === true);
  const rest = actions.filter((action) => !first.includes(action));
  return html`<section class=${`notice ${tone}`} aria-labelledby="notice-heading">
    ${icon(codiconOf(tone), "notice-icon")}
    <div class="notice-text">
      <h2 class="notice-heading" id="notice-heading">${isolated(heading)}</h2>
      ${paragraphs.map((paragraph) => html`<p>${isolated(paragraph)}</p>`)}
      ${actionButtons(first, "notice", context)}
      ${probes === undefined ? nothing : probesSection(probes, context)}
      ${who === undefined ? nothing : html`<p class="who">${icon("person")}${isolated(who)}</p>`}
      ${stepList(steps, context)} ${actionButtons(rest, "notice", context)}
      ${
        disproved === undefined
          ? nothing
          : html`<details class="disproved">
              <summary data-focus="disproved">${isolated(disproved.label)}</summary>
              ${disproved.paragraphs.map((paragraph) => html`<p>${isolated(paragraph)}</p>`)}
            </details>`
      }
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
