/** Words for `viewItem` in the manifest's menus: each is made by a row, and each has a menu. */
export const rowWords = [
  "portal",
  "active",
  "unasked",
  "chats",
  "lines",
  "bots",
  "range",
  "dialogs",
  "dialog",
  "pinned",
  "unpinned",
  "history",
  "online",
  "members",
  "person",
  "bot",
  "stored",
  "fact",
  "retry",
  "replaceWebhook",
  "checkAccess",
  "openWebhookHelp",
  "showLog",
] as const;

export type RowWord = (typeof rowWords)[number];

/** Of what helps where a list could not be read, menus offer the words of this list; a click can do the others too. */
export function isRowWord(word: string): word is RowWord {
  return (rowWords as readonly string[]).includes(word);
}

/** The `contextValue` of a row: what its menus go by. */
export function rowContext(...words: readonly (RowWord | false)[]): string {
  return words.filter((word) => word !== false).join(" ");
}
