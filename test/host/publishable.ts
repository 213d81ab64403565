import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { billOfMaterials, repository, vsix } from "./paths";
import { packageExtension, writeBillOfMaterials } from "./run/build";

/** Packs the extension as it is published; beside it go its hash and the list of what is in it. */
export async function packageForPublishing(): Promise<void> {
  await packageExtension();
  await writeBillOfMaterials();
  const sha256 = createHash("sha256").update(readFileSync(vsix)).digest("hex");
  writeFileSync(`${vsix}.sha256`, `${sha256}  ${path.basename(vsix)}\n`);
  console.log(`SHA-256: ${sha256}`);
  console.log(`Bill of materials: ${path.relative(repository, billOfMaterials)}`);
}
