import type { Subject } from "./mentions/mention";

/** What has chats of its own without being one: they have to be looked for. */
export type ChatOwner = Exclude<Subject, { readonly kind: "dialog" | "entityData" }>;
