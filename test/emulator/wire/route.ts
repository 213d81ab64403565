/** What a path of the portal asks for. */
export type Route =
  | {
      readonly kind: "webhook";
      readonly user: string;
      readonly secret: string;
      readonly method: string;
      readonly format: AnswerFormat;
    }
  | { readonly kind: "oauth"; readonly method: string; readonly format: AnswerFormat }
  | { readonly kind: "restV3" }
  | { readonly kind: "page"; readonly path: string }
  | { readonly kind: "unknown" };

export type AnswerFormat = "json" | "xml";

const pagePrefixes = [
  "/online",
  "/crm/",
  "/company/",
  "/workgroups/",
  "/contact_center/",
  "/devops/",
  "/mail/",
];

/**
 * Method names lose a `.json` or `.xml` suffix; slashes may double or trail.
 * @param path percent-encoded, without the query
 * @param restPath where REST lives: `/rest`, moved on some own servers
 */
export function parseRoute(path: string, restPath: string): Route {
  if (path !== restPath && !path.startsWith(`${restPath}/`)) {
    return pagePrefixes.some((prefix) => path.startsWith(prefix))
      ? { kind: "page", path }
      : { kind: "unknown" };
  }
  const segments = path
    .slice(restPath.length)
    .split("/")
    .filter((segment) => segment !== "")
    .map(decodeSegment);
  const [first, second, ...rest] = segments;
  if (first === undefined) return { kind: "unknown" };
  if (first.toLowerCase() === "api") return { kind: "restV3" };
  if (second === undefined) return { kind: "oauth", ...parseMethod(first) };
  return { kind: "webhook", user: first, secret: second, ...parseMethod(rest.join("/")) };
}

function parseMethod(text: string): { method: string; format: AnswerFormat } {
  const suffix = /\.(json|xml)$/i.exec(text)?.[0] ?? "";
  return {
    method: text.slice(0, text.length - suffix.length),
    format: suffix.toLowerCase() === ".xml" ? "xml" : "json",
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray percent sign is taken literally
  }
}
