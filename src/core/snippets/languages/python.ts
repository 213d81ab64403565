import { doubleQuoted } from "./escapes";
import type { Notation } from "./literal";

export const pythonText = doubleQuoted;

export const python: Notation = {
  text: pythonText,
  token: ({ before }) =>
    before === undefined
      ? 'os.environ["B24_BOT_TOKEN"]'
      : `${pythonText(before)} + urllib.parse.quote(os.environ["B24_BOT_TOKEN"], safe="")`,
  entry: (name, value) => `${pythonText(name)}: ${value}`,
  list: ["[", "]"],
  map: ["{", "}"],
  space: "",
  indent: "    ",
  nothing: "None",
  flags: ["True", "False"],
  closesWithComma: true,
};
