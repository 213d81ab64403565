export function isIsoDate(text: string): boolean {
  // Without an offset it is nobody's time in particular.
  const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;
  return text.length < 40 && iso.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * An instant as a language writes it, with the offset it is told in: where the host runs is not always where
 * the reader is.
 * @param iso ISO 8601 with offset; anything else comes back as it is
 * @param timeZone an IANA name; absent: the host's
 */
export function instantText(iso: string, language: string, timeZone?: string): string {
  // JavaScript reads a date in almost any text, and 05.12.2026 as the 12th of May.
  if (!isIsoDate(iso)) return iso;
  const date = new Date(iso);
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
