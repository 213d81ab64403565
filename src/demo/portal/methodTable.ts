import type { MethodDefinition } from "./call";

/** Finds methods by name. */
export class MethodTable {
  private readonly byLowerName: ReadonlyMap<string, MethodDefinition>;

  constructor(readonly all: readonly MethodDefinition[]) {
    this.byLowerName = new Map(all.map((one) => [one.name.toLowerCase(), one]));
  }

  /** In any case. */
  find(name: string): MethodDefinition | undefined {
    return this.byLowerName.get(name.toLowerCase());
  }
}

/** The v1 chat methods read parameter names in any case, all others as they are sent. */
export function ignoresParameterCase(name: string): boolean {
  return /^im(bot)?\./i.test(name) && !/\.v2\./i.test(name);
}
