import { seenText } from "../../base/seenText";
import { clip } from "../../base/visibleText";
import { findSecrets } from "../../portal/leaks";
import { hiddenSecret } from "../../portal/secretText";
import { findMentions } from "./findMentions";
import { mentionAt, subjectKey, type Mention } from "./mention";
import { readingsAt, readText, type Reading } from "./readText";

/** Something that a document names, and how far from the cursor. */
export interface NearbyReading extends Reading {
  /** `here`: selected, under the cursor, or the only one of its line. */
  readonly nearness: "here" | "line" | "file";
  /** 0-based. */
  readonly line: number;
  readonly lineText: string;
}

/** More of a file is a list to look through, not an offer. */
const mostOfFile = 8;
const longestLineText = 160;
/** With the address that it stands in. */
const longestSecret = 500;
/** Nobody writes it. */
const hidden = "\uE000";

/**
 * What a document names at the cursor or in the selection, then in its line, then elsewhere, the nearest first; each
 * thing once.
 * @param from where the selection begins, to where it ends: the same for a cursor
 */
export function readAround(text: string, from: number, to: number): readonly NearbyReading[] {
  const mentions = findMentions(text, { around: to });
  const lineFrom = text.lastIndexOf("\n", from - 1) + 1;
  const lineEnd = text.indexOf("\n", to);
  const lineTo = lineEnd < 0 ? text.length : lineEnd;
  const inLine = mentions.filter(({ offset }) => lineFrom <= offset && offset < lineTo);
  const here = from < to ? selected(text, from, to) : underCursor(inLine, to);
  const elsewhere = mentions
    .filter((mention) => !inLine.includes(mention))
    .toSorted((a, b) => Math.abs(a.offset - to) - Math.abs(b.offset - to));
  const seen = new Set<string>();
  const isNew = ({ subject, host }: Reading): boolean => {
    const key = `${subjectKey(subject)} ${host ?? ""}`;
    return !seen.has(key) && Boolean(seen.add(key));
  };
  const near = (nearness: NearbyReading["nearness"], readings: readonly Reading[]) =>
    readings.filter(isNew).map((reading) => placed(text, nearness, reading, to));
  return [
    ...near("here", here),
    ...near("line", readingsAt(inLine)),
    ...near("file", readingsAt(elsewhere)).slice(0, mostOfFile),
  ];
}

function selected(text: string, from: number, to: number): readonly Reading[] {
  return readText(text.slice(from, to)).map((reading) => ({
    ...reading,
    at: from + (reading.at ?? 0),
  }));
}

/** What the cursor is on; else the only thing of its line: of several nobody knows which is meant. */
function underCursor(inLine: readonly Mention[], position: number): readonly Reading[] {
  const at = mentionAt(inLine, position);
  if (at !== undefined) return readingsAt([at]);
  const all = readingsAt(inLine);
  const [only] = all;
  return all.length === 1 && only !== undefined ? [only] : [];
}

function placed(
  text: string,
  nearness: NearbyReading["nearness"],
  reading: Reading,
  otherwise: number,
): NearbyReading {
  const at = reading.at ?? otherwise;
  const line = lineNumber(text, text.lastIndexOf("\n", at - 1) + 1);
  return { ...reading, nearness, line, lineText: lineTextAt(text, at) };
}

/** The line of a place, of a long one what stands around it; without the colors of a terminal and secrets. */
export function lineTextAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  const from = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - longestLineText / 2);
  const to = Math.min(end < 0 ? text.length : end, from + longestLineText);
  // Where a long line is cut, a secret may be cut, too.
  const before = Math.max(0, from - longestSecret);
  let shown = text.slice(before, to + longestSecret);
  for (const { offset, length } of findSecrets(shown)) {
    shown = shown.slice(0, offset) + hidden.repeat(length) + shown.slice(offset + length);
  }
  const line = shown.slice(from - before, to - before).replace(/\uE000+/g, hiddenSecret);
  return clip(seenText(line, true).text.trim(), longestLineText);
}

function lineNumber(text: string, lineFrom: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < lineFrom; at = text.indexOf("\n", at + 1))
    line++;
  return line;
}
