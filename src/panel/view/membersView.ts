import * as l10n from "@vscode/l10n";
import type { PortalFailure } from "../../core/portal/portalCaller";
import type { PeopleObstacle } from "../../core/sessions/dialogPeople";
import type { PanelAction, PanelField, PanelValue } from "../protocol/panelView";
import { explainInShort } from "../../text/explain";
import { commandAction, pageAction } from "./actions";
import { membersKey, type PeopleView } from "./peopleView";

type PeopleValue = Extract<PanelValue, { type: "people" }>;

/** The members of a dialog: read apart from the record, so they have no name on the wire. */
export function membersField(people: PeopleView): PanelField {
  const page = people.page(membersKey, "", 0);
  const value: PeopleValue = { type: "people", ...page, ...stateOf(people) };
  return {
    key: membersKey,
    label: l10n.t("Members"),
    value,
    ...(wereRead(people)
      ? { note: l10n.t("Read with im.dialog.users.list; the reply itself has no such field.") }
      : {}),
    canCopy: people.members.items.length > 0,
  };
}

/** At least once, even if nobody was among them. */
function wereRead({ state: { obstacle, members } }: PeopleView): boolean {
  return members.items.length > 0 || (obstacle === undefined && members.phase === "ready");
}

function stateOf({ state }: PeopleView): Partial<PeopleValue> {
  const { obstacle, members, namesFailure } = state;
  const isEmpty = members.items.length === 0;
  if (obstacle !== undefined) {
    const reason = obstacleText(obstacle);
    return problem(
      isEmpty ? reason : l10n.t("{0} These members were read before.", reason),
      obstacle === "scopeMissing" ? commandAction("checkAccess") : undefined,
    );
  }
  const failure = members.phase === "failed" ? members.failure : undefined;
  if (failure !== undefined) {
    if (failure.error.kind === "cancelled") {
      return isEmpty ? problem(l10n.t("The members have not been read."), retry()) : {};
    }
    const reason = reasonOf(failure);
    return problem(
      isEmpty
        ? l10n.t("The members could not be read. {0}.", reason)
        : l10n.t("Not all members could be read. {0}.", reason),
      retry(),
    );
  }
  if (namesFailure !== undefined) {
    return problem(l10n.t("Not all names could be read. {0}.", reasonOf(namesFailure)), retry());
  }
  const isReading = isEmpty && (members.phase === "idle" || members.phase === "loading");
  return isReading ? { summary: l10n.t("Reading the members…") } : {};
}

function obstacleText(obstacle: PeopleObstacle): string {
  switch (obstacle) {
    case "scopeMissing":
      return l10n.t("Names and members need the scope “im”, which this webhook does not have.");
    case "notListed":
      return l10n.t(
        "The members of this chat may not be listed (restrictions.user_list is false).",
      );
    case "refused":
      return l10n.t("The portal does not list the members of this chat.");
  }
}

function problem(text: string, action?: PanelAction): Partial<PeopleValue> {
  return { problem: { text, ...(action === undefined ? {} : { action }) } };
}

function retry(): PanelAction {
  return pageAction("readPeople");
}

function reasonOf(failure: PortalFailure): string {
  return explainInShort(failure, { userId: "" });
}
