import type { Mention } from "../../core/dialog/mentions/mention";
import { subjectKey } from "../../core/dialog/mentions/mention";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { CommandArguments } from "../../ids";

export type InspectArgument = NonNullable<CommandArguments["bitrix24.inspectDialog"][0]>;

/** What a mention leads to. */
export interface MentionTarget {
  /** As people write it: a DIALOG_ID, `task 812`, `imol|512`. */
  readonly text: string;
  /** Absent: of a portal that is not stored, or of one of several. */
  readonly portal: PortalRecord | undefined;
  /** What inspects it: at once, or with the box where there is something to choose. */
  readonly argument: InspectArgument;
}

/**
 * @param home the portal that the document's folder means
 * @param stored all portals of the user
 */
export function targetOf(
  { subject, host }: Mention,
  home: PortalRecord,
  stored: readonly PortalRecord[],
): MentionTarget | undefined {
  if (subject.kind === "entityData") return undefined;
  const text = subjectKey(subject);
  const [portal, another] = portalsOfLink(host, home, stored);
  const isClear = portal !== undefined && another === undefined;
  if (subject.kind === "dialog" && isClear) {
    return { text, portal, argument: { dialogId: text, portalId: portal.id } };
  }
  const typed =
    host === undefined || host === hostOf(home) || subject.kind !== "dialog"
      ? text
      : `https://${host}/online/?IM_DIALOG=${text}`;
  return { text, portal: isClear ? portal : undefined, argument: { text: typed } };
}
