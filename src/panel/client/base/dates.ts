const isoWithOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** Writes moments and counts the way the reader's language does, moments in the reader's own time zone. */
export class Dates {
  private readonly format: Intl.DateTimeFormat;
  private readonly timeFormat: Intl.DateTimeFormat;

  /** @param language a BCP 47 tag; one that the browser does not know means the browser's own */
  constructor(readonly language: string) {
    this.format = new Intl.DateTimeFormat(knownLanguage(language), {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "shortOffset",
    });
    this.timeFormat = new Intl.DateTimeFormat(knownLanguage(language), { timeStyle: "medium" });
  }

  count(value: number): string {
    return value.toLocaleString(knownLanguage(this.language));
  }

  /** The time of the day, for a list in which the day goes without saying. */
  time(iso: string): string | undefined {
    const timeMs = isoWithOffset.test(iso) ? Date.parse(iso) : NaN;
    return Number.isNaN(timeMs) ? undefined : this.timeFormat.format(timeMs);
  }

  /** `undefined` for anything that is not ISO 8601 with an offset. */
  local(iso: string): string | undefined {
    if (!isoWithOffset.test(iso)) return undefined;
    const timeMs = Date.parse(iso);
    return Number.isNaN(timeMs)
      ? undefined
      : this.format.format(timeMs).replace(/GMT(?:\+0\b)?/, "UTC");
  }
}

function knownLanguage(language: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0];
  } catch {
    return undefined; // Not a language tag at all.
  }
}
