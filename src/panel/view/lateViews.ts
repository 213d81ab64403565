import { Late } from "../../core/base/late";

/** Loaded before a failure is shown: its view, and what finds its cause. */
export const lateRefusal = new Late(async () => {
  const [{ refusalView }, { CauseFinder }] = await Promise.all([
    import("./refusalView"),
    import("../../core/sessions/causeFinder"),
  ]);
  return { refusalView, CauseFinder };
});

/** Loaded with the first messages. */
export const lateTalk = new Late(() => import("./talkItems"));
