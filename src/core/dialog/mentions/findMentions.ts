import { seenText } from "../../base/seenText";
import { longestDocument, longestLine } from "../../base/textLimits";
import { chatRef, userRef, workgroupRef, type DialogRef } from "../dialogId";
import { canBegin, canEnd, canNumberEnd, isWordAt } from "./boundaries";
import { cardAt } from "./cards";
import { entityDataAt, entityObjectAt } from "./entityData";
import { Links } from "./links";
import type { Mention, Subject } from "./mention";
import { linkValueAt, namedValueAt, nextInList, type NamedKind, type NamedValue } from "./names";
import { mentionAtPipe } from "./pipes";

export interface FindOptions {
  /**
   * Where the cursor stands. In documents over 2 MB and lines over 10,000 characters only what stands near it is
   * looked at, and without it nothing.
   */
  readonly around?: number;
  /** The text is all that was handed over, a paste or a selection: it is read however long it is, up to `mostLooks`. */
  readonly isPaste?: boolean;
}

/** Words that ids, names and links begin with or hold; all that follows looks only around them. */
const anchors =
  /(?:chat|dialog)(?![a-hj-tv-z])|чат|диалог|im_[a-z]|session|сесси|entity_?(?:data|type)|https?[:%]|(?:\/|%(?:25)*2f)(?:details|show|view|edit|user|group)(?:\\*\/|%(?:25)*2f)[1-9]/gi;
const workgroups = /sg[1-9]/gi;
const pipes = /(?:\||%(?:25)?7c)[1-9]/gi;

/**
 * All places of a text that name a dialog, or something whose chats can be looked for, in their order. A bare number
 * counts only beside a name that says what it is; ids within longer words, hosts, dates, versions and hashes are none.
 * One pass for each of three expressions; every place is looked at within bounds.
 */
export function findMentions(text: string, options: FindOptions = {}): readonly Mention[] {
  return stretches(text, options).flatMap(({ from, to }) => {
    const isWhole = from === 0 && to === text.length;
    const part = isWhole ? text : text.slice(from, to);
    const found = findIn(part, options.isPaste === true);
    if (isWhole) return found;
    // At a cut an id may be the rest of a longer word: the text beside it was not seen.
    const isCutBefore = from > 0 && isWordAt(text, from - 1);
    const isCutAfter =
      to < text.length && !isLineEnd(text.charCodeAt(to)) && !isLineEnd(text.charCodeAt(to - 1));
    return found
      .filter(({ start }) => !isCutBefore || start > 0)
      .filter(({ offset, length }) => !isCutAfter || offset + length + 1 < part.length)
      .map((mention) => ({
        ...mention,
        offset: mention.offset + from,
        start: mention.start + from,
      }));
  });
}

/** Places of one kind that are looked at in a paste: hundreds of lines of a log, more than anybody looks through. */
const mostLooks = 1_500;

