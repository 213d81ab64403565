import type { Frame, Page } from "playwright-core";
import * as v from "valibot";

/** What follows stands in the page of a browser, for whose types the tests are not compiled. */
const walk = `
  function* elementsOf(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* elementsOf(element.shadowRoot);
    }
  }
  const isShown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
`;

/** Names of fields and values of the portal's own are shown as they came. */
const asTheyCame = "code, pre, script, style, .wire, .raw";

const texts = `(root) => {
  ${walk}
  const texts = new Set();
  for (const element of elementsOf(root)) {
    if (!isShown(element) || element.closest("${asTheyCame}")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      texts.add(element.getAttribute(name) ?? "");
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) texts.add(node.data);
    }
    // A sentence with a link or a name in it is several nodes.
    if (element.childElementCount < 4) texts.add(element.textContent);
  }
  return [...texts].map((text) => text.replaceAll(/\\s+/g, " ").trim()).filter((text) => text !== "");
}`;

/** Texts and names of everything that is shown in an element. */
export async function shownTexts(page: Frame | Page, selector: string): Promise<readonly string[]> {
  const root = `document.querySelector(${JSON.stringify(selector)})`;
  return v.parse(v.array(v.string()), await page.evaluate(`(${texts})(${root})`));
}

const misfits = `(root) => {
  ${walk}
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  for (const element of elementsOf(root)) {
    if (!isShown(element)) continue;
    const name = element.localName + "." + [...element.classList].join(".") + " " + element.textContent.trim().slice(0, 60);
    if (element.getBoundingClientRect().right > width + 1 && !isScrolled(element)) found.push("outside: " + name);
    if (element.matches("button, [role=button], [role=tab]") && linesOf(element) > 1) found.push("wraps: " + name);
  }
  return found;

  function isScrolled(element) {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(parent).overflowX)) return true;
    }
    return false;
  }
  function linesOf(element) {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let lines = 0;
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      lines = Math.max(lines, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size);
    }
    return lines;
  }
}`;

/** What does not fit into the width of the panel: elements outside of it, and buttons of more than one line. */
export async function misfitsOf(frame: Frame): Promise<readonly string[]> {
  return v.parse(v.array(v.string()), await frame.evaluate(`(${misfits})(document.body)`));
}
