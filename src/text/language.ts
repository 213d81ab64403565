import * as l10n from "@vscode/l10n";

/**
 * Sets the language of every sentence and number of this folder and of the panel's views. Before it they are English.
 * @param translations by English text, as in `vscode.l10n.bundle`; absent: English
 */
export function speak(translations: Readonly<Record<string, string>> | undefined): void {
  l10n.config({ contents: { ...translations } });
}

/** A number as the language of the texts writes it: `1,234.5`. */
export function numberText(value: number): string {
  return value.toLocaleString(language());
}

/** The time of day, to the minute, of this computer's clock. */
export function clockText(timeMs: number): string {
  return new Date(timeMs).toLocaleTimeString(language(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** What is said of each member of a union: the compiler asks for all of them. */
export function wording<Key extends string, Given extends readonly unknown[] = []>(
  sentences: Readonly<Record<Key, (...given: Given) => string>>,
): (key: Key, ...given: Given) => string {
  return (key, ...given) => sentences[key](...given);
}

/** What a counted thing is called. Languages with fewer forms never ask for the others. */
export interface PluralForms {
  /** English 1; Russian 1, 21, 31. */
  readonly one: string;
  /** Russian 2 to 4, 22 to 24. */
  readonly few: string;
  /** English all but 1; Russian 0, 5 to 20. */
  readonly many: string;
}

/** The form that goes with a number. Each form says the number itself, as `{0}`. */
export function plural(count: number, forms: PluralForms): string {
  const form = new Intl.PluralRules(language()).select(count);
  return form === "one" || form === "few" ? forms[form] : forms.many;
}

/** The translation says itself in which language it is: numbers must not speak another one. */
function language(): string {
  return l10n.t({ message: "en", comment: ["BCP 47 tag of the language of this file"] });
}
