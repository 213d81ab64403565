import "./header.css";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelHeader } from "../../protocol/panelView";
import { icon, isolated } from "../base/markup";
import { avatar } from "./avatar";

/** Who this is: picture, title, kind, DIALOG_ID, portal. */
export function header(header: PanelHeader): TemplateResult {
  const { title, kind, dialogId, portal, viewer } = header;
  return html`<header class="head">
    ${avatar(header)}
    <div class="head-text">
      <h1 class="title" title=${title}>${isolated(title)}</h1>
      <p class="meta">
        ${
          kind === undefined
            ? nothing
            : html`<span class="meta-item">${icon(kind.codicon)}${kind.label}</span>`
        }
        ${
          dialogId === undefined
            ? nothing
            : html`<code class="meta-item dialog-id">${isolated(dialogId)}</code>`
        }
        <span class="meta-item"
          >${icon("globe")}${
            portal.name === portal.host ? nothing : isolated(portal.name, "portal-name")
          }${isolated(portal.host, "portal-host")}</span
        >
        ${
          viewer === undefined
            ? nothing
            : html`<span class="meta-item eyes"
                >${icon(viewer.codicon)}${isolated(viewer.label)}</span
              >`
        }
      </p>
    </div>
  </header>`;
}
