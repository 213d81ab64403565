import "./talkText.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelTextNode } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { isolated } from "../base/markup";

/** Other people's text with its markup: what the host did not mark up is text. White space counts in it. */
export function talkText(
  nodes: readonly PanelTextNode[],
  context: PanelContext,
): readonly (TemplateResult | string)[] {
  return nodes.map((node) => drawn(node, context));
}

// prettier-ignore
function drawn(node: PanelTextNode, context: PanelContext): TemplateResult | string {
  switch (node.type) {
    case "text":
      return node.text;
    case "code":
      return html`<code class="talk-code">${node.text}</code>`;
    case "tag":
      return html`<code class="talk-tag">${node.text}</code>`;
    case "time":
      return html`<time datetime=${node.iso} title=${node.iso}>${context.dates.local(node.iso) ?? node.iso}</time>`;
    case "link":
      return html`<a class="link" href=${node.url} title=${node.url}>${talkText(node.nodes, context)}</a>${
        node.host === undefined ? nothing : html` <span class="talk-host">${isolated(node.host)}</span>`
      }`;
    case "mention":
      return html`<span class="talk-mention">${talkText(node.nodes, context)} <code class="raw">${isolated(node.id)}</code></span>`;
    case "bold":
      return html`<strong>${talkText(node.nodes, context)}</strong>`;
    case "italic":
      return html`<em>${talkText(node.nodes, context)}</em>`;
    case "underline":
      return html`<u>${talkText(node.nodes, context)}</u>`;
    case "strike":
      return html`<s>${talkText(node.nodes, context)}</s>`;
    case "quote":
      return html`<blockquote class="talk-quote">${talkText(node.nodes, context)}</blockquote>`;
  }
}

/** What the filter finds in it. */
export function plainText(nodes: readonly PanelTextNode[]): string {
  return nodes
    .map((node) =>
      "text" in node ? node.text : "nodes" in node ? plainText(node.nodes) : node.iso,
    )
    .join("");
}
