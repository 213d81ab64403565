import type { Mention } from "../../core/dialog/mentions/mention";
import { safeKey, subjectKey } from "../../core/dialog/mentions/mention";
import { portalsOfLink } from "../../core/dialog/linkPortals";
import { hostOf, type PortalRecord } from "../../core/portal/portalRecord";
import type { CommandArguments } from "../../ids";
import type { Home } from "../base/documentPortals";

export type InspectArgument = NonNullable<CommandArguments["bitrix24.inspectDialog"][0]>;

/** What a mention leads to. */
export interface MentionTarget {
  /** As people write it: a DIALOG_ID, `task 812`, `imol|512`. */
  readonly text: string;
  /** The same for titles and tooltips that draw Markdown and icons. */
  readonly label: string;
  /** Absent: of a portal that is not stored, or of one of several. */
  readonly portal: PortalRecord | undefined;
  /** What inspects it: at once, or with the box where there is something to choose. */
  readonly argument: InspectArgument;
}

/**
 * @param home where the document's ids are looked up
 * @param stored all portals of the user
 */
export function targetOf(
  { subject, host }: Mention,
  { portal: asked, folder }: Home,
  stored: readonly PortalRecord[],
): MentionTarget | undefined {
  if (subject.kind === "entityData") return undefined;
  const text = subjectKey(subject);
  const label = safeKey(subject);
  const [portal, another] = portalsOfLink(host, asked, stored);
  const isClear = portal !== undefined && another === undefined;
  // A link says itself where it leads.
  const from = folder === undefined || host !== undefined ? {} : { folder };
  if (subject.kind === "dialog" && isClear) {
    return { text, label, portal, argument: { dialogId: text, portalId: portal.id, ...from } };
  }
  const typed =
    host === undefined || host === hostOf(asked) || subject.kind !== "dialog"
      ? text
      : `https://${host}/online/?IM_DIALOG=${text}`;
  return {
    text,
    label,
    portal: isClear ? portal : undefined,
    argument: { text: typed, ...from },
  };
}
