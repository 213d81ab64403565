import { scopeNeededBy } from "../portal/readMethods";

/** Either of them reads a dialog: without the first the second is called. */
const dialogMethods: ReadonlySet<string> = new Set(["imbot.dialog.get", "im.dialog.get"]);

/**
 * The scopes of which a webhook needs one, after a call was refused for want of a scope.
 * @param method that was called; absent, or of the global scope: reading dialogs is what matters
 */
export function sufficientScopes(method: string | undefined): readonly string[] {
  const scope = method === undefined ? undefined : scopeNeededBy(method);
  if (method === undefined || scope === undefined || dialogMethods.has(method)) {
    return ["imbot", "im"];
  }
  return [scope];
}
