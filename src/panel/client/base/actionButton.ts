import "./actionButton.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelAction } from "../../protocol/panelView";
import type { PanelContext } from "./context";
import { iconClass, type Part } from "./markup";

/**
 * A button of the host's choosing. One that cannot be used now stays focusable, so that the reason
 * can be read with the keyboard and heard.
 * @param place makes its focus key unique: the same action may be offered in several places
 */
export function actionButton(
  action: PanelAction,
  place: string,
  context: PanelContext,
  {
    className = "button",
    tabindex,
  }: { readonly className?: string; readonly tabindex?: 0 | -1 } = {},
): TemplateResult {
  const { id, label, codicon, text, disabledReason } = action;
  return html`<button
    type="button"
    class=${action.isPrimary === true ? `${className} primary` : className}
    title=${disabledReason ?? label}
    aria-label=${text === undefined ? nothing : label}
    tabindex=${tabindex ?? nothing}
    aria-disabled=${disabledReason === undefined ? nothing : "true"}
    aria-description=${disabledReason ?? (text === undefined || text === "" ? nothing : text)}
    data-action=${id}
    data-focus=${`${place}/${id}`}
    @click=${() => {
      if (disabledReason === undefined) context.act(id, action.argument);
    }}
  >
    <span class=${iconClass(codicon)} aria-hidden="true"></span
    >${text === "" ? nothing : html`<span class="button-label">${text ?? label}</span>`}
  </button>`;
}

/** Buttons in a row. */
export function actionButtons(
  actions: readonly PanelAction[],
  place: string,
  context: PanelContext,
): Part {
  if (actions.length === 0) return nothing;
  /** What the same action is about tells several apart. */
  const placeOf = ({ id, argument = "" }: PanelAction): string =>
    actions.find((other) => other.id === id)?.argument === argument || argument === ""
      ? place
      : `${place}/${argument}`;
  return html`<div class="actions">
    ${repeat(
      actions,
      (action) => `${placeOf(action)}/${action.id}`,
      (action) => actionButton(action, placeOf(action), context),
    )}
  </div>`;
}
