/** Something of a portal's CRM. */
export interface CrmObject {
  /** As portals spell it in entity strings: `DEAL`, `DYNAMIC_1038`. */
  readonly type: string;
  readonly id: number;
}

/** A CRM object that somebody typed or pasted. */
export interface CrmObjectMention {
  readonly object: CrmObject;
  /** Of a pasted address, with a port when there is one; absent when no portal was named. */
  readonly host: string | undefined;
}

/** Longer texts are no name of an object. */
const longestText = 2_000;

/**
 * Reads a CRM object in the forms that developers meet: words in English and Russian (`deal 88`, `Сделка №88`,
 * `smart process 1038 item 5`), entity strings (`DEAL|88`, `crm|DEAL|88`), the prefixes of CRM fields (`D_88`),
 * and the address of the object's card.
 * @returns `undefined` for any other text
 * @see REST brief, entities.md sections 6 and 7
 */
export function parseCrmObject(text: string): CrmObjectMention | undefined {
  if (text.length > longestText) return undefined;
  const typed = unquoted(text);
  // Single spaces: on long runs of them expressions take minutes.
  const spaced = typed.replace(/\s+/g, " ");
  const object = readEntityString(spaced) ?? readFieldPrefix(spaced) ?? readWords(spaced);
  return object === undefined ? readCardAddress(typed) : { object, host: undefined };
}

/**
 * What somebody may have meant who wrote no more than the beginning of an object's name: for `deal`, `Deal abc` and
 * `lead 0` the word with a number behind it.
 * @returns a text that `parseCrmObject` reads; `undefined` for a text that begins with no such word, or is an object
 */
export function crmObjectExample(text: string): string | undefined {
  if (text.length > longestText || parseCrmObject(text) !== undefined) return undefined;
  const spaced = unquoted(text).replace(/\s+/g, " ");
  const word = firstWord.exec(spaced)?.[0];
  if (word !== undefined) return `${word} 88`;
  const smart = smartProcessWord.exec(spaced)?.[0];
  return smart === undefined ? undefined : `${smart} 1038, 5`;
}

function unquoted(text: string): string {
  return decodeEscapes(text.trim()).replace(/^["'`<]+|["'`>]+$/g, "");
}

/** Addresses come escaped out of other addresses, once or twice; a broken escape stays as it is. */
function decodeEscapes(text: string): string {
  let decoded = text;
  for (let times = 0; times < 2 && /%[\da-f]{2}/i.test(decoded); times++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}

const plainTypes = ["LEAD", "DEAL", "CONTACT", "COMPANY", "QUOTE", "SMART_INVOICE", "ORDER"];
const anyType = `${plainTypes.join("|")}|DYNAMIC_[1-9]\\d{0,8}`;

const entityString = new RegExp(String.raw`^(?:crm\|)?(${anyType})\|(\d+)$`, "i");

function readEntityString(typed: string): CrmObject | undefined {
  const [, type = "", id = ""] = entityString.exec(typed) ?? [];
  return crmObject(type.toUpperCase(), id);
}

/** As CRM fields of tasks and smart processes name an object. */
function readFieldPrefix(typed: string): CrmObject | undefined {
  const [, prefix = "", id = ""] = /^(L|D|C|CO)_(\d+)$/.exec(typed) ?? [];
  const types: ReadonlyMap<string, string> = new Map([
    ["L", "LEAD"],
    ["D", "DEAL"],
    ["C", "CONTACT"],
    ["CO", "COMPANY"],
  ]);
  return crmObject(types.get(prefix) ?? "", id);
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

const beforeNumber = " ?[:=]? ?(?:#|№|no\\.?|id)? ?[:=]? ?";

const wordForms = words.map(
  ([type, word]) => [type, new RegExp(`^(?:${word})${beforeNumber}(\\d+)$`, "iu")] as const,
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
  return typeId === undefined ? undefined : crmObject(`DYNAMIC_${typeId}`, id);
}

const cardPath =
  /^\/crm\/(?:(lead|deal|contact|company|quote)|type\/([1-9]\d{0,8}))\/(?:details|show)\/(\d+)\/?$/i;

/** `https://h.example/crm/deal/details/88/?a=b#c`, the same without a scheme, or the path alone. */
function readCardAddress(typed: string): CrmObjectMention | undefined {
  const isPath = /^\/(?!\/)/.test(typed);
  const address = isPath
    ? `https://nowhere.invalid${typed}`
    : typed.replace(/^(?:\/\/)?(?=[\w.-]+(?::\d+)?\/)/, "https://");
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  const [, type = "", typeId, id = ""] = cardPath.exec(pathname) ?? [];
  const object = crmObject(typeId === undefined ? type.toUpperCase() : `DYNAMIC_${typeId}`, id);
  return object === undefined ? undefined : { object, host: isPath ? undefined : host };
}

function crmObject(type: string, digits: string): CrmObject | undefined {
  const id = Number(digits);
  return type !== "" && Number.isSafeInteger(id) && id > 0 ? { type, id } : undefined;
}
