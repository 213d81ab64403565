import type { EarlierItems } from "../../../src/demo/portal/callWatch";
import type { Json, JsonObject } from "../../../src/demo/base/json";

const reference = /\$(result|error|total|next|time)((?:\[[^\]]*\])+)/g;

/** Puts values in the place of `$result[a][id]`, `$total[a]` and so on, at any depth of an item's parameters. */
export function resolveReferences(parameters: JsonObject, sources: EarlierItems): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, resolveValue(value, sources)]),
  );
}

function resolveValue(value: Json, sources: EarlierItems): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((inner) => resolveValue(inner, sources));
  }
  if (typeof value === "object" && value !== null) {
    return resolveReferences(value as JsonObject, sources);
  }
  return typeof value === "string" ? resolveText(value, sources) : value;
}

function resolveText(text: string, sources: EarlierItems): Json {
  const [only, ...others] = [...text.matchAll(reference)];
  if (only?.[0] === text && others.length === 0) return follow(only[1], only[2], sources);
  return text.replace(reference, (_all, source: string, path: string) => {
    const found = follow(source, path, sources);
    return typeof found === "object" ? "" : String(found);
  });
}

/** A path that leads nowhere ends at the last node it reached, as in the portal's source. */
function follow(source = "", path = "", sources: EarlierItems): Json {
  let node: Json = sources[source as keyof EarlierItems];
  for (const [, key = ""] of path.matchAll(/\[([^\]]*)\]/g)) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) break;
    node = (node as JsonObject)[key] ?? null;
  }
  return node;
}
