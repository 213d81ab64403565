import type { EntityDataField } from "./mention";
import type { Place } from "./pipes";

const quote = String.raw`(?:\\*["'\x60]|%(?:25)*2[27]|&quot;)`;
const named = new RegExp(
  String.raw`entity_?data_?([123])(?:${quote}|\\*\]|%5D){0,4}\s{0,8}(?:=>|:=|[:=,|]|%3D){1,2}[ \t]{0,8}(?:\n\s{0,8})?(?:string\(\d+\)\s?)?${quote}?`,
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
