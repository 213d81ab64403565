import { readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { repository } from "../../host/paths";

const textsSchema = v.record(v.string(), v.string());

function read(file: string): Readonly<Record<string, string>> {
  return v.parse(textsSchema, JSON.parse(readFileSync(path.join(repository, file), "utf8")));
}

const bundle = read("l10n/bundle.l10n.ru.json");
const manifest = read("package.nls.ru.json");

/** A sentence of the bundle in Russian. */
export function russian(english: string): string {
  return found(bundle[english], english);
}

/** A command as the palette lists it, by its id without the prefix. */
export function russianCommand(id: string): string {
  return `Bitrix24: ${found(manifest[`command.${id}`], id)}`;
}

function found(text: string | undefined, key: string): string {
  if (text === undefined) throw new Error(`There is no Russian for “${key}”.`);
  return text;
}

/**
 * Sentences and labels of the bundle which are in English what they are in no Russian window. A lower-case word alone
 * may be a value of the portal's; what is hardly more than placeholders matches anything.
 */
const english = Object.entries(bundle)
  .filter(([key, translation]) => key !== translation)
  .filter(([key]) => /^\P{L}*\p{Lu}|\p{L} \p{L}|\{0\}/u.test(key))
  .filter(([key]) => /\p{L}{4}/u.test(key.replaceAll(/\{\d+\}/g, "")))
  .map(([key]) => ({
    key,
    pattern: new RegExp(
      `^${key
        .split(/\{\d+\}/)
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join(".+")}$`,
      "su",
    ),
  }));

/** Which sentences of the bundle are shown in English. */
export function englishAmong(texts: readonly string[]): string[] {
  return english
    .filter(({ pattern }) => texts.some((text) => pattern.test(text.trim())))
    .map(({ key }) => key);
}
