import { colors } from "./colors";
import { person, type Person } from "./person";

const clientId = "demo-client-id";
const botToken = "demo-bot-token";

/** Everybody at Northwind Couriers that the seed dialogs mention. */
export function seedPeople(): Person[] {
  return [...employees, ...guests, ...bots];
}

const employees: readonly Person[] = [
  person({
    id: 1,
    firstName: "Ivy",
    lastName: "Stone",
    workPosition: "Head of operations",
    gender: "F",
    color: colors.aqua,
    avatar: "ivy",
    isAdmin: true,
    workPhone: "+15550100",
    lastSeen: "2026-03-17T10:41:00+02:00",
  }),
  person({
    id: 5,
    firstName: "Omar",
    lastName: "Haddad",
    workPosition: "Dispatcher",
    gender: "M",
    color: colors.orange,
    avatar: "omar",
    departments: [1, 3],
    lastSeen: "2026-03-17T10:38:00+02:00",
  }),
  person({
    id: 7,
    firstName: "Zoë",
    lastName: "Müller-Łukasz",
    login: "zoe.mueller",
    workPosition: "Customer care lead",
    gender: "F",
    color: colors.purple,
    avatar: "zoe",
    departments: [4],
    absentUntil: "2026-03-23T08:00:00+02:00",
  }),
  person({
    id: 11,
    firstName: "Marcus",
    lastName: "Webb",
    workPosition: "Courier",
    gender: "M",
    color: colors.brown,
    isActive: false,
    lastSeen: "2025-11-28T17:05:00+02:00",
  }),
  person({
    id: 77,
    firstName: "Priya",
    lastName: "Raman",
    workPosition: "Dispatch trainee",
    gender: "F",
    color: colors.pink,
    departments: [3],
  }),
];

const guests: readonly Person[] = [
  person({
    id: 9,
    firstName: "Lena",
    lastName: "Harbour",
    workPosition: "Harbour Freight, partner",
    gender: "F",
    color: colors.sand,
    isExtranet: true,
    departments: [],
  }),
  person({
    id: 744,
    firstName: "Ana",
    lastName: "Prieto",
    color: colors.lightBlue,
    isConnector: true,
    departments: [],
    lastSeen: "2026-03-17T10:20:00+02:00",
  }),
  person({
    id: 745,
    firstName: "Guest 14",
    lastName: "",
    login: "guest14",
    color: colors.gray,
    isConnector: true,
    departments: [],
  }),
];

const bots: readonly Person[] = [
  person({
    id: 39,
    firstName: "Delivery & Co bot",
    lastName: "",
    login: "bot_delivery",
    workPosition: "Finds parcels",
    color: colors.azure,
    avatar: "bot",
    bot: {
      code: "delivery",
      type: "bot",
      token: clientId,
      isV2: false,
      isHidden: false,
      commands: [],
    },
  }),
  person({
    id: 41,
    firstName: "Echo",
    lastName: "",
    login: "bot_echo",
    workPosition: "Greets visitors",
    color: colors.mint,
    bot: {
      code: "echo",
      type: "openline",
      token: clientId,
      isV2: false,
      isHidden: false,
      commands: [],
    },
  }),
  person({
    id: 456,
    firstName: "Helper",
    lastName: "",
    login: "bot_helper",
    workPosition: "Answers questions about shifts",
    color: colors.lime,
    bot: {
      code: "helper",
      type: "bot",
      token: botToken,
      isV2: true,
      isHidden: false,
      commands: [
        { id: 7, command: "/help", title: "Help", params: "" },
        { id: 8, command: "/shift", title: "Who is on shift", params: "date" },
        { id: 9, command: "/van", title: "Where is a van", params: "plate" },
      ],
    },
  }),
  person({
    id: 457,
    firstName: "Quality watch",
    lastName: "",
    login: "bot_quality",
    workPosition: "Reads along for quality",
    color: colors.graphite,
    bot: {
      code: "quality",
      type: "supervisor",
      token: botToken,
      isV2: true,
      isHidden: true,
      commands: [],
    },
  }),
];
