import { isObject, membersOf, type Member } from "../../base/json";

/**
 * An object of a message by names that every method means: `FILE_ID`, `fileId` and `fileid` are one. Of a name that
 * stands twice the first counts.
 */
export class Parts {
  private readonly members = new Map<string, Member>();

  constructor(value: unknown) {
    if (!isObject(value)) return;
    for (const member of membersOf(value)) {
      const name = member[0].replaceAll("_", "").toLowerCase();
      if (!this.members.has(name)) this.members.set(name, member);
    }
  }

  /** @param name in lower case, without underscores */
  get(name: string): unknown {
    return this.members.get(name)?.[1];
  }

  text(name: string): string {
    const value = this.get(name);
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  }

  /** The portal's ways to say yes. */
  isOn(name: string): boolean {
    const value = this.get(name);
    return value === true || value === "Y" || value === "true" || value === 1 || value === "1";
  }

  except(names: ReadonlySet<string>): readonly Member[] {
    return [...this.members].flatMap(([name, member]) => (names.has(name) ? [] : [member]));
  }
}

/** A list, also where PHP wrote it as a map, or one entry without a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}
