import { doubleQuoted } from "./escapes";
import type { Notation } from "./literal";

/** Fit for a script inside an HTML page too, which `</script>` or `<!--` in a text would end. */
export function javascriptText(text: string): string {
  return doubleQuoted(text).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");
}

export const javascript: Notation = {
  text: javascriptText,
  token: ({ before }) =>
    before === undefined
      ? "process.env.B24_BOT_TOKEN"
      : `${javascriptText(before)} + encodeURIComponent(process.env.B24_BOT_TOKEN ?? "")`,
  entry: (name, value) =>
    /^[A-Za-z_$][\w$]*$/.test(name) ? `${name}: ${value}` : `${javascriptText(name)}: ${value}`,
  list: ["[", "]"],
  map: ["{", "}"],
  space: " ",
  indent: "  ",
  nothing: "null",
  flags: ["true", "false"],
  closesWithComma: true,
};
