/** Where the built-in demo portal claims to live: a reserved name that no network resolves (RFC 2606). */
export const demoOrigin = "https://northwind.bitrix24.example";

/** The webhook of the demo portal's owner. Its secret is plainly fake and opens nothing anywhere. */
export const demoWebhook = `${demoOrigin}/rest/1/demo0secret0demo/`;

/** A bot of the demo portal, and the token that lets a call speak for it: as plainly fake. */
export const demoBot = {
  botId: 456,
  name: "Helper",
  isProven: true,
  token: "demo-bot-token",
} as const;
