import * as vscode from "vscode";
import * as v from "valibot";
import { isObject, objectOf } from "../../core/base/json";
import { parseWith } from "../../core/base/parseWith";
import { showErrorMessage } from "../base/messages";
import { agreedForPortal, readToConfirm } from "../../core/dialog/consent";
import { parseDialogId, parseExactDialogId, type DialogRef } from "../../core/dialog/dialogId";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import { ownerViewer, type ReadAs } from "../../core/dialog/viewer";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Services } from "../../services";
import type { Inspection } from "./askForDialog";
import { kindOf, type DialogPanels, type HowToOpen } from "./dialogPanels";
import { pickReadAs } from "../bots";
import { offerFirstPortal, portalFor, portalOfArgument } from "../base/portalPicker";

/**
 * `inspectDialog({ dialogId?, portalId?, text?, readAs?, isPreview? } | dialogId)`; asks for the first two when they are not
 * given. An argument names one dialog: a CRM object may have several, so `deal 88` is refused here and understood in
 * the box.
 */
export async function inspectDialog(
  services: Services,
  panels: DialogPanels,
  argument: unknown,
): Promise<void> {
  const { documentPortals, portals } = services;
  const given = givenId(argument);
  const named = given === undefined ? undefined : await namedDialog(given);
  if (given !== undefined && named === undefined) {
    void showErrorMessage(await problemOf(given));
    return;
  }
  const file = givenFile(argument);
  if (file === "odd" || isOddReader(argument)) {
    (await import("../base/faults")).sayOddValue(file === "odd" ? "file" : "readAs");
    return;
  }
  const portal = await portalFor(portals, argument, async () => {
    const home = await documentPortals.of(file ?? vscode.window.activeTextEditor?.document.uri);
    if (home === undefined) return offerFirstPortal(portals);
    if (file === undefined || home.folder === undefined) return home.portal;
    const { portalOfFolder } = await import("./folderPortal");
    return portalOfFolder(services, home.folder, home.portal, givenText(argument));
  });
  if (portal === undefined) return;
  const chosen = await choose(argument, services, portal, named);
  if (chosen === undefined) return;
  const as = await givenReader(argument, chosen.portal, portal);
  if (as === "cancelled") return;
  await inspect(services, panels, chosen, { as, ...givenTab(argument) });
}

function givenId(argument: unknown): string | undefined {
  const id = isObject(argument) ? argument["dialogId"] : argument;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

const readAs: v.GenericSchema<unknown, ReadAs> = v.variant("kind", [
  v.object({ kind: v.literal("owner") }),
  v.object({ kind: v.literal("bot"), botId: v.pipe(v.number(), v.safeInteger()) }),
  v.object({ kind: v.literal("both"), botId: v.pipe(v.number(), v.safeInteger()) }),
]);

function isOddReader(argument: unknown): boolean {
  const given = objectOf(argument)["readAs"] ?? "ask";
  return given !== "ask" && !v.is(readAs, given);
}

/**
 * @param meant another portal than the one that was chosen does not know its bots
 * @returns `undefined`: as the webhook's owner, or as the open panel does
 */
async function givenReader(
  argument: unknown,
  portal: PortalRecord,
  meant: PortalRecord,
): Promise<ReadAs | "cancelled" | undefined> {
  const { readAs: given } = objectOf(argument);
  if (given === "ask") return (await pickReadAs(portal, ownerViewer)) ?? "cancelled";
  return portal.id === meant.id ? parseWith(readAs, given) : undefined;
}

function givenFile(argument: unknown): vscode.Uri | "odd" | undefined {
  const { file } = objectOf(argument);
  if (file === undefined || file === null) return undefined;
  try {
    return typeof file === "string" ? vscode.Uri.parse(file) : "odd";
  } catch {
    return "odd";
  }
}

/** What the box begins with. */
function givenText(argument: unknown): string {
  const { text } = objectOf(argument);
  return givenId(argument) ?? (typeof text === "string" ? text : "");
}

/** Which tab the dialog is shown in. */
function givenTab(argument: unknown): Pick<HowToOpen, "isKept" | "isClick"> {
  const { isPreview } = objectOf(argument);
  return { isKept: isPreview === false, isClick: isPreview === true };
}

async function problemOf(id: string): Promise<string> {
  const parsed = parseDialogId(id);
  const { describeDialogIdProblem } = await import("../../text/typedIds");
  return describeDialogIdProblem(parsed.ok ? "unknownForm" : parsed.error);
}

/** The one dialog that a text names; a CRM object or a session has to be looked for. */
async function namedDialog(text: string): Promise<NamedDialog | undefined> {
  const ref = parseExactDialogId(text);
  if (ref !== undefined) return { ref, host: undefined };
  // Not needed for an id that is nothing else.
  const { readText } = await import("../../core/dialog/mentions/readText");
  const [first] = readText(text);
  if (first?.subject.kind !== "dialog") return undefined;
  return { ref: first.subject.ref, host: first.host };
}

interface NamedDialog {
  readonly ref: DialogRef;
  readonly host: string | undefined;
}

/**
 * An object with an id comes from where the dialog is known: the sidebar, a search, a panel. A link that leads to
 * another portal is read with that one, or asked about when it is not clear which one that is.
 */
async function choose(
  argument: unknown,
  services: Services,
  portal: PortalRecord,
  named: NamedDialog | undefined,
): Promise<Inspection | undefined> {
  const { portals } = services;
  const ask = async (): Promise<Inspection | undefined> =>
    (await import("./askForDialog")).askForDialog(services, portal, givenText(argument));
  if (named === undefined) return ask();
  const { ref, host } = named;
  const isTyped = typeof argument !== "object";
  if (portalOfArgument(portals, argument) !== undefined) return { portal, ref, isTyped };
  const [home, another] = portalsOfLink(host, portal, portals.list());
  if (home === undefined || another !== undefined) return ask();
  return { portal: home, ref, isTyped, linkHost: host };
}

async function inspect(
  services: Services,
  panels: DialogPanels,
  { portal, ref, isTyped, linkHost }: Inspection,
  { as, ...tab }: Pick<HowToOpen, "as" | "isKept" | "isClick">,
): Promise<void> {
  const { browser, history, memory, portals } = services;
  const { dialogId } = ref;
  const known = {
    isKnown:
      history.wasRead(portal.id, dialogId) ||
      browser.made()?.isKnown({ portalId: portal.id, dialogId }) === true,
    kind: kindOf(services, portal.id, dialogId),
  };
  // While the box was open somebody may have taken back what was agreed to.
  const isAgreedForPortal = agreedForPortal(portals.find(portal.id) ?? portal);
  const asked = readToConfirm(
    ref,
    as ?? ownerViewer,
    known,
    (viewer) => isAgreedForPortal(viewer) || panels.isAgreed(portal.id, dialogId, viewer),
  );
  const name = memory.recall(portal.id, dialogId)?.title ?? "";
  const consent =
    asked === undefined
      ? { ref, isForAll: false }
      : await (await import("./confirmRead")).confirmRead(portal, ref, asked, { name, isTyped });
  if (consent === undefined) return;
  if (consent.isForAll) await portals.readWithoutAsking(portal.id);
  const agreed = consent.ref === ref ? asked?.viewer : undefined;
  await panels.open(portal, consent.ref, { as, agreed, ...tab, linkHost });
}
