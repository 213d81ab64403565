import type { DemoState } from "../portal/demoState";
import type { Json, JsonObject } from "../base/json";
import { epochOf } from "../base/portalTime";
import { fullName, type Person } from "../seed/person";
import { personAvatarUrl } from "./avatarUrl";

const onlineForMs = 15 * 60 * 1000;

/** A user as `im.user.get` writes it (REST brief, browsing.md section 6). */
export function personRecord(who: Person, state: DemoState): JsonObject {
  const avatar = personAvatarUrl(who, state);
  return {
    id: who.id,
    active: who.isActive,
    name: fullName(who),
    first_name: who.firstName,
    last_name: who.lastName,
    work_position: who.workPosition,
    color: who.color,
    avatar,
    avatar_hr: avatar,
    gender: who.gender,
    birthday: "",
    extranet: who.isExtranet,
    network: false,
    bot: who.bot !== undefined,
    connector: who.isConnector,
    external_auth_id: authIdOf(who),
    status: statusOf(who, state),
    idle: false,
    last_activity_date: who.lastSeen ?? false,
    mobile_last_date: who.isConnector ? false : (who.lastSeen ?? false),
    desktop_last_date: false,
    absent: who.absentUntil ?? false,
    departments: who.departments,
    phones: who.workPhone === undefined ? false : { work_phone: who.workPhone, inner_phone: "12" },
    bot_data: botData(who),
    type: typeOf(who),
    website: "",
    email: "",
  };
}

function botData(who: Person): Json {
  if (who.bot === undefined) return null;
  return {
    code: who.bot.code,
    type: who.bot.type,
    app_id: "",
    is_hidden: who.bot.isHidden,
    is_support_openline: who.bot.type === "openline",
  };
}

function authIdOf(who: Person): string {
  if (who.bot !== undefined) return "bot";
  return who.isConnector ? "imconnector" : "default";
}

function typeOf(who: Person): string {
  if (who.bot !== undefined) return "bot";
  if (who.isConnector) return "connector";
  if (who.isGuest) return "collaber";
  return who.isExtranet ? "extranet" : "user";
}

function statusOf(who: Person, state: DemoState): string {
  if (!who.isActive || who.lastSeen === undefined) return "offline";
  return state.now() - epochOf(who.lastSeen) < onlineForMs ? "online" : "offline";
}
