/** Whether the texts together have every word of the filter, in any case and order. */
export function matchesFilter(filter: string, ...texts: readonly string[]): boolean {
  if (filter === "") return true;
  const all = texts.join("\n").toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
