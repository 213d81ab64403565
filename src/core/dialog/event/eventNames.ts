/** What a bot is sent an event about. */
export type EventKind =
  | "messageAdd"
  | "messageUpdate"
  | "messageDelete"
  | "joinChat"
  | "contextGet"
  | "commandAdd"
  | "reactionChange"
  | "botDelete";

/** A bot gets events only in the form of the methods it was registered with: `imbot.*` or `imbot.v2.*`. */
export type Generation = "v1" | "v2";

/** `undefined`: this generation has no such event. @see REST brief, migration.md section 4 */
export const eventNames: Readonly<
  Record<EventKind, Readonly<Record<Generation, string | undefined>>>
> = {
  messageAdd: { v1: "ONIMBOTMESSAGEADD", v2: "ONIMBOTV2MESSAGEADD" },
  messageUpdate: { v1: "ONIMBOTMESSAGEUPDATE", v2: "ONIMBOTV2MESSAGEUPDATE" },
  messageDelete: { v1: "ONIMBOTMESSAGEDELETE", v2: "ONIMBOTV2MESSAGEDELETE" },
  joinChat: { v1: "ONIMBOTJOINCHAT", v2: "ONIMBOTV2JOINCHAT" },
  contextGet: { v1: "ONIMBOTCONTEXTGET", v2: "ONIMBOTV2CONTEXTGET" },
  commandAdd: { v1: "ONIMCOMMANDADD", v2: "ONIMBOTV2COMMANDADD" },
  reactionChange: { v1: undefined, v2: "ONIMBOTV2REACTIONCHANGE" },
  botDelete: { v1: "ONIMBOTDELETE", v2: "ONIMBOTV2DELETE" },
};

/** Portals write these names in capitals; handlers and logs in any case. */
export function readEventName(
  name: string,
): { readonly kind: EventKind; readonly generation: Generation } | undefined {
  return known.get(name.toUpperCase());
}

const known = new Map(
  (Object.keys(eventNames) as EventKind[]).flatMap((kind) =>
    (["v1", "v2"] as const).flatMap((generation) => {
      const name = eventNames[kind][generation];
      return name === undefined ? [] : [[name, { kind, generation }] as const];
    }),
  ),
);
