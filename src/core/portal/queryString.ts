/**
 * Parameters as PHP reads them from a query: `FILTER[ACTIVE]=Y`, `ID[0]=1`. In a batch every call is
 * such a string.
 * @see REST brief, transport.md sections 2 and 8
 */
export function queryString(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .flatMap(([name, value]) => pairs(encodeURIComponent(name), value))
    .join("&");
}

function pairs(name: string, value: unknown): readonly string[] {
  switch (typeof value) {
    case "string":
    case "number":
      return [`${name}=${encodeURIComponent(value)}`];
    case "boolean":
      // `im.*` knows Y and N; in a query PHP would read "false" as true.
      return [`${name}=${value ? "Y" : "N"}`];
    case "object":
      return Object.entries(value ?? {}).flatMap(([key, entry]) =>
        pairs(`${name}[${encodeURIComponent(key)}]`, entry),
      );
    default:
      return [];
  }
}
