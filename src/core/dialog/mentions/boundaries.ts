/** Signs that only stand for others: a line break in JSON, a bracket in a form's body. */
const escapeBefore =
  /(?:%(?:25){0,3}(?:0[9AD]|2[\dA-F]|3[A-F]|40|5[B-E]|60|7[B-E])|\\[nrt]|\\u00[0-7][\da-f]|\\x[0-7][\da-f])$/i;

const longestEscape = 9;

/** Whether an id may begin here: not within a longer word, a property, a variable or a host's name. */
export function canBegin(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (isWordCode(before, text, at - 1)) {
    return escapeBefore.test(text.slice(Math.max(0, at - longestEscape), at));
  }
  switch (text.charAt(at - 1)) {
    case ".":
    case "$":
    case "@":
      return false;
    case "-":
      return !isWordAt(text, at - 2);
    case ":":
      return text.charAt(at - 2) !== ":";
    case ">":
      return text.charAt(at - 2) !== "-" || !isNameEnd(text, at - 3);
    default:
      return true;
  }
}

/** Whether an id may end here: what follows makes no longer word, host, call, property or assignment of it. */
export function canEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (isWordCode(text.charCodeAt(at), text, at)) return false;
  switch (text.charAt(at)) {
    case ".":
      return !isWordAt(text, at + 1);
    case "-":
      return !isWordAt(text, at + 1) && !/^->[a-z_]/i.test(text.slice(at, at + 3));
    case ":":
      return text.charAt(at + 1) !== ":";
    case "%":
      return isEscape(text, at);
    case "@":
    case "(":
      return false;
    case "[":
      return !/[\d$'"]/.test(text.charAt(at + 1));
    case " ":
      return text.charAt(at + 1) !== "=" || /[=>]/.test(text.charAt(at + 2));
    case "=":
      return /[=>]/.test(text.charAt(at + 1));
    default:
      return true;
  }
}

/** The same for a number without a prefix, which may also be part of a date, a time, a version or a sum. */
export function canNumberEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  // `29L`, `29n`: a long number of Java and JavaScript.
  if (isWordCode(text.charCodeAt(at), text, at))
    return /^[Ln](?![\w.])/.test(text.slice(at, at + 2));
  switch (text.charAt(at)) {
    case ".":
    case "-":
      return !isWordAt(text, at + 1);
    case ":":
    case "/":
      return !isDigit(text.charCodeAt(at + 1));
    case "%":
      return isEscape(text, at);
    case " ":
      return !/[*+]/.test(text.charAt(at + 1)) || !/^ ?[\w(]/.test(text.slice(at + 2, at + 4));
    default:
      return true;
  }
}

/** A letter, digit or underscore, of any script. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordCode(text.charCodeAt(at), text, at);
}

function isWordCode(code: number, text: string, at: number): boolean {
  if (code < 128) {
    return (
      isDigit(code) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
    );
  }
  // The second half of a pair says nothing without the first.
  const from = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(Math.max(0, from), from + 2));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNameEnd(text: string, at: number): boolean {
  return isWordAt(text, at) || text.charAt(at) === ")" || text.charAt(at) === "]";
}

function isEscape(text: string, at: number): boolean {
  return /^%[\da-f]{2}/i.test(text.slice(at, at + 3));
}
