import { MethodTable } from "../portal/methodTable";
import { dialogMethods } from "./dialogMethods";
import { portalMethods } from "./portalMethods";

/** Every method of the portal. The table never changes, so all portals share it. */
export const methodTable = new MethodTable([...portalMethods, ...dialogMethods]);
