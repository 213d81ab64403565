import * as l10n from "@vscode/l10n";
import type { FieldGroup } from "../core/dialog/fieldCatalog";
import { wording } from "./language";

export const labelOfGroup = wording<FieldGroup>({
  identity: () => l10n.t("Identity"),
  entity: () => l10n.t("Raw entity strings"),
  people: () => l10n.t("People"),
  counters: () => l10n.t("Counters"),
  permissions: () => l10n.t("Permissions"),
  reading: () => l10n.t("Reading state"),
  other: () => l10n.t("Everything else"),
});

/** What a field is called; a field that the documentation does not know has only its wire name. */
export function labelOfField(name: string): string {
  const known = labels();
  // A portal's own names are looked up: some are names that every object has.
  return Object.hasOwn(known, name) ? (known[name] ?? name) : name;
}

/** What a developer should know about a field before relying on it. */
export function noteOfField(name: string): string | undefined {
  const known = notes();
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

function labels(): Readonly<Record<string, string>> {
  return {
    dialog_id: l10n.t("Dialog id"),
    id: l10n.t("Chat id"),
    name: l10n.t("Title"),
    title: l10n.t("Title"),
    description: l10n.t("Description"),
    type: l10n.t("Kind"),
    message_type: l10n.t("Message type"),
    date_create: l10n.t("Created"),
    parent_chat_id: l10n.t("Parent chat"),
    parent_message_id: l10n.t("Parent message"),
    avatar: l10n.t("Avatar"),
    color: l10n.t("Color"),
    background_id: l10n.t("Background"),
    is_new: l10n.t("New channel"),
    public: l10n.t("Public link"),
    "public.code": l10n.t("Public link code"),
    "public.link": l10n.t("Public link"),
    disk_folder_id: l10n.t("Drive folder"),
    entity_type: l10n.t("Entity type"),
    entity_id: l10n.t("Entity id"),
    entity_data_1: l10n.t("Entity data 1"),
    entity_data_2: l10n.t("Entity data 2"),
    entity_data_3: l10n.t("Entity data 3"),
    entity_link: l10n.t("Entity link"),
    "entity_link.type": l10n.t("Entity link type"),
    "entity_link.url": l10n.t("Entity link path"),
    "entity_link.id": l10n.t("Entity link id"),
    owner: l10n.t("Owner"),
    role: l10n.t("Role of the reader"),
    manager_list: l10n.t("Managers"),
    user_counter: l10n.t("Number of members"),
    guest_count: l10n.t("Number of guests"),
    extranet: l10n.t("External users take part"),
    contains_collaber: l10n.t("Collab guests take part"),
    mute_list: l10n.t("Muted for"),
    counter: l10n.t("Unread"),
    message_count: l10n.t("Messages"),
    last_message_id: l10n.t("Last message"),
    permissions: l10n.t("Permissions"),
    "permissions.can_post": l10n.t("Who may write"),
    "permissions.manage_messages": l10n.t("Who manages messages"),
    "permissions.manage_users_add": l10n.t("Who adds people"),
    "permissions.manage_users_delete": l10n.t("Who removes people"),
    "permissions.manage_ui": l10n.t("Who changes the look"),
    "permissions.manage_settings": l10n.t("Who changes settings"),
    "permissions.manage_messages_auto_delete": l10n.t("Who sets automatic deletion"),
    "permissions.manage_guest_invites": l10n.t("Who invites guests"),
    "permissions.manage_delete": l10n.t("Who deletes the chat"),
    can_have_threads: l10n.t("May have comment threads"),
    has_manage_capability: l10n.t("May manage the chat"),
    text_field_enabled: l10n.t("Text field shown"),
    restrictions: l10n.t("Allowed actions"),
    "restrictions.send": l10n.t("Sending allowed"),
    "restrictions.user_list": l10n.t("Member list allowed"),
    "restrictions.avatar": l10n.t("Changing the avatar allowed"),
    "restrictions.rename": l10n.t("Renaming allowed"),
    "restrictions.extend": l10n.t("Inviting allowed"),
    "restrictions.call": l10n.t("Calls allowed"),
    "restrictions.mute": l10n.t("Muting allowed"),
    "restrictions.leave": l10n.t("Leaving allowed"),
    "restrictions.leave_owner": l10n.t("Leaving as owner allowed"),
    "restrictions.path": l10n.t("Path of the bound object"),
    "restrictions.path_title": l10n.t("Link text of the bound object"),
    last_id: l10n.t("Read up to message"),
    unread_id: l10n.t("First unread message"),
    unread_last_id: l10n.t("Last unread message"),
    marked_id: l10n.t("Marked unread from message"),
    readed_list: l10n.t("Read by"),
    last_message_views: l10n.t("Views of the last message"),
    "last_message_views.message_id": l10n.t("Viewed message"),
    "last_message_views.count_of_viewers": l10n.t("Viewers"),
    "last_message_views.first_viewers": l10n.t("First viewers"),
  };
}

/** @see REST brief, dialogs.md sections 1.4 and 3 */
function notes(): Readonly<Record<string, string>> {
  return {
    readed_list: l10n.t("Without the webhook's owner; active users only."),
    mute_list: l10n.t("The portal returns only the webhook's owner here."),
    "last_message_views.count_of_viewers": l10n.t("May differ from the number of first viewers."),
  };
}
