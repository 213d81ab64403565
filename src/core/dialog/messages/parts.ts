import { isObject, membersOf, scalarText, type Member } from "../../base/json";
import { flagOf } from "../fieldValue";

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
    return scalarText(this.get(name));
  }

  isOn(name: string): boolean {
    return flagOf(this.get(name)) === true;
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
