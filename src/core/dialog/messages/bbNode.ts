/** The text of a message, taken apart. What is no tag, or is never closed, stays text as it was written. */
export type BbNode =
  | { readonly type: "text" | "code"; readonly text: string }
  | {
      readonly type: "bold" | "italic" | "underline" | "strike" | "quote";
      readonly nodes: readonly BbNode[];
    }
  /** `target` is unchecked; `open` and `close` are the tag as it was written, "" for a bare address. */
  | {
      readonly type: "link";
      readonly target: string;
      readonly open: string;
      readonly close: string;
      readonly nodes: readonly BbNode[];
    }
  /** Of a user, a chat, a session or a message: `target` names it. */
  | {
      readonly type: "mention";
      readonly of: "user" | "chat" | "context";
      readonly target: string;
      /** The portal shows the name that the user has now. */
      readonly isCurrentName: boolean;
      readonly nodes: readonly BbNode[];
    }
  | { readonly type: "time"; readonly epochS: number; readonly written: string }
  /** A tag that does something in the messenger, or shows what is not loaded here: as it was written. */
  | { readonly type: "tag"; readonly text: string };

/** Links hold no links. */
export function withoutLinks(node: BbNode): BbNode {
  switch (node.type) {
    case "link":
      return { type: "text", text: node.open + textOf(node) + node.close };
    case "text":
    case "code":
    case "time":
    case "tag":
      return node;
    default:
      return { ...node, nodes: node.nodes.map(withoutLinks) };
  }
}

/** What is left of a node as plain text. */
export function textOf(node: BbNode): string {
  switch (node.type) {
    case "text":
    case "code":
    case "tag":
      return node.text;
    case "time":
      return node.written;
    default:
      return node.nodes.map(textOf).join("");
  }
}

const bareAddress = /\bhttps?:\/\/[^\s<>"'[\]]{1,2000}/gi;

/** Text with the addresses that stand bare in it. */
export function withAddresses(text: string): readonly BbNode[] {
  const nodes: BbNode[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(bareAddress)) {
    let length = found.length;
    while (".,;:!?)".includes(found.charAt(length - 1))) length -= 1;
    const target = found.slice(0, length);
    if (index > at) nodes.push({ type: "text", text: withLineBreaks(text.slice(at, index)) });
    const label: BbNode = { type: "text", text: target };
    nodes.push({ type: "link", target, open: "", close: "", nodes: [label] });
    at = index + length;
  }
  if (at < text.length) nodes.push({ type: "text", text: withLineBreaks(text.slice(at)) });
  return nodes;
}

export function withLineBreaks(text: string): string {
  return text.replaceAll(/#br#/gi, "\n");
}

/** Text beside text becomes one. */
export function appendNodes(nodes: BbNode[], more: readonly BbNode[]): void {
  for (const node of more) {
    const last = nodes.at(-1);
    if (last?.type === "text" && node.type === "text") {
      nodes[nodes.length - 1] = { type: "text", text: last.text + node.text };
    } else nodes.push(node);
  }
}
