import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { readMethods, scopeNeededBy } from "../../src/core/portal/readMethods";
import { snippetClients } from "../../src/core/snippets/clients";
import { houseDiagram, shownDiagram } from "../pictures/house";
import { chooseStages } from "../host/stages/stages";

const repository = join(import.meta.dirname, "..", "..");

function textOf(file: string): string {
  return readFileSync(join(repository, file), "utf8");
}

const texts = v.record(v.string(), v.string());
const english = v.parse(texts, JSON.parse(textOf("package.nls.json")));
const russian = v.parse(texts, JSON.parse(textOf("package.nls.ru.json")));
const { contributes, scripts } = v.parse(
  v.object({
    scripts: texts,
    contributes: v.object({
      commands: v.array(v.object({ command: v.string(), title: v.string() })),
      menus: v.object({
        commandPalette: v.array(v.object({ command: v.string(), when: v.string() })),
      }),
      configuration: v.object({
        properties: v.record(v.string(), v.object({ default: v.unknown() })),
      }),
    }),
  }),
  JSON.parse(textOf("package.json")),
);

/** The rows of the tables below a heading, without those of headings below it; cells without their backquotes. */
function rowsBelow(heading: string, file = "docs/reference.md"): readonly (readonly string[])[] {
  const lines = textOf(file).split("\n");
  const start = lines.indexOf(heading);
  assert.notEqual(start, -1, `${file} has no "${heading}"`);
  const end = lines.findIndex((line, index) => index > start && line.startsWith("#"));
  return lines
    .slice(start + 1, end === -1 ? undefined : end)
    .filter((line, index, all) => line.startsWith("|") && all[index - 1]?.startsWith("|") === true)
    .filter((line) => !line.startsWith("|---"))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1")),
    );
}

/** What a person sees of a command's title. */
function titleOf(title: string, translated: Readonly<Record<string, string>>): string {
  return translated[title.replace(/^%|%$/g, "")] ?? title;
}

function sorted(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => row.join(" ")).sort();
}

describe("docs/reference.md", () => {
  it("lists every command with its title and id, and no other", () => {
    assert.deepEqual(
      sorted(rowsBelow("## Commands").map(([title = "", id = ""]) => [id, title])),
      sorted(contributes.commands.map((row) => [row.command, titleOf(row.title, english)])),
    );
  });

  it("lists every setting with its default, and no other", () => {
    assert.deepEqual(
      sorted(rowsBelow("## Settings").map((row) => row.slice(0, 2))),
      sorted(
        Object.entries(contributes.configuration.properties).map(([name, setting]) => [
          name,
          JSON.stringify(setting.default),
        ]),
      ),
    );
  });

  it("lists every method that can be called with its scope, and no other", () => {
    assert.deepEqual(
      sorted(rowsBelow("## Methods").map((row) => row.slice(0, 2))),
      sorted(Object.keys(readMethods).map((method) => [method, scopeNeededBy(method) ?? ""])),
    );
  });

  it("lists every client of Copy as Code in the order it is offered", () => {
    assert.deepEqual(
      rowsBelow("## Clients of Copy as Code").map((row) => row.slice(0, 2)),
      snippetClients.map(({ label, id }) => [label, id]),
    );
  });
});

const readmes = [
  { file: "README.md", titles: english },
  { file: "README.ru.md", titles: russian },
] as const;

const codeBlock = /^```.*?^```$/gms;

/** Commands by their name in the palette: `**Bitrix24: Inspect Dialog**`. */
function commandsIn(file: string): readonly string[] {
  return [...textOf(file).matchAll(/\*\*Bitrix24: ([^*]+)\*\*/g)].map(([, title = ""]) => title);
}

