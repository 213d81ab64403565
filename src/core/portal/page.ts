/** A piece of a list that a portal gives by pages. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; absent on the last one. */
  readonly nextOffset: number | undefined;
  /** How many there are on all pages, where the portal counts them. */
  readonly total?: number | undefined;
}
