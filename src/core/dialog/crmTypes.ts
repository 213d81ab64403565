/**
 * The types that portals number themselves, as `im.chat.get` spells them; smart processes of users begin at 128.
 * @see REST documentation, crm.enum.ownertype
 */
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, "LEAD"],
  [2, "DEAL"],
  [3, "CONTACT"],
  [4, "COMPANY"],
  [5, "INVOICE"],
  [7, "QUOTE"],
  [14, "ORDER"],
  [31, "SMART_INVOICE"],
  [36, "SMART_DOCUMENT"],
  [39, "SMART_B2E_DOC"],
]);

const names: ReadonlySet<string> = new Set(builtIn.values());

/** What fields of other entities write before an id: `D_88`. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ["L", "LEAD"],
  ["D", "DEAL"],
  ["C", "CONTACT"],
  ["CO", "COMPANY"],
  ["I", "INVOICE"],
  ["Q", "QUOTE"],
  ["O", "ORDER"],
  ["SI", "SMART_INVOICE"],
  ["DO", "SMART_DOCUMENT"],
  ["SBD", "SMART_B2E_DOC"],
]);

export function crmTypeOfNumber(typeId: number): string {
  return builtIn.get(typeId) ?? `DYNAMIC_${typeId}`;
}

/** @param prefix as fields write it: `T9c` is the smart process 156, in hexadecimal */
export function crmTypeOfPrefix(prefix: string): string | undefined {
  const hex = /^T([1-9a-f][\da-f]{0,7})$/i.exec(prefix)?.[1];
  return hex === undefined ? prefixes.get(prefix) : crmTypeOfNumber(Number.parseInt(hex, 16));
}

/** @param word upper case: `DEAL`, `DYNAMIC_1038`, of a built-in type also `DYNAMIC_31` */
export function readCrmType(word: string): string | undefined {
  if (names.has(word)) return word;
  const typeId = /^DYNAMIC_([1-9]\d{0,8})$/.exec(word)?.[1];
  return typeId === undefined ? undefined : crmTypeOfNumber(Number(typeId));
}
