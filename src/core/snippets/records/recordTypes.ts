import type { DialogField } from "../../dialog/dialog";
import type { Snippet } from "../client";
import { goStruct } from "./goStruct";
import { phpShape } from "./phpShape";
import { recordShape } from "./recordShape";
import type { RecordType } from "./recordType";
import { typedDict } from "./typedDict";
import { typescriptInterface } from "./typescriptInterface";

export const recordTypes: readonly RecordType[] = [
  typescriptInterface,
  phpShape,
  typedDict,
  goStruct,
];

/** The type of the record that is shown: what it is made of, and no value of it. */
export function recordTypeOf(type: RecordType, fields: readonly DialogField[]): Snippet {
  return { code: type.write(recordShape(fields)), language: type.languages[0] };
}
