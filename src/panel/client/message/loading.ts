import "./loading.css";
import { html, type TemplateResult } from "lit-html";
import type { PanelAction, PanelRefreshing } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";

/** Lines of the summary to come, then headings of groups. */
const skeletonLines = 6;
const skeletonHeadings = 4;

/** The style sheet shows it only after a moment: a quick answer causes no flash. */
export function loading(
  { text, cancel }: { readonly text: string; readonly cancel: PanelAction },
  context: PanelContext,
): TemplateResult {
  return html`<div class="loading" aria-busy="true">
    <div class="loading-line">
      <p class="loading-text">${text}</p>
      ${actionButton(cancel, "loading", context)}
    </div>
    ${progress(text)}
    <div class="skeleton" aria-hidden="true">${bones()}</div>
  </div>`;
}

/** A newer answer is on its way. Lies over the page: what is being read does not move. */
export function refreshing(
  { text, cancel }: PanelRefreshing,
  context: PanelContext,
): TemplateResult {
  return html`<div class="refreshing">
    ${progress(text)}
    <div class="refreshing-note">
      <span>${text}</span>${actionButton(cancel, "refreshing", context, { className: "tool" })}
    </div>
  </div>`;
}

/** As VS Code's own: a bit that wanders. */
function progress(label: string): TemplateResult {
  return html`<div class="progress" role="progressbar" aria-label=${label}>
    <div class="progress-bit"></div>
  </div>`;
}

/** In the columns of the summary to come: label and value. */
function bones(): TemplateResult {
  const rows = Array.from(
    { length: skeletonLines },
    () =>
      html`<div class="bone-row">
        <div class="bone"></div>
        <div class="bone"></div>
      </div>`,
  );
  const headings = Array.from(
    { length: skeletonHeadings },
    () => html`<div class="bone heading"></div>`,
  );
  return html`<div class="bone-group">${rows}</div>
    <div class="bone-group">${headings}</div>`;
}
