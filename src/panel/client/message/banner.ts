import "./banner.css";
import { html, nothing } from "lit-html";
import type { PanelBanner } from "../../protocol/panelView";
import { actionButtons } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";
import { codiconOf } from "./notice";

/** One line above the facts. */
export function banner(shown: PanelBanner | undefined, context: PanelContext): Part {
  if (shown === undefined) return nothing;
  const { tone, text, actions } = shown;
  return html`<div class=${`banner ${tone}`}>
    ${icon(codiconOf(tone), "banner-icon")}
    <p class="banner-text">${isolated(text)}</p>
    ${actionButtons(actions, "banner", context)}
  </div>`;
}
