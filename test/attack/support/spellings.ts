/** A bot token of all signs that one surface or another writes differently. */
export const sentinelToken = "t0ken/of&a'bot<with+odd=signs";

const each =
  (write: (code: string, character: string) => string) =>
  (text: string): string =>
    Array.from(text, (character) =>
      write(character.charCodeAt(0).toString(16).padStart(4, "0"), character),
    ).join("");

/** How a portal, a proxy or a framework may write a text that it repeats. */
export const spellings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in capitals": (text) => text.toUpperCase(),
  "in an address": (text) => encodeURIComponent(text),
  "in an address, all of it": each((code) => `%${code.slice(2)}`),
  "in an address, twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "in JSON with slashes": (text) => text.replaceAll("/", "\\/"),
  "in JSON, all of it": each((code) => `\\u${code}`),
  "in JSON inside JSON": each((code) => `\\\\u${code}`),
  "in HTML": (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&#039;"),
  "in HTML, all of it": each((code) => `&#x${code.slice(2)};`),
  "in HTML, twice": each((code) => `&amp;#${Number.parseInt(code, 16)};`),
};

/** All readings of a text that are worth a try: an enemy would try them, too. */
export function readings(text: string): readonly string[] {
  let read = text;
  const all = [text];
  for (let round = 0; round < 4; round += 1) {
    read = read
      .replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&")
      .replaceAll("\\/", "/");
    all.push(read);
  }
  return all.map((one) => one.toLowerCase());
}
