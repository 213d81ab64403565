import "./avatar.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { ref } from "lit-html/directives/ref.js";
import type { PanelHeader } from "../../protocol/panelView";
import { isHexColor, readableOn } from "../base/contrast";
import { icon, type Part } from "../base/markup";

/** The picture covers the initials once it has loaded; until then, and if it never does, they show. */
export function avatar({
  avatar: { initials, color, imageUrl },
  kind,
}: PanelHeader): TemplateResult {
  return html`<div class="avatar" aria-hidden="true" ${ref(colored(color))}>
    ${
      initials === "" ? icon(kind?.codicon ?? "comment-discussion") : initials
    }${imageUrl === undefined ? nothing : keyed(imageUrl, picture(imageUrl))}
  </div>`;
}

/** The policy of the page allows no style in markup. */
function colored(color: string | undefined): (element?: Element) => void {
  const isColor = color !== undefined && isHexColor(color);
  return (element) => {
    if (!(element instanceof HTMLElement)) return;
    if (isColor) {
      element.style.backgroundColor = color;
      element.style.color = readableOn(color);
    } else {
      element.removeAttribute("style");
    }
  };
}

function picture(url: string): Part {
  return html`<img
    class="avatar-picture"
    hidden
    alt=""
    referrerpolicy="no-referrer"
    src=${url}
    @load=${(event: Event) => {
      (event.currentTarget as HTMLElement).hidden = false;
    }}
    @error=${(event: Event) => {
      (event.currentTarget as HTMLElement).remove();
    }}
  />`;
}
