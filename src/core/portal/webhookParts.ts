/** Portals make secrets of small letters and digits. */
export function isSecret(text: string): boolean {
  return /^(?=.*\d)(?=.*[a-z])[a-z\d]{10,}$/.test(text);
}

const exampleWords: ReadonlySet<string> = new Set(
  "put insert change changeme me your my user id userid secret token code key password pass hash webhook hook api example here the test_secret xxx domain portal name ваш токен секрет код ключ".split(
    " ",
  ),
);

/** `your-domain.bitrix24.com`: nobody knows who owns it. */
export function isExampleHost(hostname: string): boolean {
  return /^(?:x{3,}|(?:your|my)[_-]?(?:domain|portal|company|account|site|name|bitrix(?:24)?|b24)|(?:portal|company|domain)[_-]?name|subdomain|(?:b24-)?example(?=\.bitrix24\.))\./i.test(
    hostname,
  );
}

/** Whether a part of an address is the word of a template: `USER_ID`, `<token>`, `your-domain`, `xxxxxx`. */
export function isPlaceholder(part: string): boolean {
  if (/[<>{}[\]$]|^:|^%.*%$/.test(part)) return true;
  if (/^\*+\w+\*+$/.test(part)) return isPlaceholder(part.replaceAll("*", ""));
  // No value begins with a letter of another script: `вставьте-код`.
  if (/^(?![a-z])\p{L}/iu.test(part)) return true;
  if (/^(?:x{3,}|\*{2,}|\.{2,}|…+|•+|-{3,}|_{3,}|0{6,})$/i.test(part)) return true;
  if (/^[A-Z]{3,}(?:_[A-Z]+)*$/.test(part)) return true;
  const words = part.toLowerCase().split(/[_-]/);
  return words.every((word) => exampleWords.has(word));
}
