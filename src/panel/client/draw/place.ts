/**
 * Makes `children` the children of `parent`, touching only what differs: a node that stays where it
 * was keeps its focus, its selection and its scroll position.
 */
export function place(parent: Element, children: readonly Node[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) {
    if (!wanted.has(child)) child.remove();
  }
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}
