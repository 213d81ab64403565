import { userRef } from "../dialogId";
import { crmTypeOfNumber } from "../crmTypes";
import type { Subject } from "./mention";
import type { Place } from "./pipes";

/** Longer paths are no address of an object. */
const longestPath = 120;

const slashes = /\\+\/|%(?:25)*2F/gi;
const below = "(?:/extranet|/mobile)?";
const owner = `${below}(?:/(?:company|contacts)/personal/user/\\d{1,16}|/(?:workgroups|spaces)/group/\\d{1,16})?`;
const forms: readonly (readonly [
  RegExp,
  (first: string, second: string) => Subject | undefined,
])[] = [
  [
    /(?:\/extranet|\/mobile)?\/crm\/(lead|deal|contact|company|quote|invoice|order)\/(?:details|show|edit)$/i,
    (type, id) => crmObject(type.toUpperCase(), id),
  ],
  [
    /(?:\/extranet|\/mobile)?(?:\/crm|\/page(?:\/[\w-]{1,40}){1,3}|\/automation)\/type\/([1-9]\d{0,8})\/(?:details|show|edit)$/i,
    (typeId, id) => crmObject(crmTypeOfNumber(Number(typeId)), id),
  ],
  [new RegExp(`${below}/shop/orders/(?:details|show)$`, "i"), (id) => crmObject("ORDER", id)],
  [
    new RegExp(`${owner}/tasks/task/(?:view|edit|show)$`, "i"),
    (id) => ({ kind: "task", taskId: Number(id) }),
  ],
  [
    new RegExp(`${below}/(?:company|contacts)/personal/user$`, "i"),
    (id) => ({ kind: "dialog", ref: userRef(Number(id)) }),
  ],
  [
    new RegExp(`${below}/(?:workgroups|spaces)/group$`, "i"),
    (id) => ({ kind: "workgroup", workgroupId: Number(id) }),
  ],
];

const lastWord = /(?:\\*\/|%(?:25)*2F)([a-z]{4,7})(?:\\*\/|%(?:25)*2F)([1-9]\d{0,15})/iy;
/** What is below a card is about something else; what is below a workgroup is still the workgroup's. */
const cardEnd = /(?:\\*\/|%(?:25)*2F)?(?=$|[\s"'`<>»“”)\]},;?#&\\|]|%(?:25)*(?:3F|2[0267]))/iy;
const pathEnd = /(?=$|[\s"'`<>»“”)\]},;?#&\\|./]|%(?:25)*(?:2F|3F|2[0267]))/iy;

/**
 * The object of a card's address.
 * @param at where the last word of the path begins: the slash of `/details/88/`
 */
export function cardAt(text: string, at: number): Place | undefined {
  lastWord.lastIndex = at;
  const [, word = "", id = ""] = lastWord.exec(text) ?? [];
  const end = lastWord.lastIndex;
  const mayEnd = word.toLowerCase() === "group" ? pathEnd : cardEnd;
  mayEnd.lastIndex = end;
  if (word === "" || !Number.isSafeInteger(Number(id)) || !mayEnd.test(text)) return undefined;
  const before = text.slice(Math.max(0, at - longestPath), at);
  const left = before.replace(/\\+$/, "");
  const path = `${left.replaceAll(slashes, "/")}/${word}`;
  for (const [form, subjectOf] of forms) {
    const found = form.exec(path);
    if (found === null || !beginsPath(path.slice(0, found.index))) continue;
    const subject = found[1] === undefined ? subjectOf(id, "") : subjectOf(found[1], id);
    if (subject === undefined) continue;
    const offset =
      at - (before.length - left.length) - escapedLength(left, found[0].length - word.length - 1);
    return { offset, length: end - offset, subject };
  }
  return undefined;
}

/** How long the last so many signs are as they stand in the text, where slashes may be escaped. */
function escapedLength(left: string, length: number): number {
  const signs = left.match(/\\+\/|%(?:25)*2F|[^]/gi) ?? [];
  return signs.slice(signs.length - length).join("").length;
}

const authority =
  /^(?:(?:https?:)?\/\/(?:[^/?#@]*@)?[\p{L}\d.-]+|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)(?::\d{1,5})?$/iu;

/** The path of an address, or a path of its own; not the end of another path, and not of a query. */
function beginsPath(before: string): boolean {
  const run = /[^\s"'`<>«“”„]*$/.exec(before)?.[0] ?? "";
  const address = (/[^(){}[\],;=|]*$/.exec(run)?.[0] ?? "").replace(/%(?:25)*3A/gi, ":");
  return address === "" ? !/[?&][^=]*=$/.test(run) : authority.test(address);
}

function crmObject(type: string, digits: string): Subject | undefined {
  const id = Number(digits);
  return !Number.isSafeInteger(id) || id <= 0
    ? undefined
    : { kind: "crmObject", object: { type, id } };
}
