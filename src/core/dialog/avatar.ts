import { isLoopback } from "../portal/webhook";

/** A small picture in a data URI has a few thousand characters. */
const longestAddress = 200_000;

/**
 * The address of an avatar that is safe to load as an image, or `undefined`.
 * Relative addresses are the placeholder picture of old portals (REST brief, dialogs.md 1.4).
 */
export function avatarUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || value === "" || value.length > longestAddress) return undefined;
  if (/^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i.test(value)) return value;
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  if (url.username !== "" || url.password !== "") return undefined;
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isSafe ? url.href : undefined;
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
