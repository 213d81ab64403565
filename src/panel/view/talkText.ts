import { messageUrl } from "../../core/dialog/links";
import { parseBbCode } from "../../core/dialog/messages/bbCode";
import { textOf, type BbNode } from "../../core/dialog/messages/bbNode";
import { visibleText } from "../../core/base/visibleText";
import type { PanelTextNode } from "../protocol/panelView";

/** What a text needs to be drawn. */
export interface TextSurroundings {
  /** Of the portal; absent: it has no pages to open. */
  readonly origin: string | undefined;
  /** The name that a user has now; `undefined`: not known. */
  readonly nameOf: (userId: number) => string | undefined;
}

/** A message's text as it is drawn: a link leads where it says and nowhere else, or is the text that was written. */
export function talkText(text: string, surroundings: TextSurroundings): readonly PanelTextNode[] {
  return parseBbCode(text).flatMap((node) => drawn(node, surroundings));
}

function drawn(node: BbNode, surroundings: TextSurroundings): readonly PanelTextNode[] {
  switch (node.type) {
    case "text":
    case "code":
    case "tag":
      return [{ type: node.type, text: visibleText(node.text) }];
    case "time":
      return [{ type: "time", iso: new Date(node.epochS * 1000).toISOString() }];
    case "link":
      return linkNodes(node, surroundings);
    case "mention":
      return [mention(node, surroundings)];
    default:
      return [{ type: node.type, nodes: inside(node.nodes, surroundings) }];
  }
}

function inside(
  nodes: readonly BbNode[],
  surroundings: TextSurroundings,
): readonly PanelTextNode[] {
  return nodes.flatMap((node) => drawn(node, surroundings));
}

function linkNodes(
  { target, open, close, nodes }: Extract<BbNode, { type: "link" }>,
  surroundings: TextSurroundings,
): readonly PanelTextNode[] {
  const label = inside(nodes, surroundings);
  const url = messageUrl(surroundings.origin, target);
  if (url === undefined) {
    const written = (text: string): PanelTextNode[] =>
      text === "" ? [] : [{ type: "text", text: visibleText(text) }];
    return [...written(open), ...label, ...written(close)];
  }
  return [linkTo(url, nodes.map(textOf).join(""), label)];
}

/** @param said what a reader sees of it: where that does not name the host, it is added */
export function linkTo(url: string, said: string, nodes: readonly PanelTextNode[]): PanelTextNode {
  const host = /^https?:/i.test(url) ? new URL(url).host : "";
  const isSaid = host === "" || said.includes(host);
  return { type: "link", url, ...(isSaid ? {} : { host }), nodes };
}

function mention(
  { of, target, isCurrentName, nodes }: Extract<BbNode, { type: "mention" }>,
  surroundings: TextSurroundings,
): PanelTextNode {
  const now = isCurrentName && of === "user" ? surroundings.nameOf(Number(target)) : undefined;
  const isNumber = /^\d+$/.test(target);
  return {
    type: "mention",
    id: visibleText(of === "chat" && isNumber ? `chat${target}` : target),
    nodes: now === undefined ? inside(nodes, surroundings) : [{ type: "text", text: now }],
  };
}
