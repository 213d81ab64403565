import { toMicroseconds, type Timing } from "../../../src/demo/portal/envelope";
import type { JsonObject } from "../../../src/demo/base/json";
import { currentTraits, type PortalTraits } from "../../../src/demo/portal/portalTraits";
import { namedShape, titledShape } from "./oldShapes";

/**
 * Which portal is imitated: today's cloud, one of 2022 (revision 24) or of about 2021 (revision 30),
 * the first with the second version of the bot API (revision 32), or one on a company's own server.
 */
export type PortalProfile = "current" | "rev24" | "rev30" | "rev32" | "onPremise";

const beforeV2: PortalTraits = {
  ...currentTraits,
  hasMethod: (name) => !name.includes(".v2."),
  notesEntityType: "PERSONAL",
  timeObject: fractionalTime,
};

const profiles: Readonly<Record<PortalProfile, PortalTraits>> = {
  current: currentTraits,
  rev24: {
    ...beforeV2,
    revision: 24,
    hasLimits: false,
    titleKey: "title",
    dialogShape: titledShape,
  },
  rev30: { ...beforeV2, revision: 30, dialogShape: namedShape },
  rev32: {
    ...currentTraits,
    revision: 32,
    hasMethod: (name) => name !== "imbot.v2.Revision.get",
  },
  onPremise: { ...currentTraits, hasLimits: false },
};

export function traitsOf(profile: PortalProfile): PortalTraits {
  return profiles[profile];
}

/** Where REST lives: moved on some own servers. */
export function restPathOf(profile: PortalProfile): string {
  return profile === "onPremise" ? "/portal/rest" : "/rest";
}

/** Portals before 2025 wrote `time.start` with a fraction, and how long the method itself took. */
function fractionalTime(timing: Timing): JsonObject {
  const start = timing.startMs / 1000;
  return {
    ...currentTraits.timeObject(timing),
    start,
    duration: toMicroseconds(timing.durationSeconds),
    processing: toMicroseconds(timing.durationSeconds),
  };
}
