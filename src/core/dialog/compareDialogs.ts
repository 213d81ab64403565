import type { Dialog, DialogField } from "./dialog";
import { meaningOf } from "./fieldValue";

/** One field as two readers were told it. */
export interface ComparedField {
  /** As the first version names it. */
  readonly name: string;
  /** Absent: this reader was not told. */
  readonly first: DialogField | undefined;
  readonly second: DialogField | undefined;
  /** `oneSided`: only one was told. `notAsked`: the other one's method never tells this. */
  readonly result: "same" | "different" | "oneSided" | "notAsked";
}

/** What `imbot.v2.Chat.get` never tells. @see REST brief, dialogs.md section 4 */
const ownersOnly = /^(counter|unread_last_id|readed_list|restrictions)(\.|$)/;

/** What `imbot.dialog.get` never tells, and what stands beside the record. */
const botsOnly =
  /^(result\..+|guest_count|can_have_threads|has_manage_capability|permissions\.manage_(messages_auto_delete|guest_invites|delete))$/;

/**
 * What the webhook's owner and a bot were told of the same dialog, field by field, in the order of the owner's reply.
 * The methods spell nothing in different ways (null and 0, false and ""), which is no difference.
 */
export function compareDialogs(first: Dialog, second: Dialog): readonly ComparedField[] {
  const others = byName(second.fields);
  const compared = first.fields.map((field): ComparedField => {
    const { name } = field;
    const other = others.get(name)?.shift();
    if (other === undefined) {
      const result = ownersOnly.test(name) ? "notAsked" : "oneSided";
      return { name, first: field, second: undefined, result };
    }
    const result = meaningOf(field) === meaningOf(other) ? "same" : "different";
    return { name, first: field, second: other, result };
  });
  const onlySecond = [...others.values()].flat().map((field): ComparedField => ({
    name: field.name,
    first: undefined,
    second: field,
    result: botsOnly.test(field.name) ? "notAsked" : "oneSided",
  }));
  return [...compared, ...onlySecond];
}

/** A key may stand twice in a reply: both are compared, in their order. */
function byName(fields: readonly DialogField[]): ReadonlyMap<string, DialogField[]> {
  const lists = new Map<string, DialogField[]>();
  for (const field of fields) {
    const list = lists.get(field.name);
    if (list === undefined) lists.set(field.name, [field]);
    else list.push(field);
  }
  return lists;
}
