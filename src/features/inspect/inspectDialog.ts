import * as v from "valibot";
import * as vscode from "vscode";
import { needsConsent } from "../../core/dialog/consent";
import { parseDialogId, parseExactDialogId, type DialogRef } from "../../core/dialog/dialogId";
import { linkHost, portalsOfLink } from "../../core/dialog/linkHost";
import type { ReadAs } from "../../core/dialog/viewer";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Portals } from "../../core/portal/portals";
import { confirmRead } from "./confirmRead";
import type { DialogBoxServices } from "./dialogPicker";
import { commandIds } from "../../ids";
import { offerFirstPortal, portalFor, portalOfArgument } from "../portals/portalPicker";
import { describeDialogIdProblem } from "../../text/dialogIds";

export interface InspectionPanels {
  open(portal: PortalRecord, ref: DialogRef, as?: ReadAs): Promise<void>;
  isOpen(portalId: string, dialogId: string): boolean;
}

/**
 * `inspectDialog({ dialogId?, portalId?, readAs? } | dialogId)`; asks for the first two when they are not given. An
 * argument names one dialog: a CRM object may have several, so `deal 88` is refused here and understood in the box.
 */
export function registerInspectDialog(
  portals: Portals,
  box: DialogBoxServices,
  panels: InspectionPanels,
): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.inspectDialog, async (argument?: unknown) => {
    const given = givenId(argument);
    const problem = given === undefined ? undefined : problemOf(given);
    if (problem !== undefined) {
      void vscode.window.showErrorMessage(problem);
      return;
    }
    const portal = await portalFor(
      portals,
      argument,
      async () => portals.active() ?? offerFirstPortal(portals),
    );
    if (portal === undefined) return;
    const chosen = await choose(argument, { portals, box, panels }, portal);
    if (chosen === undefined) return;
    const as = chosen.portal.id === portal.id ? givenViewer(argument) : undefined;
    await inspect({ portals, box, panels }, chosen, as);
  });
}

interface InspectionServices {
  readonly portals: Portals;
  readonly box: DialogBoxServices;
  readonly panels: InspectionPanels;
}

/** What is to be inspected. */
interface Inspection {
  readonly portal: PortalRecord;
  readonly ref: DialogRef;
  /** Somebody wrote the id: a bare number may have been meant as a chat's. */
  readonly isTyped: boolean;
}

function givenId(argument: unknown): string | undefined {
  const id =
    typeof argument === "object" && argument !== null && "dialogId" in argument
      ? argument.dialogId
      : argument;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

const readAs: v.GenericSchema<unknown, ReadAs> = v.variant("kind", [
  v.object({ kind: v.literal("owner") }),
  v.object({ kind: v.literal("bot"), botId: v.pipe(v.number(), v.safeInteger()) }),
  v.object({ kind: v.literal("both"), botId: v.pipe(v.number(), v.safeInteger()) }),
]);

function givenViewer(argument: unknown): ReadAs | undefined {
  if (typeof argument !== "object" || argument === null || !("readAs" in argument))
    return undefined;
  const parsed = v.safeParse(readAs, argument.readAs);
  return parsed.success ? parsed.output : undefined;
}

function problemOf(id: string): string | undefined {
  const parsed = parseDialogId(id);
  return parsed.ok ? undefined : describeDialogIdProblem(parsed.error);
}

/**
 * An object with an id comes from where the dialog is known: the sidebar, a search, a panel. A link that leads to
 * another portal is read with that one, or asked about when it is not clear which one that is.
 */
async function choose(
  argument: unknown,
  { portals, box }: InspectionServices,
  portal: PortalRecord,
): Promise<Inspection | undefined> {
  const given = givenId(argument);
  const ref = parseExactDialogId(given);
  if (given === undefined || ref === undefined) return ask(portals, box, portal, "");
  const isTyped = typeof argument !== "object";
  if (portalOfArgument(portals, argument) !== undefined) return { portal, ref, isTyped };
  const [home, another] = portalsOfLink(linkHost(given, ref.dialogId), portal, portals.list());
  if (home === undefined || another !== undefined) return ask(portals, box, portal, given);
  return { portal: home, ref, isTyped };
}

async function ask(
  portals: Portals,
  box: DialogBoxServices,
  first: PortalRecord,
  text: string,
): Promise<Inspection | undefined> {
  // Not needed for what is clicked, and not when the window starts.
  const { pickDialog } = await import("./dialogPicker");
  let portal = first;
  let typed = text;
  for (;;) {
    const choice = await pickDialog(portal, box, typed);
    if (choice === undefined) return undefined;
    if (choice.type === "dialog") return { portal, ...choice };
    typed = choice.typed;
    if (choice.type === "replaceWebhook") {
      const portalId = portal.id;
      await vscode.commands.executeCommand(commandIds.replaceWebhook, { portalId });
      portal = portals.find(portalId) ?? portal;
    } else {
      await vscode.commands.executeCommand(commandIds.switchPortal);
      portal = portals.active() ?? portal;
    }
  }
}

async function inspect(
  { portals, box, panels }: InspectionServices,
  { portal, ref, isTyped }: Inspection,
  as: ReadAs | undefined,
): Promise<void> {
  const { dialogId } = ref;
  const isKnown = box.history.wasRead(portal.id, dialogId);
  const isAsked = needsConsent(ref, portal, isKnown) && !panels.isOpen(portal.id, dialogId);
  const name = box.memory.recall(portal.id, dialogId)?.title ?? "";
  const consent = isAsked
    ? await confirmRead(portal, ref, { name, isTyped })
    : { ref, isForAll: false };
  if (consent === undefined) return;
  if (consent.isForAll) await portals.readWithoutAsking(portal.id);
  await panels.open(portal, consent.ref, as);
}
