import { fieldCatalog, nestedFields } from "./fieldCatalog";

/** How a method spells the names of fields, which the catalog knows by those of `imbot.dialog.get`. */
export interface Spelling {
  /** The catalog's name of a path on the wire; the path itself when nobody documented it. */
  nameOf(path: string): string;
  wireOf(name: string): string;
}

/** `imbot.dialog.get` and `im.dialog.get`: the catalog's own. */
export const snakeCase: Spelling = {
  nameOf: (path) => path,
  wireOf: (name) => name,
};

const names: ReadonlyMap<string, string> = new Map(
  [...nestedFields, ...fieldCatalog.keys()].map((name) => [toCamelCase(name), name]),
);

/** `imbot.v2.Chat.get`: `entityData1` is what the first version calls `entity_data_1`. */
export const camelCase: Spelling = {
  nameOf: (path) => names.get(path) ?? path,
  wireOf: toCamelCase,
};

function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_all, next: string) => next.toUpperCase());
}
