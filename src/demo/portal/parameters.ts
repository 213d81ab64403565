import { parseMultipart, parsePhpQuery } from "./phpForm";
import { isJsonObject, without, type Json, type JsonObject } from "./json";

/**
 * The parameters of a request: JSON body over form body over query. A broken or scalar JSON body
 * counts as no parameters, without any error of its own (REST brief, transport.md section 2).
 */
export function readParameters(request: {
  readonly verb: string;
  readonly query: string;
  readonly contentType?: string;
  readonly body: string;
}): JsonObject {
  // The method is named by the path; a query parameter of that name is dropped.
  const query = without(parsePhpQuery(request.query), "method");
  return request.verb.toUpperCase() === "POST" ? { ...query, ...readBody(request) } : query;
}

function readBody(request: { readonly contentType?: string; readonly body: string }): JsonObject {
  const contentType = request.contentType ?? "";
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data") return parseMultipart(request.body, contentType);
  if (type !== "application/json") return parsePhpQuery(request.body);
  try {
    const parsed = JSON.parse(request.body) as Json;
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
