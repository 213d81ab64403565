import {
  appendNodes,
  textOf,
  withAddresses,
  withLineBreaks,
  withoutLinks,
  type BbNode,
} from "./bbNode";

/** Nobody nests deeper; what does is text. */
const deepestTags = 20;

/** A value holds no bracket: so each place of a text is looked at a bounded number of times. */
const tagAt =
  /\[(\/?)([a-z]{1,12})(?:[ \t]{0,3}=[ \t]{0,3}([^[\]\n]{0,2000})|[ \t][^[\]\n]{0,200})?\]/iy;

const styles = {
  b: "bold",
  i: "italic",
  u: "underline",
  s: "strike",
} as const;

/** Tags with an end: what they say of their content. The others of the list are drawn as their content alone. */
const pairs: ReadonlySet<string> = new Set([
  ...Object.keys(styles),
  ..."size color url user chat context call img send put".split(" "),
]);

interface Frame {
  readonly name: string;
  readonly value: string;
  readonly open: string;
  readonly nodes: BbNode[];
}

/** @see REST brief, messages.md section 4 */
export function parseBbCode(text: string): readonly BbNode[] {
  return blocksOf(text).flatMap(({ isQuote, lines }): readonly BbNode[] => {
    const nodes = new InlineParser(lines.join("\n")).parse();
    return isQuote ? [{ type: "quote", nodes }] : nodes;
  });
}

interface Block {
  readonly isQuote: boolean;
  readonly lines: string[];
}

const fence = /^-{54}$/;

/** Quotes are made of lines: each begins with `>>`, or the first and the last are 54 dashes. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const lastFence = lines.findLastIndex((line) => fence.test(line));
  let isFenced = false;
  let isCode = false;
  const add = (isQuote: boolean, line: string): void => {
    const last = blocks.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(line);
    else blocks.push({ isQuote, lines: [line] });
  };
  for (const [index, line] of lines.entries()) {
    if (!isCode && fence.test(line) && (isFenced || index < lastFence)) {
      isFenced = !isFenced;
      // Two quotes, one after the other, stay two.
      if (isFenced) blocks.push({ isQuote: true, lines: [] });
      continue;
    }
    const isMarked = !isCode && !isFenced && line.startsWith(">>");
    add(isFenced || isMarked, isMarked ? line.slice(2) : line);
    isCode = codeAfter(line, isCode);
  }
  return blocks.filter(({ lines: own }) => own.length > 0);
}

function codeAfter(line: string, before: boolean): boolean {
  const [last] = line.match(/\[\/?code\]/gi)?.slice(-1) ?? [];
  return last === undefined ? before : !last.startsWith("[/");
}

class InlineParser {
  /** The innermost tag that is open, in the end the text itself. */
  private top: Frame = { name: "", value: "", open: "", nodes: [] };
  private readonly around: Frame[] = [];
  private at = 0;
  /** Looked for once: a text of nothing but `[code]` is not searched to its end for each. */
  private hasCodeEnd = true;

  constructor(private readonly text: string) {}

  parse(): readonly BbNode[] {
    const { text } = this;
    let textStart = 0;
    const flush = (end: number): void => {
      if (end > textStart) this.addText(text.slice(textStart, end));
    };
    for (;;) {
      const start = text.indexOf("[", this.at);
      if (start === -1) break;
      tagAt.lastIndex = start;
      const match = tagAt.exec(text);
      if (match === null) {
        this.at = start + 1;
        continue;
      }
      flush(start);
      this.at = start + match[0].length;
      this.take(match);
      textStart = this.at;
    }
    flush(text.length);
    while (this.around.length > 0) this.unfold();
    return this.top.nodes;
  }

  private take(match: RegExpExecArray): void {
    const [written, slash, tag = "", value = ""] = match;
    const name = tag.toLowerCase();
    if (slash === "/") this.close(name, written);
    else if (pairs.has(name) && this.around.length < deepestTags) {
      this.around.push(this.top);
      this.top = { name, value: value.trim(), open: written, nodes: [] };
    } else this.single(name, value, written);
  }

  private single(name: string, value: string, written: string): void {
    const { nodes } = this.top;
    switch (name) {
      case "br":
        nodes.push({ type: "text", text: "\n" });
        return;
      case "code":
        this.code(written);
        return;
      case "timestamp": {
        const epochS = Number(/^\d{1,11}(?=\s|$)/.exec(value)?.[0] ?? NaN);
        if (Number.isNaN(epochS)) this.addText(written);
        else nodes.push({ type: "time", epochS, written });
        return;
      }
      case "disk":
      case "icon":
        nodes.push({ type: "tag", text: written });
        return;
      default:
        this.addText(written);
    }
  }

  private code(written: string): void {
    const end = this.hasCodeEnd ? indexOfCodeEnd(this.text, this.at) : -1;
    if (end === -1) {
      this.hasCodeEnd = false;
      this.addText(written);
      return;
    }
    this.top.nodes.push({ type: "code", text: this.text.slice(this.at, end) });
    this.at = end + "[/code]".length;
  }

  private close(name: string, written: string): void {
    if (!this.isOpen(name)) {
      this.addText(written);
      return;
    }
    while (this.top.name !== name) this.unfold();
    const frame = this.leave();
    appendNodes(this.top.nodes, closed(frame, written));
  }

  private isOpen(name: string): boolean {
    return this.top.name === name || this.around.some((frame) => frame.name === name);
  }

  private leave(): Frame {
    const frame = this.top;
    this.top = this.around.pop() ?? frame;
    return frame;
  }

  /** Never closed: the tag is text, and what follows it stands beside it. */
  private unfold(): void {
    const { open, nodes } = this.leave();
    this.addText(open);
    appendNodes(this.top.nodes, nodes);
  }

  private addText(text: string): void {
    const isLinked = [this.top, ...this.around].some(({ name }) => linkNames.has(name));
    appendNodes(
      this.top.nodes,
      isLinked ? [{ type: "text", text: withLineBreaks(text) }] : withAddresses(text),
    );
  }
}

const linkNames: ReadonlySet<string> = new Set(["url", "call", "img"]);

function closed({ name, value, open, nodes }: Frame, close: string): readonly BbNode[] {
  switch (name) {
    case "b":
    case "i":
    case "u":
    case "s":
      return [{ type: styles[name], nodes }];
    case "user":
    case "chat":
    case "context": {
      const isCurrentName = / replace$/i.test(value);
      const target = isCurrentName ? value.slice(0, -" replace".length) : value;
      return [{ type: "mention", of: name, target, isCurrentName, nodes }];
    }
    case "url":
    case "img":
    case "call": {
      const content = nodes.map(textOf).join("");
      const address = (value === "" || name === "img" ? content : value).trim();
      const target = name === "call" ? `tel:${address}` : address;
      return [{ type: "link", target, open, close, nodes: nodes.map(withoutLinks) }];
    }
    case "send":
    case "put":
      return [{ type: "tag", text: open }, ...nodes, { type: "tag", text: close }];
    default:
      return nodes;
  }
}

function indexOfCodeEnd(text: string, from: number): number {
  const end = /\[\/code\]/gi;
  end.lastIndex = from;
  return end.exec(text)?.index ?? -1;
}
