import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allRemedies } from "../../../src/core/diagnosis/causes";
import { rowWords } from "../../../src/features/sidebar/rowContext";
import * as ids from "../../../src/ids";
import { commandIds, treeCommandIds } from "../../../src/ids";

const repository = join(import.meta.dirname, "..", "..", "..");

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

const { activationEvents, contributes } = JSON.parse(
  readFileSync(join(repository, "package.json"), "utf8"),
) as {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
  };
};

/** The words that conditions look for in a row's `viewItem`. */
const askedFor = new Set(
  Object.values(contributes.menus)
    .flat()
    .flatMap(({ when = "" }) =>
      [...when.matchAll(/viewItem (?:=~ \/(.*?)\/|== '(.*?)')/g)].flatMap(
        ([, pattern = "", text = ""]) =>
          (pattern + text).replaceAll("\\b", " ").match(/[a-zA-Z]+/g) ?? [],
      ),
    ),
);

describe("Menus of the sidebar", () => {
  it("go by words that rows have, and by all of them", () => {
    const made = new Set<string>(rowWords);
    // `dialogs?` in a condition stands for both.
    assert.deepEqual([...askedFor].filter((word) => !made.has(word)).sort(), []);
    assert.deepEqual(
      rowWords.filter((word) => !askedFor.has(word) && !askedFor.has(word.replace(/s$/, ""))),
      [],
    );
  });

  it("have a row behind each word", () => {
    const folder = join(repository, "src", "features", "sidebar");
    const rows = readdirSync(folder)
      .filter((name) => /Items?\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    // A failure's row has the words of what helps against it.
    const made = ["chats", "lines", "bots", ...allRemedies];
    assert.deepEqual(
      rowWords.filter((word) => !new RegExp(`\\b${word}\\b`).test(rows) && !made.includes(word)),
      [],
    );
  });
});

describe("Panels that come back after a restart", () => {
  it("start the extension, each sort of them", () => {
    const features = join(repository, "src", "features");
    const restored = readdirSync(features, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [
        ...readFileSync(join(features, name), "utf8").matchAll(
          /registerWebviewPanelSerializer\((\w+)/g,
        ),
      ])
      .map(([, name = ""]) => Object.entries<unknown>(ids).find(([known]) => known === name)?.[1]);
    assert.deepEqual(
      restored.map((type) => `onWebviewPanel:${typeof type === "string" ? type : "?"}`).sort(),
      activationEvents.filter((event) => event.startsWith("onWebviewPanel:")).sort(),
    );
  });
});

describe("The palette", () => {
  it("offers what needs a portal once there is one, and nothing that needs a row", () => {
    const palette = new Map(
      (contributes.menus["commandPalette"] ?? []).map(({ command, when }) => [command, when]),
    );
    const always = new Set<string>([
      commandIds.inspectDialog,
      commandIds.addPortal,
      commandIds.addDemoPortal,
      commandIds.showLog,
      commandIds.reportIssue,
      commandIds.explainEvent,
    ]);
    for (const { command } of contributes.commands) {
      if (always.has(command)) assert.equal(palette.get(command), undefined, command);
      else assert.notEqual(palette.get(command), undefined, command);
    }
    for (const command of Object.values<string>(treeCommandIds)) {
      const isContributed = contributes.commands.some((entry) => entry.command === command);
      if (isContributed) assert.equal(palette.get(command), "false", command);
    }
  });
});
