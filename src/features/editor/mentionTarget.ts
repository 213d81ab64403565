import type * as vscode from "vscode";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import {
  safeKey,
  subjectKey,
  writtenMention,
  type Mention,
} from "../../core/dialog/mentions/mention";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { CommandArguments } from "../../ids";

export type InspectArgument = Exclude<
  NonNullable<CommandArguments["bitrix24.inspectDialog"][0]>,
  string
>;

/** What a mention leads to, wherever its ids are looked up at the time. */
export interface MentionTarget {
  /** As people write it: a DIALOG_ID, `task 812`, `imol|512`. */
  readonly text: string;
  /** The same for titles and tooltips that draw Markdown and icons. */
  readonly label: string;
  /** What inspects it: at once, or with the box where there is something to choose. */
  readonly argument: InspectArgument;
}

/**
 * What stands in editors outlives the choice of a portal: it says where it stands, and that decides when it is clicked.
 * @param file the document, or the folder of a terminal
 */
export function targetOf(
  mention: Mention,
  file: vscode.Uri | undefined,
): MentionTarget | undefined {
  const { subject } = mention;
  if (subject.kind === "entityData") return undefined;
  const written = writtenMention(mention);
  return {
    text: subjectKey(subject),
    label: safeKey(subject),
    argument: {
      ...(subject.kind === "dialog" ? { dialogId: written } : { text: written }),
      ...(file === undefined ? {} : { file: file.toString() }),
    },
  };
}

/** The portal that a mention is of now. Absent: one that is not stored, or one of several. */
export function portalOf(
  { host }: Mention,
  asked: PortalRecord,
  stored: readonly PortalRecord[],
): PortalRecord | undefined {
  const [portal, another] = portalsOfLink(host, asked, stored);
  return another === undefined ? portal : undefined;
}
