import type { MethodDefinition } from "./call";

/** Finds methods by name: those of the second version of the bot API exactly, all others in any case. */
export class MethodTable {
  private readonly byLowerName: ReadonlyMap<string, MethodDefinition>;

  constructor(readonly all: readonly MethodDefinition[]) {
    this.byLowerName = new Map(all.map((one) => [one.name.toLowerCase(), one]));
  }

  find(name: string): MethodDefinition | undefined {
    const found = this.findInAnyCase(name);
    return found !== undefined && isV2(found.name) && found.name !== name ? undefined : found;
  }

  /** As a batch looks for its items, and `method.get` for what it is asked about. */
  findInAnyCase(name: string): MethodDefinition | undefined {
    return this.byLowerName.get(name.toLowerCase());
  }
}

/** The v1 chat methods read parameter names in any case, all others as they are sent. */
export function ignoresParameterCase(name: string): boolean {
  return /^im(bot)?\./i.test(name) && !isV2(name);
}

function isV2(name: string): boolean {
  return /\.v2\./i.test(name);
}
