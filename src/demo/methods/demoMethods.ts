import type { MethodDefinition } from "../portal/call";
import { botMessageMethods } from "./botMessageMethods";
import { botMethods } from "./botMethods";
import { botV2Methods } from "./botV2Methods";
import { eventMethods } from "./eventMethods";
import { dialogMethods } from "./dialogMethods";
import { memberMethods } from "./memberMethods";
import { messageMethods } from "./messageMethods";
import { openLineMethods } from "./openLineMethods";
import { portalMethods } from "./portalMethods";
import { recentMethods } from "./recentMethods";
import { searchMethods } from "./searchMethods";
import { userMethods } from "./userMethods";

/** Every method that the product calls. */
export const demoMethods: readonly MethodDefinition[] = [
  ...portalMethods,
  ...dialogMethods,
  ...recentMethods,
  ...searchMethods,
  ...memberMethods,
  ...userMethods,
  ...messageMethods,
  ...botMethods,
  ...botV2Methods,
  ...botMessageMethods,
  ...eventMethods,
  ...openLineMethods,
];
