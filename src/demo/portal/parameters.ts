import { isJsonObject, type Json, type JsonObject } from "../base/json";

/**
 * The parameters in a JSON body. A broken or scalar one counts as no parameters, without any error of
 * its own (REST brief, transport.md section 2).
 */
export function parametersIn(body: string): JsonObject {
  try {
    const parsed = JSON.parse(body) as Json;
    if (Array.isArray(parsed)) return Object.fromEntries((parsed as readonly Json[]).entries());
    return isJsonObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** The v1 chat methods read parameters in any case: they upper-case the top level first. */
export function withUpperCaseNames(parameters: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name.toUpperCase(), value]),
  );
}

/** A scalar as PHP would print it; undefined for what is absent, null or nested. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "1" : "";
  return undefined;
}

/** A whole number as PHP's `(int)` would read it: leading digits count, the rest does not. */
export function intOf(value: Json | undefined, fallback: number): number {
  const digits = /^\s*-?\d+/.exec(textOf(value) ?? "")?.[0];
  return digits === undefined ? fallback : Number(digits);
}

/** Only the letter Y switches an option of `im.*` on. */
export function isYes(value: Json | undefined): boolean {
  return value === "Y";
}

/** The values of a list or of a map: PHP does not tell them apart. */
export function valuesOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  return isJsonObject(value) ? Object.values(value) : [];
}
