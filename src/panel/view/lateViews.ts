import { Late } from "../../core/base/late";

/** Loaded before a failure is shown. */
export const lateRefusal = new Late(() => import("./refusalView"));

/** Loaded with the first messages. */
export const lateTalk = new Late(() => import("./talkItems"));
