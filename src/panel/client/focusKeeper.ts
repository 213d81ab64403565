/**
 * Brings the keyboard back to where it was before it left for the palette or another part of the
 * window: the browser keeps no place in a frame that loses the focus.
 */
export function returnFocus(root: HTMLElement): void {
  let place: HTMLElement | undefined;
  document.addEventListener("focusin", (event) => {
    const target = event.composedPath()[0];
    place = target instanceof HTMLElement ? target : undefined;
  });
  // Whoever comes back with the mouse has chosen a place.
  document.addEventListener("pointerdown", () => {
    place = undefined;
  });
  window.addEventListener("focus", () => {
    if (place === undefined || document.activeElement !== document.body) return;
    const key = place.closest<HTMLElement>("[data-focus]")?.dataset["focus"];
    (place.isConnected ? place : findPlace(root, key))?.focus({ preventScroll: true });
  });
}

/**
 * Redraws while the keyboard stays where it was: by the key of the element, if it is still there
 * after the redraw, else at the start of the page and not lost in the middle of nowhere.
 */
export function keepFocus(root: HTMLElement, redraw: () => void): void {
  const before = document.activeElement;
  const wasInside = before !== null && before !== root && root.contains(before);
  const key = before?.closest<HTMLElement>("[data-focus]")?.dataset["focus"];
  redraw();
  const now = document.activeElement;
  // What still has it, or was given it by the redraw, keeps it.
  if (!wasInside || (now !== null && now !== root && root.contains(now))) return;
  (findPlace(root, key) ?? root).focus({ preventScroll: true });
}

function findPlace(root: HTMLElement, key: string | undefined): HTMLElement | null {
  if (key === undefined) return null;
  return root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
}
