import * as v from "valibot";
import * as vscode from "vscode";
import { isObject, type JsonObject } from "../../core/base/json";
import { parseWith } from "../../core/base/parseWith";
import type { DialogField } from "../../core/dialog/dialog";
import { parseDialogId, parseExactDialogId } from "../../core/dialog/dialogId";
import { toNumber } from "../../core/dialog/fieldValue";
import { needsBotToken, type ShownCall } from "../../core/portal/methodCall";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Shape, Snippet } from "../../core/snippets/client";
import { clientById, snippetOf } from "../../core/snippets/clients";
import { callOf, offeredCalls, type SnippetSubject } from "../../core/snippets/offeredCalls";
import { recordTypeOf, recordTypes } from "../../core/snippets/records/recordTypes";
import { keepChoice, lastChoice } from "../../core/snippets/snippetChoice";
import type { Services } from "../../services";
import { describeMisfit } from "../../text/snippets";
import { describeStoreProblem } from "../../text/storeProblems";
import { sayOddValue } from "../base/faults";
import { showErrorMessage } from "../base/messages";
import { portalOfArgument } from "../base/portalPicker";
import { deliver, editorInFront } from "./delivery";
import { pickCall, pickSnippet } from "./snippetPicker";

const given = v.object({
  dialogId: v.fallback(v.optional(v.union([v.string(), v.number()])), undefined),
  method: v.fallback(v.optional(v.string()), undefined),
  client: v.fallback(v.optional(v.string()), undefined),
  as: v.fallback(v.optional(v.picklist(["copy", "insert", "document"])), undefined),
  shape: v.fallback(v.optional(v.picklist(["call", "program"])), undefined),
  choosesCall: v.fallback(v.optional(v.boolean()), undefined),
});

type Given = v.InferOutput<typeof given>;

/**
 * `copyAsCode({ portalId?, dialogId?, method?, client?, as?, shape?, choosesCall? })`; what is not given is that of the
 * panel in front, of the dialog inspected last, or asked for. Nothing is read from a portal.
 */
export async function copyAsCode(services: Services, argument: unknown): Promise<void> {
  const wanted = await understood(isObject(argument) ? argument : { dialogId: argument });
  if (wanted === undefined) return;
  const named = portalOfArgument(services.portals, argument);
  if (named === "gone") {
    void showErrorMessage(describeStoreProblem("portalGone"));
    return;
  }
  const target = editorInFront();
  const { subject, fields } = subjectOf(services, wanted, named);
  const calls = offeredCalls(subject);
  let call = wanted.method === undefined ? calls[0] : callOf(wanted.method, subject);
  if (call === undefined) {
    void showErrorMessage(
      vscode.l10n.t("“{0}” is not a method that this extension reads.", wanted.method ?? ""),
    );
    return;
  }
  if (wanted.client !== undefined) {
    await take(services, call, wanted.client, wanted, fields, target);
    return;
  }
  if (wanted.choosesCall === true) call = await pickCall(calls);
  let shape: Shape = wanted.shape ?? lastChoice(services.state)?.shape ?? "call";
  while (call !== undefined) {
    const picked = await pickSnippet({
      call,
      shape,
      subject,
      last: lastChoice(services.state)?.client,
      language: target?.editor.document.languageId,
      fields,
      canInsert: target !== undefined,
    });
    if (picked === undefined) return;
    if (picked.kind === "call") call = picked.call ?? (await pickCall(calls));
    else if (picked.kind === "shape") shape = picked.shape;
    else {
      const as = picked.as ?? wanted.as;
      await take(services, call, picked.client, { as, shape }, fields, target);
      return;
    }
  }
}

/** @returns `undefined`: something is not, and the user knows */
async function understood(argument: JsonObject): Promise<Given | undefined> {
  const wanted: Given = parseWith(given, argument) ?? {};
  const names = Object.keys(given.entries) as (keyof Given)[];
  const odd = names.find((name) => (argument[name] ?? wanted[name]) !== wanted[name]);
  if (odd !== undefined) {
    sayOddValue(odd);
    return undefined;
  }
  const parsed = parseDialogId(String(wanted.dialogId ?? "chat1"));
  if (parsed.ok) return wanted;
  const { describeDialogIdProblem } = await import("../../text/typedIds");
  void showErrorMessage(describeDialogIdProblem(parsed.error));
  return undefined;
}

async function take(
  { state }: Services,
  call: ShownCall,
  client: string,
  { as = "copy", shape }: Pick<Given, "as" | "shape">,
  fields: readonly DialogField[] | undefined,
  target: ReturnType<typeof editorInFront>,
): Promise<void> {
  const last = lastChoice(state);
  const wantedShape = shape ?? last?.shape ?? "call";
  const written = write(call, client, wantedShape, fields);
  if (typeof written === "string") {
    void showErrorMessage(written);
    return;
  }
  const needs = written.isType ? undefined : { botToken: needsBotToken(call) };
  await deliver(written.snippet, as, { label: written.label, needs, target });
  if (!written.isType) await keepChoice(state, { client, shape: wantedShape });
}

interface Written {
  readonly label: string;
  readonly snippet: Snippet;
  readonly isType: boolean;
}

/** @returns a sentence when there is nothing to take along */
function write(
  call: ShownCall,
  id: string,
  shape: Shape,
  fields: readonly DialogField[] | undefined,
): Written | string {
  const type = recordTypes.find((each) => each.id === id);
  if (type !== undefined) {
    if (fields === undefined)
      return vscode.l10n.t("Open a dialog first: the types are those of its record.");
    return { label: type.label, snippet: recordTypeOf(type, fields), isType: true };
  }
  const client = clientById(id);
  if (client === undefined) return vscode.l10n.t("There is no client “{0}”.", id);
  const snippet = snippetOf(client, call, shape);
  const misfit = client.misfitOf?.(call);
  if (snippet !== undefined) return { label: client.label, snippet, isType: false };
  return misfit === undefined ? client.label : `${client.label}: ${describeMisfit(misfit)}`;
}

/** What the call is about: the dialog that is named, the one of the panel in front, or the one inspected last. */
function subjectOf(
  { portals, openPanels, history }: Services,
  wanted: Given,
  named: PortalRecord | undefined,
): { readonly subject: SnippetSubject; readonly fields: readonly DialogField[] | undefined } {
  const namedId = parseExactDialogId(wanted.dialogId)?.dialogId;
  const panel = openPanels.shown((shown) =>
    namedId === undefined
      ? shown.isActive
      : shown.dialogId === namedId && (named === undefined || named.id === shown.portalId),
  );
  const portal = named ?? (panel === undefined ? portals.active() : portals.find(panel.portalId));
  const latest = portal === undefined ? undefined : history.list(portal.id)[0]?.dialogId;
  const dialogId = namedId ?? panel?.dialogId ?? latest;
  return {
    subject: { ...ofPortal(portal), made: panel?.made ?? [], dialogId },
    fields: panel?.fields,
  };
}

function ofPortal(
  portal: PortalRecord | undefined,
): Pick<SnippetSubject, "userId" | "botIds" | "scopes"> {
  return {
    userId: toNumber(portal?.userId),
    botIds: portal?.bots?.map(({ botId }) => botId) ?? [],
    scopes: portal?.scopes,
  };
}
