const highlightName = "filter";
/** More marks than anyone looks at only cost time. */
const maxMarks = 1000;

/** Marks what was found without touching the text: ranges, painted by `::highlight(filter)`. */
export function highlight(roots: readonly HTMLElement[], query: string): void {
  CSS.highlights.delete(highlightName);
  if (query === "") return;
  const marks = new Highlight();
  for (const root of roots) {
    for (const range of findRanges(root, query)) {
      if (marks.size >= maxMarks) break;
      marks.add(range);
    }
  }
  if (marks.size > 0) CSS.highlights.set(highlightName, marks);
}

function* findRanges(root: HTMLElement, query: string): Generator<Range> {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const original = node.nodeValue ?? "";
    const text = original.toLowerCase();
    if (text.length !== original.length) continue; // Positions would be off.
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + query.length);
      yield range;
    }
  }
}
