/** Finds a character from places that only go on: what was found ahead is not looked for again. */
export class NextOf {
  private found = -1;

  constructor(
    private readonly character: string,
    private readonly text: string,
  ) {}

  /** @returns `Infinity` when there is none */
  from(place: number): number {
    if (this.found < place) {
      const next = this.text.indexOf(this.character, place);
      this.found = next < 0 ? Infinity : next;
    }
    return this.found;
  }
}
