/** What a table needs to know of a method. */
export interface NamedMethod {
  /** As documented, `imbot.v2.Chat.get`. */
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Finds methods by name: those of the second version of the bot API exactly, all others in any case. */
export class MethodTable<M extends NamedMethod = NamedMethod> {
  private readonly byLowerName: ReadonlyMap<string, M>;

  constructor(readonly all: readonly M[]) {
    this.byLowerName = new Map(all.map((one) => [one.name.toLowerCase(), one]));
  }

  find(name: string): M | undefined {
    const found = this.findInAnyCase(name);
    return found !== undefined && isV2(found.name) && found.name !== name ? undefined : found;
  }

  /** As a batch looks for its items, and `method.get` for what it is asked about. */
  findInAnyCase(name: string): M | undefined {
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
