import { botExplanations } from "./botExplanations";
import { certificateExplanations } from "./certificateExplanations";
import { connectionExplanations } from "./connectionExplanations";
import { dialogExplanations } from "./dialogExplanations";
import type { Explanations } from "./explanation";
import { portalExplanations } from "./portalExplanations";
import { redirectExplanations } from "./redirectExplanations";
import { replyExplanations } from "./replyExplanations";
import { rightsExplanations } from "./rightsExplanations";

/** The one table of them. */
export const explanations: Explanations = {
  ...connectionExplanations,
  ...certificateExplanations,
  ...redirectExplanations,
  ...replyExplanations,
  ...dialogExplanations,
  ...rightsExplanations,
  ...botExplanations,
  ...portalExplanations,
};
