const offsetMs = 2 * 60 * 60 * 1000;

/** ISO 8601 at the portal's fixed offset, to the second: `2026-02-24T13:19:39+02:00`. */
export function portalDate(epochMs: number): string {
  return `${new Date(epochMs + offsetMs).toISOString().slice(0, 19)}+02:00`;
}

/** The reverse, for dates written by hand in the seed data. */
export function epochOf(iso: string): number {
  return Date.parse(iso);
}
