import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { repository } from "../host/paths";

const address = v.pipe(v.string(), v.startsWith("https://"), v.url());
/** One line without anything invisible, as Open VSX takes texts. */
const line = v.pipe(v.string(), v.regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u));

/** What the Visual Studio Marketplace and Open VSX take; vsce says little of it before it publishes. */
const listing = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  publisher: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  // The Marketplace knows no pre-releases by their number.
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  displayName: v.pipe(line, v.maxLength(255)),
  license: v.literal("MIT"),
  pricing: v.literal("Free"),
  icon: v.pipe(v.string(), v.endsWith(".png")),
  galleryBanner: v.object({
    color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
    theme: v.picklist(["dark", "light"]),
  }),
  homepage: address,
  bugs: v.object({ url: address }),
  repository: v.object({ type: v.literal("git"), url: v.pipe(address, v.endsWith(".git")) }),
  // https://code.visualstudio.com/api/references/extension-manifest
  categories: v.pipe(v.array(v.picklist(["Visualization", "Other"])), v.minLength(1)),
  keywords: v.pipe(v.array(v.pipe(line, v.maxLength(50))), v.maxLength(30)),
  qna: v.optional(v.never()),
  sponsor: v.optional(v.never()),
  preview: v.optional(v.never()),
});

const walkthroughs = v.array(
  v.object({
    steps: v.array(
      v.object({
        title: v.string(),
        description: v.string(),
        media: v.object({ image: v.string(), altText: v.string() }),
        completionEvents: v.pipe(v.array(v.string()), v.minLength(1)),
      }),
    ),
  }),
);

function textOf(file: string): string {
  return readFileSync(path.join(repository, file), "utf8");
}

const manifest: unknown = JSON.parse(textOf("package.json"));
const known = v.parse(
  v.object({
    icon: v.string(),
    version: v.string(),
    keywords: v.array(v.string()),
    capabilities: v.object({
      untrustedWorkspaces: v.object({
        supported: v.string(),
        restrictedConfigurations: v.array(v.string()),
      }),
    }),
    contributes: v.object({
      configuration: v.object({
        properties: v.record(
          v.string(),
          v.object({ scope: v.optional(v.string()), order: v.number() }),
        ),
      }),
      walkthroughs,
      commands: v.array(v.object({ command: v.string() })),
    }),
  }),
  manifest,
);

/** Width and height of a PNG. */
function sizeOf(file: string): readonly [number, number] {
  const png = readFileSync(path.join(repository, file));
  assert.equal(png.toString("latin1", 1, 4), "PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe("The manifest", () => {
  it("has what the marketplaces ask for, in the form they take", () => {
    const parsed = v.safeParse(listing, manifest);
    assert.deepEqual(
      parsed.issues?.map((issue) => `${v.getDotPath(issue) ?? ""}: ${issue.message}`),
      undefined,
    );
    assert.deepEqual([...new Set(known.keywords)], known.keywords);
    const [width, height] = sizeOf(known.icon);
    assert.ok(width === height && width >= 128);
    assert.ok(existsSync(path.join(repository, "LICENSE")));
  });

  it("lets no folder decide what is loaded, read or logged, and none that is not trusted what is looked up", () => {
    const { properties } = known.contributes.configuration;
    for (const name of ["avatars", "messages", "log.dialogIds"]) {
      assert.equal(properties[`bitrix24.${name}`]?.scope, "application", name);
    }
    const { supported, restrictedConfigurations } = known.capabilities.untrustedWorkspaces;
    assert.equal(supported, "limited");
    assert.deepEqual(restrictedConfigurations, ["bitrix24.portal", "bitrix24.leakGuard"]);
    const orders = Object.values(properties).map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...orders.keys()].map((index) => index + 1),
    );
  });

  it("is of a version that the changelog dates first", () => {
    const [newest = ""] = /^## .*$/m.exec(textOf("CHANGELOG.md")) ?? [];
    assert.match(
      newest,
      new RegExp(`^## ${known.version.replaceAll(".", "\\.")} - \\d{4}-\\d{2}-\\d{2}$`),
    );
  });

  for (const file of ["package.nls.json", "package.nls.ru.json"]) {
    const texts = v.parse(v.record(v.string(), v.string()), JSON.parse(textOf(file)));
    const said = (placeholder: string): string => texts[placeholder.replaceAll("%", "")] ?? "";

    it(`has a walkthrough with pictures and with commands that are there, in ${file}`, () => {
      const commands = new Set(known.contributes.commands.map(({ command }) => command));
      for (const { steps } of known.contributes.walkthroughs) {
        assert.ok(steps.length > 0);
        for (const { title, description, media } of steps) {
          assert.ok(existsSync(path.join(repository, media.image)), media.image);
          for (const text of [title, media.altText]) assert.notEqual(said(text), "", text);
          for (const [, id = "", given = "[]"] of said(description).matchAll(
            /\(command:([\w.]+)(?:\?([^)]*))?\)/g,
          )) {
            assert.ok(commands.has(id) || id === "bitrix24.openExample", id);
            assert.doesNotThrow(() => void JSON.parse(decodeURIComponent(given)), given);
          }
        }
      }
    });

    it(`keeps the description short enough for a search result, in ${file}`, () => {
      assert.match(texts["description"] ?? "", /^.{40,150}$/u);
    });
  }
});
