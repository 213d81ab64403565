import type { Chance } from "./chance";
import { hostileTexts } from "./hostileTexts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON that no value of JavaScript is written as: put into the text in the place of a mark. */
const rawTokens = [
  "1e400",
  "-0",
  "1.0",
  "12345678901234567890123",
  '"\\ud800"',
  "[[[[[[[[[[]]]]]]]]]]",
  '{"a":1,"a":2}',
  '{"__proto__":{"isAdmin":true}}',
  "0.1e-7",
];
const mark = "\u0001raw";

/** Damages a reply as portals, proxies and enemies might: mostly in its structure, sometimes in its text. */
export function mutated(text: string, chance: Chance, more: readonly string[] = []): string {
  if (chance.is(0.03)) return damaged(text, chance);
  const root: { reply?: Json } = { reply: JSON.parse(text) as Json };
  let raw: string | undefined;
  for (let changes = 1 + chance.below(3); changes > 0; changes -= 1) {
    const { holder, key } = placeIn(root, chance);
    const value = oddValue(holder[key], chance, more);
    if (value === mark) raw = chance.oneOf(rawTokens);
    change(holder, key, value, chance);
  }
  const written = root.reply === undefined ? "" : JSON.stringify(root.reply);
  return raw === undefined ? written : written.replaceAll(JSON.stringify(mark), raw);
}

interface Place {
  readonly holder: Record<string, Json>;
  readonly key: string;
}

/** Deep places are as likely as shallow ones. */
function placeIn(root: { reply?: Json }, chance: Chance): Place {
  let place: Place = { holder: root, key: "reply" };
  for (;;) {
    const value = place.holder[place.key];
    if (typeof value !== "object" || value === null) return place;
    const keys = Object.keys(value);
    if (keys.length === 0 || chance.is(0.15)) return place;
    // A list has its items by number: to what follows it is an object like any other.
    place = { holder: value as Place["holder"], key: chance.oneOf(keys) };
  }
}

function change(holder: Place["holder"], key: string, value: Json, chance: Chance): void {
  const kind = chance.below(10);
  if (kind === 0 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else if (kind === 1 && !Array.isArray(holder)) {
    Object.defineProperty(holder, oddKey(key, chance), {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else holder[key] = value;
}

function oddKey(key: string, chance: Chance): string {
  return chance.oneOf([key.toUpperCase(), `${key} `, "", "__proto__x", chance.oneOf(hostileTexts)]);
}

function oddValue(value: Json | undefined, chance: Chance, more: readonly string[]): Json {
  switch (chance.below(8)) {
    case 0:
      return chance.oneOf<Json>([null, "", [], {}, 0, false]);
    case 1:
      return chance.oneOf<Json>([-1, 1e21, 0.5, true, "Y", "N", "0", "1e3", 2 ** 53]);
    case 2:
      return mark;
    case 3:
      return [value ?? null, value ?? null];
    case 4:
      return { value: value ?? null };
    case 5:
      return nested(chance.below(200));
    default:
      return chance.oneOf([...hostileTexts, ...more]);
  }
}

function nested(depth: number): Json {
  let value: Json = "deep";
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** Cut off, doubled, or with a character that does not belong there. */
function damaged(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  switch (chance.below(3)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at - chance.below(20));
    default:
      return (
        text.slice(0, at) +
        chance.oneOf(["\u0000", '"', "\\", "}", "\ufffd", "<html>"]) +
        text.slice(at)
      );
  }
}
