import type { Chat } from "../seed/chat";

type Permissions = Readonly<Record<string, string>>;

const group: Permissions = {
  manage_users_add: "member",
  manage_users_delete: "manager",
  manage_ui: "member",
  manage_settings: "owner",
  manage_messages: "member",
  can_post: "member",
};

const privateDialog: Permissions = {
  ...group,
  manage_users_delete: "none",
  manage_ui: "none",
  manage_settings: "none",
};

const channel: Permissions = {
  ...group,
  manage_users_add: "manager",
  manage_ui: "manager",
  manage_messages: "manager",
  can_post: "manager",
};

/** From which role upwards each right is granted. */
export function permissionsOf(chat: Chat): Permissions {
  switch (chat.messageType) {
    case "P":
      return privateDialog;
    case "N":
    case "J":
      return channel;
    case "L":
      return { ...group, manage_users_delete: "owner", manage_ui: "none", manage_settings: "none" };
    default:
      return chat.entityType === "GENERAL"
        ? { ...group, manage_users_add: "none", manage_users_delete: "none", manage_ui: "none" }
        : group;
  }
}
