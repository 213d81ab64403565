/** A reply that nobody sends by mistake, as large as the extension reads, or close to it. */
export interface HostileReply {
  readonly name: string;
  readonly body: () => string;
}

const limit = 16 * 1024 * 1024;

function filled(piece: string): string {
  return piece.repeat(Math.floor((limit - 1_000) / piece.length));
}

function dialogWith(more: string): string {
  return `{"result":{"id":29,"dialog_id":"chat29","type":"chat","name":"Pilot"${more}}}`;
}

function titled(title: string): string {
  return `{"result":{"id":29,"dialog_id":"chat29","type":"chat","name":"${title}"}}`;
}

function list(piece: (index: number) => string, count: number): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join(",");
}

/** Inside out, so that depth costs the generator nothing. */
function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth);
}

export const hostileReplies: readonly HostileReply[] = [
  { name: "a title of 16 MB", body: () => titled(filled("a")) },
  { name: "a title of 16 MB, not in ASCII", body: () => titled(filled("ж")) },
  { name: "a title of percent signs", body: () => titled(filled("%41")) },
  { name: "a title of escapes", body: () => titled(filled("\\u0026amp;")) },
  { name: "a title of backslashes", body: () => titled(filled("\\\\")) },
  { name: "a key of 16 MB", body: () => dialogWith(`,"${filled("k")}":1`) },
  { name: "a number of 16 MB", body: () => dialogWith(`,"counter":1${filled("0")}`) },
  { name: "16 MB of blanks", body: () => dialogWith(filled(" ")) },
  {
    name: "100,000 unknown keys",
    body: () => dialogWith(`,${list((index) => `"odd_${index}":"value ${index}"`, 100_000)}`),
  },
  {
    name: "240,000 people who have read",
    body: () => dialogWith(`,"readed_list":[${list((index) => `{"user_id":${index}}`, 110_000)}]`),
  },
  {
    name: "240,000 texts of 60 characters",
    body: () => dialogWith(`,"odd":[${list(() => `"${"text ".repeat(12)}"`, 240_000)}]`),
  },
  { name: "millions of numbers", body: () => dialogWith(`,"odd":[${filled("1,")}1]`) },
  {
    name: "2,400 values nested 100 deep",
    body: () =>
      dialogWith(`,"odd":[${list(() => nested('{"a":', "}", 90).replace("}", "1}"), 2_400)}]`),
  },
  { name: "8 million levels", body: () => `{"result":${nested("[", "]", limit / 2 - 20)}}` },
  { name: "a web page of 16 MB", body: () => `<html><body>${filled("<p>x</p>")}</body></html>` },
  { name: "a web page of percent signs", body: () => `<html><body>${filled("%41")}</body></html>` },
  {
    name: "an error's text of 16 MB",
    body: () => `{"error":"ACCESS_ERROR","error_description":"${filled("a<br>")}"}`,
  },
  { name: "17 MB", body: () => titled(filled("a") + "a".repeat(1_100_000)) },
];
