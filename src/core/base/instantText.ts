const isoWithOffset = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * An instant as a language writes it, with the offset it is told in: where the host runs is not always where
 * the reader is.
 * @param iso ISO 8601 with offset; anything else comes back as it is
 * @param timeZone an IANA name; absent: the host's
 */
export function instantText(iso: string, language: string, timeZone?: string): string {
  // JavaScript reads a date in almost any text, and 05.12.2026 as the 12th of May.
  const date = new Date(isoWithOffset.test(iso) ? iso : NaN);
  if (Number.isNaN(date.getTime())) return iso;
  const format = new Intl.DateTimeFormat(language, {
    year: "numeric",
    month: "short",
    day: "numeric",
    ...timeOfDay,
    timeZone,
  });
  return withUtc(format.format(date));
}

/** The same without the day, for what is near. */
export function timeText(ms: number, language: string, timeZone?: string): string {
  return withUtc(new Intl.DateTimeFormat(language, { ...timeOfDay, timeZone }).format(ms));
}

/** The days from one instant to another, as a language writes them. */
export function daysText(
  fromMs: number,
  toMs: number,
  language: string,
  timeZone?: string,
): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone });
  return format.formatRange(fromMs, toMs);
}

/** Zones are written one way everywhere: UTC, UTC+3. */
function withUtc(text: string): string {
  return text.replace(/GMT(?:\+0\b)?/, "UTC");
}

const timeOfDay = { hour: "numeric", minute: "2-digit", timeZoneName: "shortOffset" } as const;
