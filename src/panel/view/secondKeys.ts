/** Whatever belongs to a second reader's reply is keyed apart from the first one's. */
const secondPrefix = "second.";

export function keyOfSecond(key: string): string {
  return secondPrefix + key;
}

/** The path in the second reader's reply; `undefined` for a key of the first one's. */
export function pathOfSecond(key: string): string | undefined {
  return key.startsWith(secondPrefix) ? key.slice(secondPrefix.length) : undefined;
}
