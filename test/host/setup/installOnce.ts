import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { installations } from "../paths";

/** What this process is installing: stages that need the same thing wait for the same installation. */
const underway = new Map<string, Promise<string>>();

/**
 * Installs into a folder of its own, once. The work happens under another name and the folder appears only when
 * all is done: an interrupted installation leaves nothing that looks finished, and the next run starts over.
 * @param key name of the folder; change it when what is installed changes
 * @returns the absolute folder
 */
export async function installOnce(
  key: string,
  announcement: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const installation = underway.get(key) ?? lookUpOrInstall(key, announcement, install);
  underway.set(key, installation);
  return installation;
}

async function lookUpOrInstall(
  key: string,
  announcement: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(installations, key);
  if (existsSync(folder)) return folder;
  console.log(announcement);
  const unfinished = path.join(installations, `${key}.unfinished-${process.pid}`);
  await removeLeftovers(key);
  await mkdir(unfinished, { recursive: true });
  try {
    await install(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Two runs at once: the other one was first, and its installation is as good as ours.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Removes what interrupted runs left behind, but not the work of a run that is still alive. */
async function removeLeftovers(key: string): Promise<void> {
  await mkdir(installations, { recursive: true });
  for (const name of await readdir(installations)) {
    if (!name.startsWith(`${key}.unfinished-`)) continue;
    if (isAlive(Number(name.slice(name.lastIndexOf("-") + 1)))) continue;
    await rm(path.join(installations, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
