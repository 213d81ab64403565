import { TokenPlace, type ShownValue } from "../../portal/shownParams";

/** How a language writes the values of a call. */
export interface Notation {
  readonly text: (text: string) => string;
  readonly token: (place: TokenPlace) => string;
  readonly entry: (name: string, value: string) => string;
  readonly list: readonly [string, string];
  readonly map: readonly [string, string];
  /** What stands between a bracket and its content on one line. */
  readonly space: "" | " ";
  readonly indent: string;
  readonly nothing: string;
  readonly flags: readonly [on: string, off: string];
  /** Whether the last of several lines ends with a comma too. */
  readonly closesWithComma: boolean;
  /** Entries over several lines, for a language that lines them up. */
  readonly lines?: (entries: readonly (readonly [name: string, value: string])[]) => string[];
}

/** A map longer than this is written over several lines. */
const lineLimit = 72;

/** @param margin what every line after the first begins with */
export function literal(value: ShownValue, notation: Notation, margin = ""): string {
  if (value === null) return notation.nothing;
  if (typeof value === "string") return notation.text(wellFormed(value));
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return notation.flags[value ? 0 : 1];
  if (value instanceof TokenPlace) return notation.token(value);
  const inner = margin + notation.indent;
  if (isList(value)) {
    return bracket(
      notation.list,
      value.map((entry) => literal(entry, notation, inner)),
      notation,
      margin,
    );
  }
  const entries = Object.entries(value).map(
    ([name, entry]) => [wellFormed(name), literal(entry, notation, inner)] as const,
  );
  const items = entries.map(([name, entry]) => notation.entry(name, entry));
  const isShort = isOneLine(items);
  const lined = isShort ? items : (notation.lines?.(entries) ?? items);
  return bracket(notation.map, lined, notation, margin, isShort);
}

function bracket(
  [open, close]: readonly [string, string],
  items: readonly string[],
  { space, indent, closesWithComma }: Notation,
  margin: string,
  isShort = isOneLine(items),
): string {
  if (items.length === 0) return open + close;
  if (isShort) return `${open}${space}${items.join(", ")}${space}${close}`;
  const inner = margin + indent;
  const end = closesWithComma ? "," : "";
  return `${open}\n${inner}${items.join(`,\n${inner}`)}${end}\n${margin}${close}`;
}

function isOneLine(items: readonly string[]): boolean {
  const text = items.join(", ");
  return text.length <= lineLimit && !text.includes("\n");
}

/** TypeScript does not tell a readonly list from a map by `Array.isArray`. */
function isList(value: ShownValue): value is readonly ShownValue[] {
  return Array.isArray(value);
}

/** Half of a pair of surrogates is no character: most languages could not write it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
