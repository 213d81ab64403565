import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "../failure";
import { portableBrowser } from "./portableBrowser";

/** A Chromium that is ready to be started. */
export interface InstalledBrowser {
  readonly executable: string;
  /** Variables to start it with. */
  readonly env: Readonly<Record<string, string>>;
}

const namesOnPath = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** The browser named by BROWSER_PATH, else an installed one, else one from npm. */
export async function browser(): Promise<InstalledBrowser> {
  const chosen = process.env["BROWSER_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (!existsSync(chosen))
      throw new Failure(`BROWSER_PATH names a file that does not exist: ${chosen}`);
    return { executable: chosen, env: {} };
  }
  const installed = candidates().find((file) => existsSync(file));
  if (installed !== undefined) return { executable: installed, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return portableBrowser();
  throw new Failure(
    "No browser was found: install Chrome, Chromium or Edge, or set BROWSER_PATH to its executable.",
  );
}

function candidates(): string[] {
  switch (process.platform) {
    case "darwin":
      return macCandidates();
    case "win32":
      return windowsCandidates();
    default:
      return linuxCandidates();
  }
}

function linuxCandidates(): string[] {
  const folders = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "");
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
}

function macCandidates(): string[] {
  const roots = ["/Applications", path.join(process.env["HOME"] ?? "", "Applications")];
  const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return names.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
}

function windowsCandidates(): string[] {
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
    (name) => process.env[name] ?? [],
  );
  const files = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  return files.flatMap((file) => roots.map((root) => path.join(root, file)));
}
