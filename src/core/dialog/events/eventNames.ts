/** Through which API a bot was registered: its events come in that form alone (REST brief, migration.md section 4). */
export type Generation = 1 | 2;

/** What a bot is told of, by the name of its event in the first and the second generation. */
export const eventNames = {
  messageAdd: ["ONIMBOTMESSAGEADD", "ONIMBOTV2MESSAGEADD"],
  messageUpdate: ["ONIMBOTMESSAGEUPDATE", "ONIMBOTV2MESSAGEUPDATE"],
  messageDelete: ["ONIMBOTMESSAGEDELETE", "ONIMBOTV2MESSAGEDELETE"],
  joinChat: ["ONIMBOTJOINCHAT", "ONIMBOTV2JOINCHAT"],
  commandAdd: ["ONIMCOMMANDADD", "ONIMBOTV2COMMANDADD"],
  contextGet: ["ONIMBOTCONTEXTGET", "ONIMBOTV2CONTEXTGET"],
  reactionChange: [undefined, "ONIMBOTV2REACTIONCHANGE"],
  botDelete: ["ONIMBOTDELETE", "ONIMBOTV2DELETE"],
} as const;

export type EventKind = keyof typeof eventNames;

const eventKinds = Object.keys(eventNames) as readonly EventKind[];

/** Which event a name means, in any case; `undefined`: it is none of a bot's. */
export function eventNamed(
  name: string,
): { readonly kind: EventKind; readonly generation: Generation } | undefined {
  const wanted = name.toUpperCase();
  for (const kind of eventKinds) {
    const [first, second] = eventNames[kind];
    if (wanted === first) return { kind, generation: 1 };
    if (wanted === second) return { kind, generation: 2 };
  }
  return undefined;
}
