import type { JsonObject } from "../base/json";

/** A nested parameter while it is read; keys keep the order in which they came, as in PHP. */
type Branch = Map<string, Branch | string>;

/**
 * Reads `a=1&b[c]=2&d[]=3` by PHP's rules: brackets nest, `[]` counts on, a later value replaces an
 * earlier one, spaces and dots in names become underscores.
 */
export function parsePhpQuery(text: string): JsonObject {
  return nestFields(new URLSearchParams(text));
}

/** The same for fields that are apart already. */
export function nestFields(fields: Iterable<[string, string]>): JsonObject {
  const root: Branch = new Map();
  for (const [name, value] of fields) {
    const bracket = name.indexOf("[");
    const head = (bracket < 0 ? name : name.slice(0, bracket)).replace(/[ .]/g, "_");
    if (head === "") continue;
    const inner = bracket < 0 ? [] : [...name.slice(bracket).matchAll(/\[([^\]]*)\]/g)];
    plant(root, [head, ...inner.map((match) => match[1] ?? "")], value);
  }
  return toObject(root);
}

function plant(branch: Branch, path: readonly string[], value: string): void {
  const [head = "", ...rest] = path;
  const key = head === "" ? nextIndex(branch) : head;
  if (rest.length === 0) {
    branch.set(key, value);
    return;
  }
  const existing = branch.get(key);
  const child = existing instanceof Map ? existing : new Map<string, Branch | string>();
  branch.set(key, child);
  plant(child, rest, value);
}

function nextIndex(branch: Branch): string {
  const indexes = [...branch.keys()].filter((key) => /^\d+$/.test(key)).map(Number);
  return String(indexes.length === 0 ? 0 : Math.max(...indexes) + 1);
}

function toObject(branch: Branch): JsonObject {
  return Object.fromEntries(
    [...branch].map(([key, value]) => [key, value instanceof Map ? toObject(value) : value]),
  );
}
