import { jsonOf } from "../base/jsonText";
import type { DialogKind } from "./dialogKind";
import type { EntityFact } from "./entity/entityFact";
import type { ObjectLink } from "./entity/objectLink";
import type { FieldGroup } from "./fieldCatalog";
import type { FieldValue } from "./fieldValue";

/** A chat as a reply described it, whatever the portal's age. */
export interface Dialog {
  /** The echo of what was asked, or what was asked. */
  readonly dialogId: string;
  /** Absent when the reply did not say. */
  readonly chatId: number | undefined;
  /** Other people's text, entities decoded; "" when the chat has none. */
  readonly title: string;
  /** Absent when the reply did not say. */
  readonly kind: DialogKind | undefined;
  /** Safe to load as an image. */
  readonly avatarUrl: string | undefined;
  /** Safe to give to CSS. */
  readonly color: string | undefined;
  /** What the entity strings say, taken apart. */
  readonly entity: readonly EntityFact[];
  /** Where the reply says that the object it belongs to has its page. */
  readonly objectLink: ObjectLink;
  /** What the reply carried, in the order it is shown. */
  readonly fields: readonly DialogField[];
  /** How many more fields it carried, which nobody documented: more than can be shown. */
  readonly unlistedFields: number;
}

export interface DialogField {
  /** Unique among the fields, and short: the path, where it is documented and stands once. */
  readonly key: string;
  /** The name on the wire; entries of a nested object after a dot, `restrictions.avatar`. */
  readonly path: string;
  /** The same field's name in `imbot.dialog.get`, whatever method spoke; of an undocumented one its path. */
  readonly name: string;
  readonly group: FieldGroup;
  /** False for a field that the REST documentation does not know. */
  readonly isDocumented: boolean;
  readonly value: FieldValue;
  /** The value itself, whole. */
  readonly wire: unknown;
}

/** A value as a developer wants it in the editor: text as text, everything else as JSON. */
export function copyTextOf(field: DialogField): string {
  if (typeof field.wire === "string") return field.wire;
  return jsonOf(field.wire).text;
}

/** The other person of a private dialog, from `im.user.get`. Not stored anywhere. */
export interface Companion {
  readonly userId: number;
  readonly name: string;
  readonly avatarUrl: string | undefined;
  readonly color: string | undefined;
  readonly isBot: boolean;
}
