import { isFix } from "../../panel/view/actions";
import type { DialogRef } from "../../core/dialog/dialogId";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { commandIds } from "../../ids";
import type { Services } from "../../services";
import { runCommand } from "../base/commands";
import { runAction } from "../base/runAction";
import { pickDialog } from "./dialogPicker";

/** What is to be inspected. */
export interface Inspection {
  readonly portal: PortalRecord;
  readonly ref: DialogRef;
  /** Somebody wrote the id: a bare number may have been meant as a chat's. */
  readonly isTyped: boolean;
  /** Of the link that named it. */
  readonly linkHost?: string | undefined;
}

/** Asks which dialog is meant; what is in its way is removed, and it is asked again. */
export async function askForDialog(
  services: Services,
  first: PortalRecord,
  text: string,
): Promise<Inspection | undefined> {
  const { portals } = services;
  let portal = first;
  let typed = text;
  for (;;) {
    const choice = await pickDialog(portal, services, typed);
    if (choice === undefined) return undefined;
    if (choice.type === "dialog") return { portal, ...choice };
    if (choice.type === "searchChats") {
      const found = { portalId: portal.id, text: choice.text };
      await runCommand(commandIds.searchChats, found);
      return undefined;
    }
    typed = choice.typed;
    if (choice.type === "addPortal") {
      await runCommand(commandIds.addPortal);
    } else if (choice.type === "remedy") {
      const { remedy, newOrigin } = choice;
      const subject = { portalId: portal.id, newOrigin };
      await runAction(remedy, subject);
      // What opened instead, a page or a setting, is what is looked at now.
      if (!isFix(remedy, subject)) return undefined;
      portal = portals.find(portal.id) ?? portal;
    } else {
      await runCommand(commandIds.switchPortal);
      portal = portals.active() ?? portal;
    }
  }
}
