import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { loadedAtActivation, loadedForInspection } from "../bench/loadedFiles";
import { billOfMaterials, output, repository, vsix } from "../host/paths";
import { packageInto, writeBillOfMaterials } from "../host/run/build";
import { temporaryFolder } from "../host/run/temporaryFolder";

/** What is made or installed, and the tests. */
const left = new Set(["node_modules", ".git", ".vscode-test", "dist", "out", "test"]);

/** All packages that are installed, as folders. */
function installedPackages(): readonly string[] {
  const modules = path.join(repository, "node_modules");
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith("@")
      ? readdirSync(path.join(modules, name)).map((part) => `${name}/${part}`)
      : [name],
  );
  return names.filter((name) => !name.startsWith(".")).map((name) => `node_modules/${name}`);
}

/** The packages that the build took files from, as folders: links would show in the names that it gives. */
function bundledPackages(): readonly string[] {
  const { inputs } = v.parse(
    v.object({ inputs: v.record(v.string(), v.unknown()) }),
    JSON.parse(readFileSync(path.join(output, "metafile.json"), "utf8")),
  );
  const folders = Object.keys(inputs).map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file));
  return [...new Set(folders.flatMap((folder) => folder?.[0] ?? []))];
}

const sizeLimit = 400 * 1024;

describe("The packaged extension", () => {
  it("is small enough to be fetched while one waits", () => {
    const { size } = statSync(vsix);
    assert.ok(size <= sizeLimit, `${Math.ceil(size / 1024)} KB`);
  });

  it("loads little at activation, and no more for a dialog than it shows", () => {
    const bytes = (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + statSync(path.join(repository, "dist", file)).size, 0);
    assert.ok(bytes(loadedAtActivation()) <= 20 * 1024);
    assert.ok(bytes(loadedForInspection()) <= 205 * 1024);
  });

  it("is the same bytes when it is built again, in another folder and at another time", async () => {
    const folder = temporaryFolder("package");
    const own = readdirSync(repository).filter((name) => !left.has(name));
    const bundled = bundledPackages();
    for (const name of [...own, ...bundled]) {
      cpSync(path.join(repository, name), path.join(folder, name), { recursive: true });
    }
    for (const name of installedPackages().filter((installed) => !bundled.includes(installed))) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      symlinkSync(path.join(repository, name), path.join(folder, name));
    }
    const again = path.join(folder, "again.vsix");
    const said = await packageInto(again, folder);
    assert.ok(readFileSync(again).equals(readFileSync(vsix)));
    // What the Marketplace would warn of, vsce does.
    assert.doesNotMatch(said, /warning|error/i);
  });

  it("has a bill of materials with the libraries that are in it, and none that only builds it", async () => {
    await writeBillOfMaterials();
    const bill = v.parse(
      v.object({
        bomFormat: v.literal("CycloneDX"),
        metadata: v.object({ component: v.object({ name: v.string() }) }),
        components: v.array(
          v.object({ group: v.optional(v.string()), name: v.string(), version: v.string() }),
        ),
      }),
      JSON.parse(readFileSync(billOfMaterials, "utf8")),
    );
    assert.equal(bill.metadata.component.name, "bitrix24-dialog-inspector");
    const names = bill.components.map(({ group, name }) => [group, name].filter(Boolean).join("/"));
    for (const name of ["node-fetch", "valibot", "@vscode/codicons", "lit-html"]) {
      assert.ok(names.includes(name), `${name} is missing in ${names.join(", ")}`);
    }
    for (const name of ["esbuild", "mocha", "typescript"]) assert.ok(!names.includes(name), name);
  });
});
