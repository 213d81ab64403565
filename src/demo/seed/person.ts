import { colors } from "./colors";
import type { AvatarName } from "./avatars";

/** Somebody with a portal user id: an employee, a guest, a bot, or a visitor of an open line. */
export interface Person {
  readonly id: number;
  readonly login: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly workPosition: string | null;
  readonly gender: "M" | "F" | "";
  readonly color: string;
  readonly avatar?: AvatarName;
  readonly isActive: boolean;
  readonly isAdmin: boolean;
  readonly isExtranet: boolean;
  /** Came through an open line from an outside messenger. */
  readonly isConnector: boolean;
  /** Came to a collab through a link for guests. */
  readonly isGuest: boolean;
  /** May see the chats of all Open Channels, though no member. */
  readonly seesOpenLines: boolean;
  /** CRM objects of these types are closed to the person. */
  readonly closedCrmTypes: readonly string[];
  readonly departments: readonly number[];
  readonly workPhone?: string;
  /** ISO date, undefined for who was never seen. */
  readonly lastSeen?: string;
  /** ISO date until which the person is away. */
  readonly absentUntil?: string;
  readonly bot?: Bot;
}

export interface BotPerson extends Person {
  readonly bot: Bot;
}

type BotType = "bot" | "supervisor" | "personal" | "openline";

export interface Bot {
  readonly code: string;
  readonly type: BotType;
  /** The secret it was registered with: `botToken` of v2, `CLIENT_ID` of v1. */
  readonly token: string;
  /** Registered through the second version of the API: its events come in that version's form. */
  readonly isV2: boolean;
  /** How it gets its events: it asks for them, or the portal calls its handler. */
  readonly eventMode: "fetch" | "webhook";
  /** What its owner is told of its use. */
  readonly counts: { readonly messages: number; readonly chats: number; readonly users: number };
  readonly isHidden: boolean;
  readonly commands: readonly BotCommand[];
}

export interface BotCommand {
  readonly id: number;
  readonly command: string;
  readonly title: string;
  readonly params: string;
}

type PersonSeed = Pick<Person, "id" | "firstName" | "lastName"> & Partial<Person>;

export function person(seed: PersonSeed): Person {
  return {
    login: `${seed.firstName}.${seed.lastName}`.toLowerCase().replace(/\s/g, ""),
    workPosition: null,
    gender: "",
    color: colors.darkBlue,
    isActive: true,
    isAdmin: false,
    isExtranet: false,
    isConnector: false,
    isGuest: false,
    seesOpenLines: false,
    closedCrmTypes: [],
    departments: [1],
    lastSeen: "2026-03-17T09:12:00+02:00",
    ...seed,
  };
}

export function fullName(who: Person): string {
  return `${who.firstName} ${who.lastName}`.trim();
}
