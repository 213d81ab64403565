/**
 * A group of controls is one stop of the Tab key; inside it keys move. The stop is where the reader was last.
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export class Roving {
  private readonly stops = new Map<string, string>();

  constructor(private readonly onMove: () => void) {}

  /** Which of its controls a group is entered at. */
  stopOf(group: string, keys: readonly string[]): string | undefined {
    const stop = this.stops.get(group);
    return stop !== undefined && keys.includes(stop) ? stop : keys[0];
  }

  moveTo(group: string, key: string): void {
    if (this.stops.get(group) === key) return;
    this.stops.set(group, key);
    this.onMove();
  }
}

/** Where a key leads among so many in a row; `undefined`: it is no key of the group. */
export function destination(
  key: string,
  [back, forward]: readonly [string, string],
  from: number,
  count: number,
): number | undefined {
  switch (key) {
    case forward:
      return (from + 1) % count;
    case back:
      return (from + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
