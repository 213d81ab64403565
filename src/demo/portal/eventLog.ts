import { helperBacklog, helperId, type EventFacts } from "../seed/backlog";

/** An event that waits for a bot to fetch it. */
export interface WaitingEvent extends EventFacts {
  readonly eventId: number;
  readonly dateMs: number;
}

const keptForMs = 24 * 60 * 60 * 1000;

/** The events of each bot, oldest first, until they are confirmed or a day old. */
export class EventLog {
  private filled: Map<number, readonly WaitingEvent[]> | undefined;
  private nextId = 1001;

  add(botId: number, event: EventFacts, nowMs: number): void {
    const before = this.waiting(nowMs).get(botId) ?? [];
    const added = { ...event, eventId: this.nextId++, dateMs: nowMs };
    this.waiting(nowMs).set(botId, [...before, added]);
  }

  of(botId: number, nowMs: number): readonly WaitingEvent[] {
    const all = this.waiting(nowMs).get(botId) ?? [];
    return all.filter(({ dateMs }) => nowMs - dateMs < keptForMs);
  }

  /** Deletes what lies before an offset: nobody can fetch it any more. @returns how many that were */
  confirm(botId: number, offset: number, nowMs: number): number {
    const all = this.of(botId, nowMs);
    const left = all.filter(({ eventId }) => eventId >= offset);
    this.waiting(nowMs).set(botId, left);
    return all.length - left.length;
  }

  /** Events of before are as old as the portal's clock says when anybody first asks. */
  private waiting(nowMs: number): Map<number, readonly WaitingEvent[]> {
    this.filled ??= new Map([
      [
        helperId,
        helperBacklog.map(({ secondsAgo, ...event }) => ({
          ...event,
          eventId: this.nextId++,
          dateMs: nowMs - secondsAgo * 1000,
        })),
      ],
    ]);
    return this.filled;
  }
}