describe("The README in two languages", () => {
  it("has the same headings, pictures and code blocks in both", () => {
    const [one, other] = readmes.map(({ file }) => {
      const text = textOf(file);
      return {
        headings: text.replace(codeBlock, "").match(/^#+(?= )/gm) ?? [],
        pictures: [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, picture]) => picture),
        // Comments are in the language of the text.
        code: (text.match(codeBlock) ?? []).map((block) => block.replace(/ *#.*$/gm, "")),
      };
    });
    assert.ok(one !== undefined && one.headings.length > 0 && one.code.length > 0);
    assert.deepEqual(other, one);
  });

  for (const { file, titles } of readmes) {
    it(`names commands in ${file} as the palette does`, () => {
      const known = new Set(contributes.commands.map(({ title }) => titleOf(title, titles)));
      const named = commandsIn(file);
      assert.ok(named.length > 0);
      assert.deepEqual(
        named.filter((title) => !known.has(title)),
        [],
      );
    });
  }

  it("names the same commands in both", () => {
    const keyOf = (titles: Readonly<Record<string, string>>, title: string): string | undefined =>
      contributes.commands.find((row) => titleOf(row.title, titles) === title)?.title;
    const [one, other] = readmes.map(({ file, titles }) =>
      commandsIn(file).map((title) => keyOf(titles, title)),
    );
    assert.deepEqual(other, one);
  });

  it("links each to the other in its first lines", () => {
    for (const [index, { file }] of readmes.entries()) {
      const beginning = textOf(file).split("\n").slice(0, 3).join("\n");
      assert.ok(beginning.includes(`(${readmes[1 - index]?.file ?? ""})`), file);
    }
  });

  it("is read in a minute or two: at most 760 words", () => {
    const words = textOf("README.md")
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
    assert.ok(words.length <= 760, `README.md has ${words.length} words`);
  });

  it("leads to this extension's own pages of both marketplaces", () => {
    const { publisher, name } = v.parse(
      v.object({ publisher: v.string(), name: v.string() }),
      JSON.parse(textOf("package.json")),
    );
    for (const { file } of readmes) {
      const text = textOf(file);
      assert.ok(text.includes(`items?itemName=${publisher}.${name})`), file);
      assert.ok(text.includes(`open-vsx.org/extension/${publisher}/${name})`), file);
    }
  });
});

describe("CONTRIBUTING.md", () => {
  const text = textOf("CONTRIBUTING.md");
  const demo = textOf("docs/demo-and-emulator.md");

  it("shows every folder of src and of its core, and no other", () => {
    const house = /^src\/\n(.*?)^test\//ms.exec(text)?.[1] ?? "";
    const shown = [...house.matchAll(/^ +(\w+)\/ /gm)].map(([, name]) => name);
    const standing = ["src", "src/core"].flatMap((folder) =>
      readdirSync(join(repository, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    );
    assert.deepEqual(shown.sort(), standing.sort());
  });

  it("names files that are there, as the page about the demo does", () => {
    const named = [...(text + demo).matchAll(/`((?:src|test|l10n|docs)\/[\w/.]+)`/g)].flatMap(
      ([, file = ""]) => (file.endsWith("yours.ts") ? [] : [file]),
    );
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter((file) => !existsSync(join(repository, file))),
      [],
    );
  });

  it("lists every stage of npm test", () => {
    const stages = new Set(chooseStages([]).map(({ name }) => name.replace(/-\d.*$/, "")));
    const rows = rowsBelow("## Tests", "CONTRIBUTING.md").map(([name]) => name);
    assert.equal(rows.length, stages.size);
    assert.deepEqual(new Set(rows), stages);
  });

  it("names scripts that are there, as the README does", () => {
    const named = [text, ...readmes.map(({ file }) => textOf(file))]
      .flatMap((each) => [...each.matchAll(/\bnpm (?:run )?([a-z][\w:]*)/g)])
      .map(([, script = ""]) => script);
    const known = new Set(Object.keys(scripts));
    // npm's own words, and where it is only spoken of.
    assert.deepEqual(
      named.filter((script) => !known.has(script) && !["ci", "dependencies"].includes(script)),
      [],
    );
    assert.ok(named.includes("test"));
  });
});

describe("docs/architecture.md", () => {
  it("names folders and classes that are there", () => {
    const named = [...textOf("docs/architecture.md").matchAll(/`([\w/]+)`/g)].map(
      ([, name = ""]) => name,
    );
    const files = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" });
    const missing = named.filter((name) =>
      /^[A-Z]/.test(name)
        ? !files.some((file) => file.toLowerCase().endsWith(`/${name.toLowerCase()}.ts`))
        : !files.some((file) => file === name || file === `${name}.ts`),
    );
    assert.deepEqual(missing, []);
  });

  it("shows the arrows that the sources have", () => {
    assert.equal(shownDiagram(), houseDiagram(), "npm run pictures draws it anew");
  });
});

/** As GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** All that is written for people, of this folder and of `docs`. */
const documents = [".", "docs"].flatMap((folder) =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

describe("Links of the documents", () => {
  for (const file of documents) {
    it(`lead to files and headings that are there, from ${file}`, () => {
      const targets = textOf(file).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g);
      for (const [, target = "", anchor] of targets) {
        const found = target === "" ? file : join(dirname(file), target);
        assert.ok(existsSync(join(repository, found)), found);
        if (anchor !== undefined) assert.ok(anchorsOf(found).includes(anchor), anchor);
      }
    });
  }

  it("show every picture of the documents", () => {
    const shown = documents.flatMap((file) =>
      [...textOf(file).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, target = ""]) =>
        join(dirname(file), target),
      ),
    );
    const standing = readdirSync(join(repository, "docs", "images"));
    assert.deepEqual(
      standing.filter((name) => !shown.includes(join("docs", "images", name))),
      [],
    );
  });
});
