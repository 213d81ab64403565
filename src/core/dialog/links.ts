/** The dialog in the portal's messenger. It holds no secret. */
export function messengerUrl(origin: string, dialogId: string): string {
  return `${origin}/online/?IM_DIALOG=${encodeURIComponent(dialogId)}`;
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
