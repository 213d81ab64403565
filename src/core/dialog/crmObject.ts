import { crmTypeOfNumber, crmTypeOfPrefix, readCrmType } from "./crmTypes";
import { withoutQuotes } from "./unquoted";

/** Something of a portal's CRM. */
export interface CrmObject {
  /** As portals spell it in entity strings: `DEAL`, `DYNAMIC_1038`. */
  readonly type: string;
  readonly id: number;
}

/** Longer texts are no name of an object. */
const longestText = 200;

/**
 * Reads a CRM object in the words that developers type: in English and Russian (`deal 88`, `Сделка №88`,
 * `smart process 1038 item 5`), as entity strings (`DEAL|88`) and as CRM fields write it (`D_88`, `T9c_1`).
 * Addresses of cards are found by `findMentions`.
 * @returns `undefined` for any other text
 * @see REST brief, entities.md sections 6 and 7
 */
export function readCrmWords(text: string): CrmObject | undefined {
  if (text.length > longestText * 10) return undefined;
  // Single spaces: on long runs of them expressions take minutes.
  const spaced = unquoted(text).replace(/\s+/g, " ");
  if (spaced.length > longestText) return undefined;
  return readEntityString(spaced) ?? readFieldPrefix(spaced) ?? readWords(spaced);
}

/**
 * What somebody may have meant who wrote no more than the beginning of an object's name: for `deal`, `Deal abc` and
 * `lead 0` the word with a number behind it.
 * @returns a text that `readCrmWords` reads; `undefined` for a text that begins with no such word, or is an object
 */
export function crmObjectExample(text: string): string | undefined {
  if (text.length > longestText || readCrmWords(text) !== undefined) return undefined;
  const spaced = unquoted(text).replace(/\s+/g, " ");
  const word = firstWord.exec(spaced)?.[0];
  if (word !== undefined) return `${word} 88`;
  const smart = smartProcessWord.exec(spaced)?.[0];
  return smart === undefined ? undefined : `${smart} 1038, 5`;
}

function unquoted(text: string): string {
  return withoutQuotes(text.trim()).replaceAll(/%(?:25)?7C/gi, "|");
}

const entityString = /^(?:crm\|)?([A-Z][A-Z\d_]{2,20})\|(\d+)$/i;

function readEntityString(typed: string): CrmObject | undefined {
  const [, word = "", id = ""] = entityString.exec(typed) ?? [];
  return crmObject(readCrmType(word.toUpperCase()), id);
}

/** As CRM fields of tasks and smart processes name an object. */
function readFieldPrefix(typed: string): CrmObject | undefined {
  const [, prefix = "", id = ""] = /^([A-Z]{1,3}|T[\dA-F]{1,8})_(\d+)$/i.exec(typed) ?? [];
  return crmObject(crmTypeOfPrefix(prefix), id);
}

/** What people call objects, with the endings that Russian gives them. */
const words: readonly (readonly [type: string, word: string])[] = [
  ["LEAD", "leads?|лид(?:а|у|ом|е)?"],
  ["DEAL", "deals?|сделк(?:а|и|е|у|ой)"],
  ["CONTACT", "contacts?|контакт(?:а|у|ом|е)?"],
  ["COMPANY", "company|компани(?:я|и|ю|ей)"],
  ["QUOTE", "quote|estimate|(?:коммерческо(?:е|го) )?предложени(?:е|я)|КП"],
  ["SMART_INVOICE", "(?:smart[ _-]?)?invoice|сч[её]т(?:а|у|ом|е)?"],
  ["ORDER", "order|заказ(?:а|у|ом|е)?"],
];

const beforeNumber = "(?: |_(?=id))?[:=]? ?(?:#|№|no\\.?|id)? ?[:=]? ?";

const wordForms = words.map(
  ([type, word]) =>
    [type, new RegExp(`^(?:(?:id|ид) )?(?:${word})${beforeNumber}(\\d+)$`, "iu")] as const,
);

const wordEnd = String.raw`(?![\p{L}\p{N}_-])`;
const firstWord = new RegExp(`^(?:${words.map(([, word]) => word).join("|")})${wordEnd}`, "iu");

const smartProcessForms = "smart[ -]?process|смарт[ -]?процесс(?:а|у|ом|е)?";
const smartProcessWord = new RegExp(`^(?:${smartProcessForms})${wordEnd}`, "iu");

const smartProcess = new RegExp(
  String.raw`^(?:dynamic_?|${smartProcessForms})${beforeNumber}([1-9]\d{0,8})` +
    String.raw`[ ,;:|]{1,2}(?:item|элемент(?:а|у|ом|е)?)?${beforeNumber}(\d+)$`,
  "iu",
);

function readWords(typed: string): CrmObject | undefined {
  for (const [type, form] of wordForms) {
    const id = form.exec(typed)?.[1];
    if (id !== undefined) return crmObject(type, id);
  }
  const [, typeId, id = ""] = smartProcess.exec(typed) ?? [];
  return typeId === undefined ? undefined : crmObject(crmTypeOfNumber(Number(typeId)), id);
}

function crmObject(type: string | undefined, digits: string): CrmObject | undefined {
  const id = Number(digits);
  return type !== undefined && Number.isSafeInteger(id) && id > 0 ? { type, id } : undefined;
}