function findIn(part: string, isPaste: boolean): readonly Mention[] {
  const { text, originalPlace } = seenText(part, isPaste);
  const found = new MentionFinder(text, isPaste).find();
  if (text === part) return found;
  return found.map((mention) => {
    const offset = originalPlace(mention.offset);
    const length = originalPlace(mention.offset + mention.length - 1) + 1 - offset;
    return { ...mention, offset, length, start: originalPlace(mention.start) };
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of a text is looked at. */
function stretches(text: string, { around, isPaste = false }: FindOptions): readonly Stretch[] {
  const whole = { from: 0, to: text.length };
  if (isPaste) return [whole];
  if (text.length > longestDocument) return around === undefined ? [] : [near(text, around)];
  if (text.length <= longestLine) return [whole];
  const long = longLines(text);
  if (long.length === 0) return [whole];
  const parts: Stretch[] = [];
  let from = 0;
  for (const line of long) {
    parts.push({ from, to: line.from });
    if (around !== undefined && line.from <= around && around <= line.to) {
      const { from: first, to: last } = near(text, around);
      parts.push({ from: Math.max(first, line.from), to: Math.min(last, line.to) });
    }
    from = line.to;
  }
  return [...parts, { from, to: text.length }].filter((part) => part.to > part.from);
}

function near(text: string, around: number): Stretch {
  const at = Math.max(0, Math.min(around, text.length));
  return { from: Math.max(0, at - longestLine), to: Math.min(text.length, at + longestLine) };
}

function longLines(text: string): readonly Stretch[] {
  const long: Stretch[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (to - from > longestLine) long.push({ from, to });
    from = to + 1;
  }
  return long;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

class MentionFinder {
  private readonly found: Mention[] = [];
  private readonly links: Links;
  /** A name whose value is an id with a prefix: the id begins at the name. */
  private named: NamedValue | undefined;
  /** Where the latest mention that a word began ends: nothing is read twice. */
  private readTo = 0;
  private readonly mostLooks: number;

  constructor(
    private readonly text: string,
    private readonly isPaste: boolean,
  ) {
    this.links = new Links(text);
    this.mostLooks = isPaste ? mostLooks : Infinity;
  }

  find(): readonly Mention[] {
    const { text, found } = this;
    this.look(anchors, (at, word) => {
      this.meet(at, word);
    });
    this.look(workgroups, (at) => this.readPrefixed(at, "sg".length, workgroupRef));
    const isPiped = text.includes("|") || /%(?:25)?7c/i.test(text);
    if (isPiped)
      this.look(pipes, (at) => {
        this.readPipe(at);
      });
    return inOrder(found);
  }

  private look(form: RegExp, read: (at: number, word: string) => void): void {
    let looks = 0;
    for (const { index, 0: word } of this.text.matchAll(form)) {
      if (++looks > this.mostLooks) return;
      read(index, word);
    }
  }

  private meet(at: number, word: string): void {
    if (at < this.readTo) return;
    switch (word.charAt(0).toLowerCase()) {
      case "h":
        this.links.meet(at);
        return;
      case "/":
      case "%":
        this.readCard(at);
        return;
      case "e":
        this.readEntityData(at);
        return;
      case "i":
        if (!this.readName(linkValueAt(this.text, at))) this.readLinkWord(at + "im_".length);
        return;
      default:
        this.readWord(at, word);
    }
  }

  private readWord(at: number, word: string): void {
    const isChat = word.length === "chat".length || word.length === "чат".length;
    if (isChat && this.readPrefixed(at, word.length, chatRef)) return;
    this.readName(namedValueAt(this.text, at, word, this.isPaste));
  }

  /** `IM_CHAT_ID` is a name like others; the expression has gone on past its beginning. */
  private readLinkWord(at: number): void {
    const word = /^(?:chat|dialog)/i.exec(this.text.slice(at, at + "dialog".length))?.[0];
    if (word !== undefined) this.readWord(at, word);
  }

  /** `chat29`, `чат29`, `chat_29`, `sg12`: they stand for themselves. */
  private readPrefixed(at: number, prefix: number, refOf: (number: number) => DialogRef): boolean {
    const { text, named } = this;
    const afterPrefix = at + prefix;
    const digitsAt = text.charCodeAt(afterPrefix) === 95 ? afterPrefix + 1 : afterPrefix;
    const end = digitsEnd(text, digitsAt);
    if (end === digitsAt) return false;
    const number = Number(text.slice(digitsAt, end));
    if (!Number.isSafeInteger(number) || !canBegin(text, at) || !canEnd(text, end)) return true;
    const isNamed = named?.valueAt === at;
    const isInLink = isNamed || /[=D]/i.test(text.charAt(at - 1));
    this.add(at, end, isNamed ? named.start : at, { kind: "dialog", ref: refOf(number) }, isInLink);
    return true;
  }

  private readName(named: NamedValue | undefined): boolean {
    if (named === undefined) return false;
    this.named = named;
    let valueAt: number | undefined = named.valueAt;
    let { start } = named;
    while (valueAt !== undefined && this.found.length < this.mostLooks) {
      const end = this.readNumber(valueAt, start, named.kind);
      valueAt = end === undefined || !named.isList ? undefined : nextInList(this.text, end);
      start = valueAt ?? 0;
    }
    return true;
  }

  /** @returns where the number ends; `undefined`: there is none */
  private readNumber(at: number, start: number, kind: NamedKind): number | undefined {
    const end = digitsEnd(this.text, at);
    if (end === at) return undefined;
    const number = Number(this.text.slice(at, end));
    if (!Number.isSafeInteger(number) || !canNumberEnd(this.text, end)) return undefined;
    this.add(at, end, start, subjectOf(kind, number), true);
    this.readTo = end;
    return end;
  }

  private readPipe(at: number): void {
    const found = mentionAtPipe(this.text, at);
    if (found === undefined) return;
    const isNamed = this.text.charAt(found.offset - 1) === "=";
    const { offset, length, subject } = found;
    this.add(offset, offset + length, offset, subject, isNamed);
  }

  private readCard(at: number): void {
    const card = cardAt(this.text, at);
    if (card === undefined) return;
    this.add(card.offset, card.offset + card.length, card.offset, card.subject, true);
  }

  private readEntityData(at: number): void {
    const found = entityDataAt(this.text, at) ?? entityObjectAt(this.text, at);
    if (found === undefined) return;
    this.add(found.offset, found.offset + found.length, at, found.subject, false);
  }

  private add(
    offset: number,
    end: number,
    start: number,
    subject: Subject,
    isOfLink: boolean,
  ): void {
    const length = end - offset;
    const host = isOfLink ? this.links.hostAt(start) : undefined;
    this.found.push(
      host === undefined
        ? { offset, length, start, subject }
        : { offset, length, start, subject, host },
    );
  }
}

/** Where a number ends that begins here, without a leading zero; the place itself: there is none. */
function digitsEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 48) return at;
  let end = at;
  // Longer ones are none of a portal's, and the rest of the digits says so.
  while (end < at + 17 && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function subjectOf(kind: NamedKind, number: number): Subject {
  switch (kind) {
    case "chat":
      return { kind: "dialog", ref: chatRef(number) };
    case "dialog":
      return { kind: "dialog", ref: userRef(number) };
    case "session":
      return { kind: "session", sessionId: number };
  }
}

/** Each expression finds in order; only together they have to be sorted. */
function inOrder(found: readonly Mention[]): readonly Mention[] {
  const sorted = found.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let end = -1;
  return sorted.filter(({ offset, length }) => {
    if (offset < end) return false;
    end = offset + length;
    return true;
  });
}
