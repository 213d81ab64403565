import type { MethodDefinition } from "./call";

/** Finds methods by name, whatever its case. */
export class MethodTable {
  private readonly byLowerName: ReadonlyMap<string, MethodDefinition>;

  constructor(definitions: readonly MethodDefinition[]) {
    this.byLowerName = new Map(definitions.map((one) => [one.name.toLowerCase(), one]));
  }

  /** @param hasV2Methods false on portals older than `imbot.v2.*` */
  find(name: string, hasV2Methods: boolean): MethodDefinition | undefined {
    const found = this.byLowerName.get(name.toLowerCase());
    return found !== undefined && (hasV2Methods || !isV2(found.name)) ? found : undefined;
  }

  all(hasV2Methods: boolean): MethodDefinition[] {
    return [...this.byLowerName.values()].filter(({ name }) => hasV2Methods || !isV2(name));
  }
}

function isV2(name: string): boolean {
  return name.includes(".v2.");
}

/** The v1 chat methods read parameter names in any case, all others as they are sent. */
export function ignoresParameterCase(name: string): boolean {
  return /^im(bot)?\./i.test(name) && !isV2(name.toLowerCase());
}
