/** The groups a bot developer thinks in, in the order they are shown. */
export const fieldGroups = [
  "identity",
  "entity",
  "people",
  "counters",
  "permissions",
  "reading",
  "other",
] as const;

export type FieldGroup = (typeof fieldGroups)[number];

/**
 * What a documented field holds, with what that is in JSON; a value that does not fit is shown as it came.
 */
export const fieldTypes = {
  text: "string",
  number: "integer",
  /** Of something else; 0 says that there is none. */
  id: "integer",
  flag: "boolean",
  date: "string",
  color: "string",
  /** One of a known set of words. */
  code: "string",
  userId: "integer",
  userIds: "integers",
  /** People who read something: user_id, user_name, date. */
  receipts: "receipts",
} as const;

export type FieldType = keyof typeof fieldTypes;

export interface FieldSpec {
  readonly group: FieldGroup;
  readonly type: FieldType;
}

/** Objects whose entries become fields of their own, `restrictions.avatar`. */
export const nestedFields: ReadonlySet<string> = new Set([
  "restrictions",
  "permissions",
  "entity_link",
  "public",
  "last_message_views",
]);

function specs(
  group: FieldGroup,
  fields: Readonly<Record<string, FieldType>>,
): readonly (readonly [string, FieldSpec])[] {
  return Object.entries(fields).map(([path, type]) => [path, { group, type }] as const);
}

/**
 * Every documented field of a chat, of all generations and methods, in the order it is shown. Fields that only
 * `imbot.v2.Chat.get` has are spelled like the others.
 * @see REST brief, dialogs.md sections 1.4, 1.6 and 4
 */
export const fieldCatalog: ReadonlyMap<string, FieldSpec> = new Map([
  ...specs("identity", {
    dialog_id: "text",
    id: "number",
    name: "text",
    title: "text",
    description: "text",
    type: "code",
    message_type: "code",
    date_create: "date",
    parent_chat_id: "id",
    parent_message_id: "id",
    avatar: "text",
    color: "color",
    background_id: "text",
    is_new: "flag",
    can_have_threads: "flag",
    public: "text",
    "public.code": "text",
    "public.link": "text",
    disk_folder_id: "id",
  }),
  ...specs("entity", {
    entity_type: "text",
    entity_id: "text",
    entity_data_1: "text",
    entity_data_2: "text",
    entity_data_3: "text",
    "entity_link.type": "text",
    "entity_link.url": "text",
    "entity_link.id": "text",
  }),
  ...specs("people", {
    owner: "userId",
    role: "code",
    manager_list: "userIds",
    user_counter: "number",
    guest_count: "number",
    extranet: "flag",
    contains_collaber: "flag",
    mute_list: "userIds",
  }),
  ...specs("counters", {
    counter: "number",
    message_count: "number",
    last_message_id: "id",
  }),
  ...specs("permissions", {
    "permissions.can_post": "code",
    "permissions.manage_messages": "code",
    "permissions.manage_users_add": "code",
    "permissions.manage_users_delete": "code",
    "permissions.manage_ui": "code",
    "permissions.manage_settings": "code",
    "permissions.manage_messages_auto_delete": "code",
    "permissions.manage_guest_invites": "code",
    "permissions.manage_delete": "code",
    has_manage_capability: "flag",
    text_field_enabled: "flag",
    "restrictions.send": "flag",
    "restrictions.user_list": "flag",
    "restrictions.avatar": "flag",
    "restrictions.rename": "flag",
    "restrictions.extend": "flag",
    "restrictions.call": "flag",
    "restrictions.mute": "flag",
    "restrictions.leave": "flag",
    "restrictions.leave_owner": "flag",
    "restrictions.path": "text",
    "restrictions.path_title": "text",
  }),
  ...specs("reading", {
    last_id: "id",
    unread_id: "id",
    unread_last_id: "id",
    marked_id: "id",
    readed_list: "receipts",
    "last_message_views.message_id": "id",
    "last_message_views.count_of_viewers": "number",
    "last_message_views.first_viewers": "receipts",
  }),
]);

/** Those of nested objects, by the object and the entry. */
const nestedPaths: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [...nestedFields].map((key) => {
    const paths = [...fieldCatalog.keys()].filter((path) => path.startsWith(`${key}.`));
    return [key, new Map(paths.map((path) => [path.slice(key.length + 1), path]))];
  }),
);

/** The path of a nested object's entry. A string made anew for each record would be slow to look up. */
export function nestedPath(key: string, name: string): string {
  return nestedPaths.get(key)?.get(name) ?? `${key}.${name}`;
}

/** The group of a path that is not documented: beside its documented neighbours, else "other". */
export function groupOfUnknown(path: string): FieldGroup {
  const parent = path.split(".")[0] ?? path;
  return containerGroups.get(parent) ?? "other";
}

/** A map, not an object: a portal may send a field named `constructor`. */
const containerGroups: ReadonlyMap<string, FieldGroup> = new Map([
  ["restrictions", "permissions"],
  ["permissions", "permissions"],
  ["entity_link", "entity"],
  ["public", "identity"],
  ["last_message_views", "reading"],
]);
