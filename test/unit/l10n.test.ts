import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { getL10nJson, type l10nJsonFormat } from "@vscode/l10n-dev";
import { repository } from "../host/paths";

/** The texts of every surface: the manifest's, and those of the running extension. */
const translated = [
  { english: "package.nls.json", russian: "package.nls.ru.json" },
  { english: "l10n/bundle.l10n.json", russian: "l10n/bundle.l10n.ru.json" },
];

/** Words that Russian writes exactly like English. */
const sameInRussian: ReadonlySet<string> = new Set<string>();

/** Words that Russian writes with ё, spelled with е: whole words, then participles by their stems. */
const withoutYo = [
  /^(?:еще|ее|нее|нем|чье|мое|свое|трех|счет|отчет|истек|(?:при|на|до|по|у)шел)$/,
  /^(?:учет|счетчик)[а-я]*$/,
  /^(?:вед|да|жд|бер|прочт|узна|оста)ет(?:ся)?$/,
  /^(?:за|при|про|по|до|подо|на|у)й?дет$/,
  /^(?:не)?(?:сохран|закрепл|защищ|отмен|замен|удал|включ|подключ|отключ|поврежд|разреш|определ)ен(?:н(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми))?$/,
];

describe("The English texts", () => {
  it("are what the sources say", async () => {
    const stored = readTexts("l10n/bundle.l10n.json");
    const exported = textsOf(await getL10nJson(tenByTen(sources())));
    const advice = "l10n/bundle.l10n.json is out of date: run “npm run l10n”, then translate";
    assert.deepEqual(keysOnlyIn(exported, stored), [], `${advice}. Missing in it:`);
    assert.deepEqual(keysOnlyIn(stored, exported), [], `${advice}. No longer in the sources:`);
    assert.deepEqual(stored, exported, advice);
  }).timeout(60_000);

  it("say the number in the form for one too: in Russian that is the form for 21", () => {
    const form = /\bone:\s*l10n\.t\(\s*(?:\{\s*message:\s*)?"([^"]*)"/g;
    const texts = sources().flatMap(({ contents }) =>
      [...contents.matchAll(form)].map(([, text]) => text ?? ""),
    );
    assert.notEqual(texts.length, 0);
    assert.deepEqual(
      texts.filter((text) => !text.includes("{0}")),
      [],
    );
  });

  it("are exactly those that the manifest names", () => {
    const named = new Set(namesIn(readJson("package.json")));
    assert.deepEqual([...named].sort(), [...readTexts("package.nls.json").keys()].sort());
  });
});

for (const { english, russian } of translated) {
  describe(`The Russian texts in ${russian}`, () => {
    const originals = readTexts(english);
    const translations = readTexts(russian);
    const pairs = [...originals].flatMap(([key, text]) => {
      const russianText = translations.get(key);
      return russianText === undefined ? [] : [{ key, text, russianText }];
    });

    it("are there for every English text, and for nothing else", () => {
      assert.deepEqual(keysOnlyIn(originals, translations), [], `Missing in ${russian}:`);
      assert.deepEqual(keysOnlyIn(translations, originals), [], `Unused in ${russian}:`);
    });

    it("are never empty", () => {
      const empty = pairs.filter(({ russianText }) => russianText.trim() === "");
      assert.deepEqual(keysOf(empty), []);
    });

    it("keep every placeholder", () => {
      const changed = pairs.filter(
        ({ text, russianText }) => placeholders(text) !== placeholders(russianText),
      );
      assert.deepEqual(keysOf(changed), []);
    });

    it("begin no line with a dash", () => {
      const loose = pairs.filter(({ russianText }) => russianText.includes(" —"));
      assert.deepEqual(keysOf(loose), []);
    });

    it("are Russian", () => {
      const untranslated = pairs.filter(
        ({ text, russianText }) => text === russianText && !sameInRussian.has(text),
      );
      assert.deepEqual(keysOf(untranslated), []);
    });
  });
}

for (const file of [...translated.map(({ russian }) => russian), "README.ru.md"]) {
  describe(`The Russian words in ${file}`, () => {
    it("have their ё", () => {
      const words =
        readText(file)
          .toLowerCase()
          .match(/[а-яё]+/g) ?? [];
      const wrong = words.filter((word) => withoutYo.some((pattern) => pattern.test(word)));
      assert.deepEqual(wrong, []);
    });
  });
}

function sources(): Source[] {
  return readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => ({ extension: extname(file), contents: readText(join("src", file)) }));
}

interface Source {
  readonly extension: string;
  readonly contents: string;
}

/** Those that may have texts, ten in one: the export begins anew for each, and that takes longer than reading it. */
function tenByTen(all: readonly Source[]): Source[] {
  const left = all.filter(({ contents }) => contents.includes("l10n"));
  const joined: Source[] = [];
  while (left.length > 0) {
    const contents = left.splice(0, 10).map((source) => source.contents);
    joined.push({ extension: ".ts", contents: contents.join("\n") });
  }
  return joined;
}

/** Every `%name%` of the manifest. */
function namesIn(value: unknown): string[] {
  if (typeof value === "string") return /^%([^%]+)%$/.exec(value)?.slice(1) ?? [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(namesIn) : [];
}

/** Text by key; a text with a comment for translators counts as the text alone. */
function textsOf(bundle: l10nJsonFormat): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(bundle).map(([key, value]) => [
      key,
      typeof value === "string" ? value : value.message,
    ]),
  );
}

function keysOnlyIn(
  some: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): string[] {
  return [...some.keys()].filter((key) => !others.has(key));
}

function keysOf(pairs: readonly { readonly key: string }[]): string[] {
  return pairs.map(({ key }) => key);
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join();
}

function readTexts(file: string): ReadonlyMap<string, string> {
  return textsOf(readJson(file) as l10nJsonFormat);
}

function readJson(file: string): unknown {
  return JSON.parse(readText(file));
}

function readText(file: string): string {
  return readFileSync(join(repository, file), "utf8");
}
