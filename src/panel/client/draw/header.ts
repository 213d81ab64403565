import type { PanelHeader } from "../../protocol/panelView";
import { drawAvatar } from "./avatar";
import { element, icon, isolated } from "./element";

/** Who this is: picture, title, kind, DIALOG_ID, portal. */
export function drawHeader(header: PanelHeader): HTMLElement {
  return element(
    "header",
    { class: "head" },
    drawAvatar(header),
    element(
      "div",
      { class: "head-text" },
      element("h1", { class: "title", title: header.title }, isolated(header.title)),
      element(
        "p",
        { class: "meta" },
        header.kind === undefined
          ? undefined
          : element("span", { class: "meta-item" }, icon(header.kind.codicon), header.kind.label),
        header.dialogId === undefined
          ? undefined
          : element("code", { class: "meta-item dialog-id" }, isolated(header.dialogId)),
        drawPortal(header.portal),
        header.eyes === undefined
          ? undefined
          : element(
              "span",
              { class: "meta-item eyes" },
              icon(header.eyes.codicon),
              isolated(header.eyes.label),
            ),
      ),
    ),
  );
}

function drawPortal({ name, host }: PanelHeader["portal"]): HTMLElement {
  return element(
    "span",
    { class: "meta-item" },
    icon("globe"),
    name === host ? undefined : isolated(name, { class: "portal-name" }),
    isolated(host, { class: "portal-host" }),
  );
}
