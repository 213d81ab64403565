import { readFileSync } from "node:fs";
import { join } from "node:path";
import { speak } from "../../../../src/text/language";
import { repository } from "../../../host/paths";

const languages = ["English", "Russian"] as const;

/** The same tests in each language that VS Code may speak. */
export function inEachLanguage(tests: (language: (typeof languages)[number]) => void): void {
  for (const language of languages) {
    describe(`In ${language}`, () => {
      before(() => {
        speak(language === "English" ? undefined : russian());
      });
      after(() => {
        speak(undefined);
      });
      tests(language);
    });
  }
}

/** What is written while VS Code speaks Russian. */
export async function inRussian<T>(write: () => T | Promise<T>): Promise<T> {
  speak(russian());
  try {
    return await write();
  } finally {
    speak(undefined);
  }
}

/** The Russian texts by their English ones. */
export function russian(): Record<string, string> {
  const file = join(repository, "l10n", "bundle.l10n.ru.json");
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
}
