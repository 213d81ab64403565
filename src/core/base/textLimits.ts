/** Longer documents are data, and so are longer lines: what is shown while somebody types does not read them. */
export const longestDocument = 2_000_000;
export const longestLine = 10_000;
