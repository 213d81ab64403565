/**
 * Parameters as PHP reads them from a query: `FILTER[ACTIVE]=Y`, `ID[0]=1`. In a batch every call is
 * such a string.
 * @see REST brief, transport.md sections 2 and 8
 */
export function queryString(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .flatMap(([name, value]) => pairs(encoded(name), value))
    .join("&");
}

function pairs(name: string, value: unknown): readonly string[] {
  switch (typeof value) {
    case "string":
    case "number":
      return [`${name}=${encoded(String(value))}`];
    case "boolean":
      // `im.*` knows Y and N; in a query PHP would read "false" as true.
      return [`${name}=${value ? "Y" : "N"}`];
    case "object":
      return Object.entries(value ?? {}).flatMap(([key, entry]) =>
        pairs(`${name}[${encoded(key)}]`, entry),
      );
    default:
      return [];
  }
}

/** Half of a character, as a cut text has it, has no form in an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}
