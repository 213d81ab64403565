import type { PanelBody, PanelFacts, PanelValue } from "../protocol/panelView";

/** What a newer answer changed: keys of rows, and of lines of the summary. */
export type Changes = ReadonlySet<string>;

/** As long as somebody needs to find what is marked. */
const markedMs = 6_000;

/** Marks for some seconds what a refresh has changed. */
export class Refreshes {
  private shown: PanelFacts | undefined;
  private timer: number | undefined;
  private current: Changes | undefined;

  /** @param onEnd nothing is marked any more */
  constructor(private readonly onEnd: () => void) {}

  /** Of the last refresh, for some seconds; empty: it brought nothing new. */
  get changes(): Changes | undefined {
    return this.current;
  }

  /** @returns whether it is a newer answer about what was shown before */
  take(body: PanelBody): boolean {
    const before = this.shown;
    const now = body.type === "facts" ? body : undefined;
    this.shown = now;
    const isSame = (key: string): boolean =>
      before !== undefined && now !== undefined && valueOf(now, key) === valueOf(before, key);
    // Until the answer is another one, what changes are names that came later.
    if (isSame("answer.readAt")) return false;
    this.endMarks();
    // What another reader is told is no change.
    if (before === undefined || now === undefined || !isSame("answer.actsAs")) return false;
    this.current = changesBetween(before, now);
    this.timer = window.setTimeout(() => {
      this.current = undefined;
      this.onEnd();
    }, markedMs);
    return true;
  }

  /** Another dialog takes the page: nothing of it is a change. */
  forget(): void {
    this.shown = undefined;
    this.endMarks();
  }

  private endMarks(): void {
    window.clearTimeout(this.timer);
    this.current = undefined;
  }
}

function valueOf({ groups }: PanelFacts, key: string): string | undefined {
  const fields = groups.flatMap((group) => group.fields);
  return JSON.stringify(fields.find((field) => field.key === key)?.value);
}

/** How answers were got is no part of them. */
function changesBetween(before: PanelFacts, now: PanelFacts): Changes {
  const known = new Map(printsOf(before));
  return new Set(printsOf(now).flatMap(([key, print]) => (known.get(key) === print ? [] : [key])));
}

function printsOf({ groups, summary }: PanelFacts): readonly (readonly [string, string])[] {
  return [
    ...summary.map((line) => [`summary/${line.id}`, JSON.stringify(line.parts)] as const),
    ...groups
      .filter(({ id }) => !id.startsWith("answer"))
      .flatMap(({ fields }) => fields)
      .filter(({ wireName }) => wireName !== undefined)
      .map(({ key, value }) => [key, printOf(value)] as const),
  ];
}

/** Names come after the record, and are no part of it. */
function printOf(value: PanelValue): string {
  if (value.type === "person") return value.raw;
  if (value.type !== "people") return JSON.stringify(value);
  const people = value.people.map(({ userId, dateIso = "" }) => `${userId} ${dateIso}`);
  return [value.found, ...people].join();
}
