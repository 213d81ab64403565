import { bots } from "./bots";
import { colors } from "./colors";
import { person, type Person } from "./person";

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
    seesOpenLines: true,
    closedCrmTypes: ["COMPANY"],
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
    id: 746,
    firstName: "Noor",
    lastName: "Amari",
    color: colors.khaki,
    isGuest: true,
    departments: [],
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
