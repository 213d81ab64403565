/** Where the token of a bot stands in a call that is shown. The token itself is in none. */
export class TokenPlace {
  /**
   * @param before of a call that travels as text inside a batch: all of it up to the token, which comes last and is
   * encoded as in a query
   */
  constructor(readonly before?: string) {}
}

export type ShownValue =
  | string
  | number
  | boolean
  | null
  | TokenPlace
  | readonly ShownValue[]
  | { readonly [name: string]: ShownValue };

export type ShownParams = Readonly<Record<string, ShownValue>>;
