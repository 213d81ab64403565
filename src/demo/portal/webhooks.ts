/** A webhook of the portal: the user it acts as and what it may do. All secrets are plainly fake. */
export interface Webhook {
  readonly userId: 1 | 5 | 7 | 9;
  readonly secret: string;
  readonly scopes: readonly string[];
}

export const webhooks: readonly Webhook[] = [
  { userId: 1, secret: "demo0secret0demo", scopes: ["im", "imbot", "imopenlines"] },
  { userId: 5, secret: "demo0imbot0only0", scopes: ["imbot"] },
  { userId: 7, secret: "demo0lines0only0", scopes: ["imopenlines"] },
  { userId: 9, secret: "demo0extra0demo0", scopes: ["im", "imbot"] },
];

/** Every scope the portal knows, for `scope` with `full`. */
export const allScopes: readonly string[] = [
  "im",
  "imbot",
  "imopenlines",
  "crm",
  "task",
  "user",
  "user_basic",
  "user_brief",
];
