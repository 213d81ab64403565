import * as vscode from "vscode";
import { instantText } from "../../core/base/instantText";
import { markdownText } from "../../core/base/surfaceText";
import { visibleLine } from "../../core/base/visibleText";
import type { PortalRecord } from "../../core/portal/portalRecord";
import { commandIds, innerCommandIds } from "../../ids";
import type { Services } from "../../services";
import { isForReading } from "../base/documents";
import { lookOfKind } from "../../text/dialogKinds";
import { mentionAtPosition } from "./documentMentions";
import { portalOf, targetOf, type MentionTarget } from "./mentionTarget";

/** What is known of a mentioned dialog, from memory alone: a hover asks nobody. */
export async function hoverAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  if (!isForReading(document)) return undefined;
  const found = mentionAtPosition(document, position);
  if (found === undefined) return undefined;
  const target = targetOf(found.mention, document.uri);
  const home = await services.documentPortals.of(document.uri);
  if (home === undefined || target === undefined) return undefined;
  const portal = portalOf(found.mention, home.portal, services.portals.list());
  return new vscode.Hover(hoverText(services, target, portal), found.range);
}

function hoverText(
  services: Services,
  { text, argument }: MentionTarget,
  portal: PortalRecord | undefined,
): vscode.MarkdownString {
  const hover = new vscode.MarkdownString();
  hover.isTrusted = {
    enabledCommands: [commandIds.inspectDialog, innerCommandIds.copyText],
  };
  const known = portal === undefined ? undefined : services.memory.recall(portal.id, text);
  const title = visibleLine(known?.title ?? "");
  hover.appendMarkdown(`**${markdownText(title === "" ? text : title)}**  \n`);
  const read =
    portal === undefined
      ? undefined
      : services.history.list(portal.id).find(({ dialogId }) => dialogId === text);
  const facts = [
    title === "" ? "" : text,
    known?.kind === undefined ? "" : lookOfKind(known.kind).label,
    portal === undefined ? "" : visibleLine(portal.name),
    read === undefined
      ? ""
      : vscode.l10n.t(
          "inspected {0}",
          instantText(new Date(read.inspectedAtMs).toISOString(), vscode.env.language),
        ),
  ];
  hover.appendMarkdown(`${markdownText(facts.filter(Boolean).join(" · "))}\n\n`);
  const actions = [link(vscode.l10n.t("Inspect"), commandIds.inspectDialog, argument)];
  if (portal !== undefined && argument.dialogId !== undefined) {
    const asked = { ...argument, readAs: "ask" };
    actions.push(link(vscode.l10n.t("Read as…"), commandIds.inspectDialog, asked));
  }
  actions.push(link(vscode.l10n.t("Copy"), innerCommandIds.copyText, text));
  hover.appendMarkdown(actions.join(" | "));
  return hover;
}

/** The label is ours, and the argument is encoded: neither can end the link. */
function link(label: string, command: string, argument: unknown): string {
  return `[${label}](${commandUri(command, argument).toString()})`;
}

export function commandUri(command: string, argument: unknown): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`);
}
