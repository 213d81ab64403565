import { EventEmitter, once } from "node:events";

/** Places for processes with tests. */
export class Room {
  private readonly events = new EventEmitter();

  constructor(private left: number) {}

  has(places: number): boolean {
    return places <= this.left;
  }

  take(places: number): void {
    this.left -= places;
  }

  give(): void {
    this.left += 1;
    this.events.emit("freed");
  }

  /** Ends when a place becomes free. */
  async whenFreed(): Promise<void> {
    await once(this.events, "freed");
  }
}
