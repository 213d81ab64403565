import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The settings.json of a VS Code that `startUserServer` started. */
export class UserSettings {
  private readonly file: string;

  /** @param data the folder that was given to `startUserServer` */
  constructor(data: string) {
    this.file = path.join(data, "user", "User", "settings.json");
  }

  async update(changes: Readonly<Record<string, unknown>>): Promise<void> {
    const before = JSON.parse(await readFile(this.file, "utf8")) as Record<string, unknown>;
    await writeFile(this.file, JSON.stringify({ ...before, ...changes }, undefined, 2));
  }
}
