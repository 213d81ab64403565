import type { PanelAction } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { element, icon } from "./element";

/**
 * A button of the host's choosing. One that cannot be used now stays focusable, so that the reason
 * can be read with the keyboard and heard.
 * @param place makes its focus key unique: the same action may be offered in several places
 */
export function drawAction(
  action: PanelAction,
  place: string,
  context: PanelContext,
  className = action.isPrimary === true ? "button primary" : "button",
): HTMLButtonElement {
  const isDisabled = action.disabledReason !== undefined;
  const button = element(
    "button",
    {
      type: "button",
      class: className,
      title: action.disabledReason ?? action.label,
      "aria-disabled": isDisabled ? "true" : undefined,
      "aria-description": action.disabledReason,
      "data-action": action.id,
      "data-focus": `${place}/${action.id}`,
    },
    icon(action.codicon),
    element("span", { class: "button-label" }, action.label),
  );
  if (!isDisabled) {
    button.addEventListener("click", () => {
      context.act(action.id);
    });
  }
  return button;
}

/** Buttons in a row, the recommended one first. */
export function drawActions(
  actions: readonly PanelAction[],
  place: string,
  context: PanelContext,
): HTMLElement | undefined {
  if (actions.length === 0) return undefined;
  const ordered = [
    ...actions.filter((action) => action.isPrimary === true),
    ...actions.filter((action) => action.isPrimary !== true),
  ];
  return element(
    "div",
    { class: "actions" },
    ...ordered.map((action) => drawAction(action, place, context)),
  );
}
