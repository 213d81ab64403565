/**
 * Which portal is imitated: today's cloud, one of 2022 (revision 24) or of about 2021 (revision 30),
 * or one on a company's own server.
 */
export type PortalProfile = "current" | "rev24" | "rev30" | "onPremise";

export interface ProfileTraits {
  /** How dialogs are written: with `title` and string ids, with `name`, or in full. */
  readonly recordShape: "titled" | "named" | "full";
  readonly hasV2Methods: boolean;
  readonly restPath: string;
  /** Only where the limiter runs are calls charged and `time.operating` shown. */
  readonly hasLimits: boolean;
  /** Portals before 2025 wrote `time.start` with a fraction. */
  readonly isStartFractional: boolean;
  readonly imRevision: number;
  readonly notesEntityType: "FAVORITE" | "PERSONAL";
}

const current: ProfileTraits = {
  recordShape: "full",
  hasV2Methods: true,
  restPath: "/rest",
  hasLimits: true,
  isStartFractional: false,
  imRevision: 36,
  notesEntityType: "FAVORITE",
};

const traits: Readonly<Record<PortalProfile, ProfileTraits>> = {
  current,
  rev24: {
    ...current,
    recordShape: "titled",
    hasV2Methods: false,
    hasLimits: false,
    isStartFractional: true,
    imRevision: 24,
    notesEntityType: "PERSONAL",
  },
  rev30: {
    ...current,
    recordShape: "named",
    hasV2Methods: false,
    isStartFractional: true,
    imRevision: 30,
    notesEntityType: "PERSONAL",
  },
  onPremise: { ...current, restPath: "/portal/rest", hasLimits: false },
};

export function traitsOf(profile: PortalProfile): ProfileTraits {
  return traits[profile];
}
