import { demoMethods } from "../../../../src/demo/methods/demoMethods";
import type { MethodDefinition } from "../../../../src/demo/portal/call";
import { moreBotV2Methods } from "./botV2Methods";
import { moreChatMethods } from "./chatMethods";
import { morePortalMethods } from "./portalMethods";
import { moreRecentMethods } from "./recentMethods";
import { moreSearchMethods } from "./searchMethods";

/** Every method of the portal: what the product calls, and what only other clients do. */
export const wireMethods: readonly MethodDefinition[] = [
  ...demoMethods,
  ...morePortalMethods,
  ...moreRecentMethods,
  ...moreSearchMethods,
  ...moreChatMethods,
  ...moreBotV2Methods,
];
