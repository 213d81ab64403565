/** The dialog in the portal's messenger. It holds no secret. */
export function messengerUrl(origin: string, dialogId: string): string {
  return `${origin}/online/?IM_DIALOG=${encodeURIComponent(dialogId)}`;
}

/**
 * A link that a message holds, as far as it may be followed: to the web, an address or a number, or to a path of the
 * portal. `undefined`: it may run something, or hides where it leads.
 * @param origin absent: the portal has no pages
 */
export function messageUrl(origin: string | undefined, target: string): string | undefined {
  if (target.startsWith("/"))
    return origin === undefined ? undefined : portalPathUrl(origin, target);
  if (target.length > longestPath || /[\\\s\p{Cc}\p{Cf}]/u.test(target)) return undefined;
  if (/^mailto:[^?]+/i.test(target) || /^tel:\+?[\d().-]+$/i.test(target)) return target;
  if (!/^https?:\/\/[^/]/i.test(target) || !URL.canParse(target)) return undefined;
  const url = new URL(target);
  return url.username === "" && url.password === "" ? url.href : undefined;
}

/** Longer paths are no address of an object. */
const longestPath = 2_000;

/**
 * A link of the portal's own (`entity_link.url`): only a path of the portal itself, for anything
 * else may lead elsewhere or run as a script.
 * @see REST brief, entities.md section 7
 */
export function portalPathUrl(origin: string, path: unknown): string | undefined {
  if (typeof path !== "string" || path.length > longestPath) return undefined;
  // Browsers read `\` as `/`, and leave out tabs and line breaks wherever they stand.
  if (!/^\/(?!\/)/.test(path) || /[\\\p{Cc}]/u.test(path)) return undefined;
  if (!URL.canParse(path, origin)) return undefined;
  const url = new URL(path, origin);
  return url.origin === origin ? url.href : undefined;
}
