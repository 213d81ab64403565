const isoWithOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** From here on languages write separators. */
const longCount = 1_000;

/**
 * Writes moments and counts the way the reader's language does, moments in the reader's own time zone. A browser takes
 * longer to load what it knows of languages than to draw the page: that waits until something needs it.
 */
export class Dates {
  private format: Intl.DateTimeFormat | undefined;
  private timeFormat: Intl.DateTimeFormat | undefined;

  /** @param language a BCP 47 tag; one that the browser does not know means the browser's own */
  constructor(readonly language: string) {}

  count(value: number): string {
    return value < longCount ? String(value) : value.toLocaleString(knownLanguage(this.language));
  }

  /** The time of the day, for a list in which the day goes without saying. */
  time(iso: string): string | undefined {
    const timeMs = isoWithOffset.test(iso) ? Date.parse(iso) : NaN;
    if (Number.isNaN(timeMs)) return undefined;
    this.timeFormat ??= new Intl.DateTimeFormat(knownLanguage(this.language), {
      timeStyle: "medium",
    });
    return this.timeFormat.format(timeMs);
  }

  /** `undefined` for anything that is not ISO 8601 with an offset. */
  local(iso: string): string | undefined {
    if (!isoWithOffset.test(iso)) return undefined;
    const timeMs = Date.parse(iso);
    if (Number.isNaN(timeMs)) return undefined;
    this.format ??= new Intl.DateTimeFormat(knownLanguage(this.language), {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "shortOffset",
    });
    return this.format.format(timeMs).replace(/GMT(?:\+0\b)?/, "UTC");
  }
}

function knownLanguage(language: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0];
  } catch {
    return undefined; // Not a language tag at all.
  }
}
