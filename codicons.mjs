import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";

/** What is loaded as the style of codicons has only the icons that the sources name, with their font inside. */
export const usedCodicons = {
  name: "used-codicons",
  setup(build) {
    build.onLoad({ filter: /codicons[\\/]dist[\\/]codicon\.css$/ }, async ({ path: file }) => {
      const [css, font, words] = await Promise.all([
        readFile(file, "utf8"),
        readFile(file.replace(/\.css$/, ".ttf")),
        // What a page shows is named there, and nowhere else.
        wordsIn("src/panel", "src/text"),
      ]);
      const icons = [
        ...css.matchAll(/^\.codicon-([\w-]+):before \{ content: "\\([0-9a-f]+)" \}$/gm),
      ];
      const used = icons.filter(([, name]) => words.has(name));
      const characters = used.map(([, , code]) => String.fromCodePoint(Number.parseInt(code, 16)));
      const subset = await subsetFont(font, characters.join(""), { targetFormat: "woff2" });
      const base = css.slice(0, icons[0].index);
      return {
        loader: "css",
        contents:
          base.replace(
            /src: .*;/,
            `src: url("data:font/woff2;base64,${subset.toString("base64")}") format("woff2");`,
          ) + used.map(([rule]) => rule).join("\n"),
      };
    });
  },
};

/** Every string in the sources that could name an icon, and every class of one. */
async function wordsIn(...folders) {
  const words = new Set();
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const text = await readFile(path.join(entry.parentPath, entry.name), "utf8");
      for (const [, word, icon] of text.matchAll(/["'`]([a-z][\w-]*)["'`]|codicon-([a-z][\w-]*)/g))
        words.add(word ?? icon);
    }
  }
  return words;
}
