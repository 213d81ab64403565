import { isLoopback } from "../portal/webhook";

/** A small picture in a data URI has a few thousand characters. */
const longestAddress = 200_000;

/**
 * The address of an avatar that is safe to load as an image, or `undefined`.
 * Relative addresses and `blank.gif` are the placeholder picture of old portals (REST brief, dialogs.md 1.4).
 */
export function avatarUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || value === "" || value.length > longestAddress) return undefined;
  if (/^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i.test(value)) return value;
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  if (url.username !== "" || url.password !== "" || url.pathname.endsWith("/blank.gif"))
    return undefined;
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isSafe ? url.href : undefined;
}

/** Of Bitrix24's cloud: its portals keep pictures on servers of the same owner, `cdn-ru.bitrix24.ru`. */
const cloudPortal = /\.bitrix24\.[a-z]{2,5}(\.[a-z]{2})?$/;
const cloudPictures = /^cdn(-ru)?\.bitrix24\.[a-z]{2,5}(\.[a-z]{2})?$/;

/**
 * Whether a picture may be asked for: elsewhere than at the portal and its image server, loading it would tell a
 * stranger who looks at what, or call what runs on this machine.
 * @param address as `avatarUrl` gives it
 */
export function isPortalPicture(address: string, portalOrigin: string): boolean {
  const picture = new URL(address);
  if (picture.protocol === "data:" || picture.origin === portalOrigin) return true;
  const portal = new URL(portalOrigin);
  if (isLoopback(picture.hostname)) return isLoopback(portal.hostname);
  return (
    cloudPortal.test(portal.hostname) && picture.port === "" && cloudPictures.test(picture.hostname)
  );
}

/**
 * From where a page that shows dialogs of this portal may load pictures at all, as its policy names it: no wider than
 * what `isPortalPicture` lets through, but for the many names of the cloud's servers.
 */
export function pictureSources(portalOrigin: string): readonly string[] {
  const { hostname } = new URL(portalOrigin);
  if (isLoopback(hostname)) return ["data:", "http://127.0.0.1:*", "http://localhost:*"];
  return ["data:", portalOrigin, ...(cloudPortal.test(hostname) ? ["https:"] : [])];
}

/** A colour that can be given to CSS, or `undefined`. */
export function safeColor(value: unknown): string | undefined {
  return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)
    ? value.toLowerCase()
    : undefined;
}

/** The first letters or digits of the first two words, "" when there are none. */
export function initialsOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => /^[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
