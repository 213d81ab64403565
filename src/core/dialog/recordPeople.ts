import type { Dialog } from "./dialog";
import type { FieldValue } from "./fieldValue";
import { peoplePageSize } from "./peoplePage";

/** Somebody of a list. */
export interface ListedPerson {
  readonly userId: number;
  /** As the list itself says it; "" when it has only the id. */
  readonly name: string;
  /** ISO 8601 with offset. */
  readonly date: string | undefined;
}

/** What people are in a dialog. */
export interface Roles {
  readonly ownerId: number | undefined;
  readonly managerIds: ReadonlySet<number>;
}

/** More ids than these are named by nobody's hand; they stay ids. */
const mostIds = 1_000;

/** The people of a field, all of them; `undefined` for a field that is no list of people. */
export function peopleIn(value: FieldValue | undefined): readonly ListedPerson[] | undefined {
  switch (value?.type) {
    case "receipts":
      return value.receipts;
    case "userIds":
      return value.userIds.map((userId) => ({ userId, name: "", date: undefined }));
    default:
      return undefined;
  }
}

export function rolesIn(dialog: Dialog): Roles {
  const owner = valueOf(dialog, "owner");
  const managers = peopleIn(valueOf(dialog, "manager_list")) ?? [];
  return {
    ownerId: owner?.type === "userId" && owner.userId > 0 ? owner.userId : undefined,
    managerIds: new Set(managers.map(({ userId }) => userId)),
  };
}

/**
 * The users that a record speaks of and a reader sees first: who they are is asked for. Readers have names in the
 * record; whether one is a bot is not said there.
 */
export function idsToAskFor(dialog: Dialog): readonly number[] {
  const { ownerId = 0 } = rolesIn(dialog);
  const bound = dialog.entity.map(({ value }) =>
    value.type === "object" && value.objectType === "USER" ? value.objectId : 0,
  );
  const idsIn = (name: string): readonly number[] =>
    (peopleIn(valueOf(dialog, name)) ?? []).map(({ userId }) => userId);
  const ids = [
    ownerId,
    ...bound,
    ...idsIn("last_message_views.first_viewers").slice(0, peoplePageSize),
    ...idsIn("readed_list").slice(0, peoplePageSize),
    ...idsIn("mute_list"),
    ...idsIn("manager_list"),
  ];
  return [...new Set(ids)].filter((id) => id > 0).slice(0, mostIds);
}

/** Whether the portal says that its members may be listed; portals of old say nothing. */
export function mayListMembers(dialog: Dialog): boolean {
  const value = valueOf(dialog, "restrictions.user_list");
  return value?.type !== "flag" || value.isOn;
}

/** @param name as the first version spells it, whatever method spoke */
function valueOf(dialog: Dialog, name: string): FieldValue | undefined {
  return dialog.fields.find((field) => field.name === name)?.value;
}
