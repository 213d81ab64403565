import "./menu.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelAction, PanelMenu } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { icon } from "../base/markup";
import { destination } from "../base/roving";

/** A button that opens a list of actions. @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function menuButton(
  menu: PanelMenu,
  tabindex: 0 | -1,
  context: PanelContext,
): TemplateResult {
  const { menuId, label, codicon, text } = menu;
  const isOpen = context.menus.open === menuId;
  return html`<span
    class="menu-anchor"
    @focusout=${(event: FocusEvent) => {
      const anchor = event.currentTarget as HTMLElement;
      const isInside = event.relatedTarget instanceof Node && anchor.contains(event.relatedTarget);
      if (isOpen && !isInside) context.menus.toggle(undefined);
    }}
    ><button
      type="button"
      class="tool"
      title=${label}
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${isOpen ? "true" : "false"}
      tabindex=${tabindex}
      data-action=${menuId}
      data-focus=${`toolbar/${menuId}`}
      @click=${() => {
        context.menus.toggle(isOpen ? undefined : menuId);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "ArrowDown") return;
        event.preventDefault();
        context.menus.toggle(menuId);
      }}
    >
      ${icon(codicon)}${text === undefined ? nothing : html`<span class="button-label">${text}</span>`}
    </button>
    ${isOpen ? menuList(menu, context) : nothing}</span
  >`;
}

function menuList({ menuId, label, items }: PanelMenu, context: PanelContext): TemplateResult {
  return html`<div
    class="menu"
    role="menu"
    aria-label=${label}
    @keydown=${(event: KeyboardEvent) => {
      moveInMenu(event, () => {
        context.menus.toggle(undefined);
        context.menus.focusButton(menuId);
      });
    }}
  >
    ${items.map((item) => menuItem(menuId, item, context))}
  </div>`;
}

function menuItem(menuId: string, item: PanelAction, context: PanelContext): TemplateResult {
  const { id, label, codicon, disabledReason } = item;
  return html`<button
    type="button"
    class="menu-item"
    role="menuitem"
    tabindex="-1"
    title=${disabledReason ?? nothing}
    aria-disabled=${disabledReason === undefined ? nothing : "true"}
    aria-description=${disabledReason ?? nothing}
    data-focus=${`menu/${id}`}
    @click=${() => {
      if (disabledReason !== undefined) return;
      context.menus.toggle(undefined);
      context.menus.focusButton(menuId);
      context.act(id, item.argument);
    }}
  >
    ${icon(codicon)}<span>${label}</span>
  </button>`;
}

function moveInMenu(event: KeyboardEvent, close: () => void): void {
  // VS Code's own, which hears of it last.
  if (event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key)) return;
  event.stopPropagation();
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
    return;
  }
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
  const from = items.findIndex((item) => item === event.target);
  const to = destination(event.key, ["ArrowUp", "ArrowDown"], Math.max(0, from), items.length);
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}
