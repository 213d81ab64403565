import type { Dialog } from "./dialog";

/** The oldest portals tell twelve fields of a chat: fewer than half of them are no record of any generation. */
const scantFields = 5;

/** How many documented fields a reply has that lacks most of them; `undefined` for a usual one. */
export function scantReply({ fields }: Pick<Dialog, "fields">): number | undefined {
  const told = fields.filter((field) => field.isDocumented).length;
  return told <= scantFields ? told : undefined;
}
