import type { Chat } from "../seed/chat";
import { ChatDirectory } from "../seed/chatDirectory";
import { PeopleDirectory } from "../seed/peopleDirectory";
import type { Effect } from "./effects";
import { MessageLog } from "./messageLog";
import type { MethodTable } from "./methodTable";
import { traitsOf, type PortalProfile, type ProfileTraits } from "../wire/portalProfile";
import type { StatusProfile } from "./systemRefusals";

export interface StateSettings {
  readonly origin: string;
  readonly clock: () => number;
  readonly statusProfile: StatusProfile;
  readonly portalProfile: PortalProfile;
  readonly acceptsCrmIds: boolean;
  readonly moreChats: readonly Chat[];
}

/** What the methods work on: the portal's people and chats, its settings and its clock. */
export class DemoState {
  readonly people = new PeopleDirectory();
  readonly chats: ChatDirectory;
  readonly messages = new MessageLog();
  readonly origin: string;
  /** Whether `crm|DEAL|88` passes as a dialog id, as guessed of the newest portals. */
  readonly acceptsCrmIds: boolean;
  statusProfile: StatusProfile;
  portalProfile: PortalProfile;
  private readonly recorded: Effect[] = [];
  private readonly clock: () => number;

  constructor(
    readonly methods: MethodTable,
    settings: StateSettings,
  ) {
    this.chats = new ChatDirectory(settings.moreChats);
    this.origin = settings.origin;
    this.acceptsCrmIds = settings.acceptsCrmIds;
    this.statusProfile = settings.statusProfile;
    this.portalProfile = settings.portalProfile;
    this.clock = settings.clock;
  }

  get traits(): ProfileTraits {
    return traitsOf(this.portalProfile);
  }

  get effects(): readonly Effect[] {
    return this.recorded;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.clock();
  }

  record(effect: Effect): void {
    this.recorded.push(effect);
  }
}
