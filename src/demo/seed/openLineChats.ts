import { chat, type Chat } from "./chat";
import { colors } from "./colors";
import { clientTalk } from "./talk";

/** Dialogs with customers: `entityId` is `connector|line|connectorChat|connectorUser`. */
export function openLineChats(): Chat[] {
  return [
    chat({
      id: 210,
      name: "Ana via Telegram",
      messageType: "L",
      entityType: "LINES",
      entityId: "telegrambot|2|209607941|744",
      entityData1: "Y|DEAL|88|N|Y|512|1773682918|0|0|0",
      entityData2: "LEAD|0|COMPANY|7|CONTACT|31|DEAL|88",
      entityData3: "N",
      members: [1, 744],
      avatar: "headset",
      color: colors.lightBlue,
      dateCreate: "2026-03-16T19:41:58+02:00",
      lastMessageDate: "2026-03-17T10:20:00+02:00",
      messageCount: 14,
      counter: 1,
      talk: clientTalk,
    }),
    chat({
      id: 211,
      name: "Guest 14 - Northwind",
      messageType: "L",
      entityType: "LINES",
      entityId: "livechat|22|1775|745",
      entityData1: "N|NONE|0|N|N|0|0",
      entityData3: "Y",
      owner: 0,
      members: [1, 41, 745],
      color: colors.aqua,
      dateCreate: "2026-03-15T12:05:00+02:00",
      lastMessageDate: "2026-03-15T12:22:00+02:00",
      messageCount: 6,
      talk: [
        [745, "Do you deliver on Saturdays?"],
        [41, "Welcome to Northwind! An operator will be with you soon."],
      ],
    }),
    chat({
      id: 1775,
      name: "Northwind Couriers",
      description: "The visitor's end of the live chat.",
      entityType: "LIVECHAT",
      entityId: "22|745",
      entityData1: "Y|17750|1773569000|0|N|N|Y",
      owner: 745,
      members: [1, 745],
      managers: [],
      color: colors.aqua,
      dateCreate: "2026-03-15T12:04:00+02:00",
      lastMessageDate: "2026-03-15T12:22:00+02:00",
    }),
    chat({
      id: 212,
      name: "Broken line",
      messageType: "L",
      entityType: "LINES",
      entityId: "viber|x|<b>77|90|12</b>|a|b||",
      entityData1: "Y||x|",
      entityData2: "LEAD|12|COMPANY",
      owner: 41,
      members: [1, 41],
      color: colors.red,
      dateCreate: "2025-12-03T14:00:00+02:00",
      lastMessageDate: "2025-12-03T14:30:00+02:00",
    }),
  ];
}
