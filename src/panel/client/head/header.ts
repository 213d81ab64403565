import "./header.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelHeader, PanelTool } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { icon, isolated } from "../base/markup";
import { avatar } from "./avatar";
import { toolbar } from "./toolbar";

/** Who this is, and what can be done: picture, title and toolbar; below them kind, DIALOG_ID and portal. */
export function header(
  shown: PanelHeader,
  tools: readonly PanelTool[],
  context: PanelContext,
): TemplateResult {
  const { title, kind, dialogId, portal } = shown;
  return html`<header class="head">
    ${avatar(shown)}
    <h1 class="title" title=${title}>${isolated(title)}</h1>
    ${toolbar(tools, context)}
    <p class="meta">
      ${
        kind === undefined
          ? nothing
          : html`<span class="meta-item"
              >${icon(kind.codicon)}${isolated(kind.label, "kind")}</span
            >`
      }
      ${
        dialogId === undefined
          ? nothing
          : html`<button
              type="button"
              class="meta-item copy-id"
              title=${`${context.words.copyValue}: ${dialogId}`}
              data-focus="copy-id"
              @click=${() => {
                context.act("copyDialogId");
              }}
            >
              <code class="dialog-id">${isolated(dialogId)}</code>${icon("copy")}
            </button>`
      }
      ${portalPlace(portal)}
    </p>
  </header>`;
}

/** The portal leads to the dialog in it, where it has pages. */
function portalPlace({ name, host, url }: PanelHeader["portal"]): TemplateResult {
  const shown = isolated(name === "" ? host : name, "portal-name");
  return html`<span class="meta-item portal" title=${host}
    >${
      url === undefined
        ? shown
        : html`<a class="link portal-link" href=${url} title=${url} data-focus="portal"
            >${shown}</a
          >`
    }${
      name === host || name === ""
        ? nothing
        : html`<span class="portal-host">${isolated(host)}</span>`
    }</span
  >`;
}
