import { canNumberEnd } from "./boundaries";
import type { EntityDataField, Subject } from "./mention";
import type { Place } from "./pipes";

const quote = String.raw`(?:\\*["'\x60]|%(?:25)*2[27]|&quot;)`;
const equals = String.raw`(?:${quote}|\\*\]|%5D){0,4}\s{0,8}(?:=>|:=|[:=,|]|%3D){1,2}[ \t]{0,8}(?:\r?\n\s{0,8})?(?:string\(\d+\)\s?)?${quote}?`;
const named = new RegExp(String.raw`entity_?data_?([123])${equals}`, "iy");
const owned = new RegExp(
  String.raw`entity_?type${equals}(tasks(?:_task)?|sonet_group)${quote}?(?:[\s,;&[\]"'\\]|%26|%5B|chat_?|data|params|%5D){0,60}entity_?id${equals}([1-9]\d{0,15})(?!\||%(?:25)?7c)`,
  "iy",
);
const value = /(?:(?!%(?:25)*(?:2[0267]|3[BC]))[^\s"'`<>&,;()[\]{}\\]){1,300}/y;

/** `'entity_data_1' => 'Y|DEAL|88|N|Y|512'`: the strings that say what a chat is bound to. */
export function entityDataAt(text: string, at: number): Place | undefined {
  named.lastIndex = at;
  const digit = named.exec(text)?.[1];
  if (digit === undefined) return undefined;
  const offset = named.lastIndex;
  value.lastIndex = offset;
  const raw = value.exec(text)?.[0];
  if (raw === undefined) return undefined;
  const data = raw.replaceAll(/%(?:25)?7C/gi, "|");
  const isData = digit === "3" ? /^[YN]$/.test(data) : /^[\w.]+(?:\|[^|]*)+$/.test(data);
  if (!isData) return undefined;
  const field: EntityDataField = `entity_data_${digit as "1" | "2" | "3"}`;
  return { offset, length: raw.length, subject: { kind: "entityData", field, data } };
}

/** `ENTITY_TYPE=TASKS_TASK&ENTITY_ID=8293`: the task or workgroup that a chat belongs to. */
export function entityObjectAt(text: string, at: number): Place | undefined {
  owned.lastIndex = at;
  const [, type = "", digits = ""] = owned.exec(text) ?? [];
  const id = Number(digits);
  if (!canNumberEnd(text, owned.lastIndex)) return undefined;
  if (type === "" || !Number.isSafeInteger(id)) return undefined;
  const subject: Subject = /^tasks/i.test(type)
    ? { kind: "task", taskId: id }
    : { kind: "workgroup", workgroupId: id };
  return { offset: owned.lastIndex - digits.length, length: digits.length, subject };
}
