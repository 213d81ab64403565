/** With whose rights a dialog is read: portals show each reader a record of their own. */
export type Eyes =
  /** The webhook's owner. */
  | { readonly kind: "owner" }
  /** A bot whose token is stored. */
  | { readonly kind: "bot"; readonly botId: number };

/** One reader, or the owner and a bot side by side. */
export type ReadAs = Eyes | { readonly kind: "both"; readonly botId: number };

export const ownersEyes: Eyes = { kind: "owner" };
