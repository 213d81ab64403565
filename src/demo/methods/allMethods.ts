import { MethodTable } from "../portal/methodTable";
import { botMethods } from "./botMethods";
import { botV2Methods } from "./botV2Methods";
import { dialogMethods } from "./dialogMethods";
import { memberMethods } from "./memberMethods";
import { messageMethods } from "./messageMethods";
import { openLineMethods } from "./openLineMethods";
import { portalMethods } from "./portalMethods";
import { recentMethods } from "./recentMethods";
import { searchMethods } from "./searchMethods";
import { userMethods } from "./userMethods";

/** Every method of the portal. The table never changes, so all portals share it. */
export const methodTable = new MethodTable([
  ...portalMethods,
  ...dialogMethods,
  ...recentMethods,
  ...searchMethods,
  ...memberMethods,
  ...userMethods,
  ...messageMethods,
  ...botMethods,
  ...botV2Methods,
  ...openLineMethods,
]);
