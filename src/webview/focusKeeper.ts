/**
 * Redraws while the keyboard stays where it was: by the key of the element, if it is still there
 * after the redraw, else at the start of the page and not lost in the middle of nowhere.
 */
export function keepFocus(root: HTMLElement, redraw: () => void): void {
  const before = document.activeElement;
  const wasInside = before !== null && before !== root && root.contains(before);
  const key = before?.closest<HTMLElement>("[data-focus]")?.dataset["focus"];
  redraw();
  if (!wasInside || document.activeElement === before) return;
  const again =
    key === undefined ? null : root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
  (again ?? root).focus({ preventScroll: true });
}
