import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Gives VS Code a language as the installation of a language pack does, with an empty one: its own words stay
 * English, while extensions speak the language.
 * @param userData VS Code's folder of that name
 */
export async function installLanguage(language: string, userData: string): Promise<void> {
  const translations = path.join(userData, "language-pack", "main.i18n.json");
  await mkdir(path.dirname(translations), { recursive: true });
  await writeFile(translations, JSON.stringify({ version: "1.0.0", contents: {} }));
  const identifier = { id: `dialog-inspector-tests.language-pack-${language}` };
  const pack = {
    hash: language,
    extensions: [{ extensionIdentifier: identifier, version: "1.0.0" }],
    translations: { vscode: translations },
    label: language,
  };
  await writeFile(path.join(userData, "languagepacks.json"), JSON.stringify({ [language]: pack }));
}
