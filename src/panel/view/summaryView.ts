import * as l10n from "@vscode/l10n";
import type { Dialog, DialogField } from "../../core/dialog/dialog";
import { placeOf, type EntityFact, type EntityFactName } from "../../core/dialog/entity/entityFact";
import { factUrl } from "../../core/dialog/entity/factLinks";
import { keyFactsOf } from "../../core/dialog/keyFacts";
import type { Bot } from "../../core/dialog/person";
import type { StoredBot } from "../../core/portal/portalRecord";
import { jsonOf } from "../../core/base/jsonText";
import { clip, visibleLine } from "../../core/base/visibleText";
import { labelOfEntityFact } from "../../text/entityLabels";
import { numberText, plural } from "../../text/language";
import type {
  PanelAction,
  PanelPerson,
  PanelSummaryLine,
  PanelSummaryPart,
} from "../protocol/panelView";
import { commandAction } from "./actions";
import { entityField } from "./entityView";
import { activityOf } from "./groupsView";
import { membersKey, type PeopleView } from "./peopleView";

/** What the summary is made of: all of it was read already. */
export interface SummarySubject {
  readonly dialog: Dialog;
  readonly people: PeopleView;
  /** The user with whose rights the dialog is read; absent: a bot reads. */
  readonly ownUserId: number | undefined;
  /** All bots of the portal; `undefined`: not known. */
  readonly bots: readonly Bot[] | undefined;
  /** Bots with whose eyes the dialog can be read, but for the one who reads now. */
  readonly otherViewers: readonly StoredBot[];
}

/** The first screen: what the chat is bound to, who is in it, and what goes on. */
export function summaryView(subject: SummarySubject): readonly PanelSummaryLine[] {
  const { dialog } = subject;
  const bound = boundLine(subject);
  const people = peopleLine(subject);
  const isPrivate = dialog.kind?.word === "private" || dialog.kind?.word === "notes";
  return [
    ...(isPrivate ? [people, bound] : [bound, stateLine(dialog), people]),
    isPrivate ? undefined : botsLine(subject),
    line("activity", l10n.t("Activity"), activityParts(dialog)),
    line("may", l10n.t("You may"), permissionParts(dialog, isPrivate)),
    notUnderstoodLine(dialog),
  ].filter((shown) => shown !== undefined);
}

function line(
  id: string,
  label: string,
  parts: readonly PanelSummaryPart[],
  more: Partial<PanelSummaryLine> = {},
): PanelSummaryLine | undefined {
  return parts.length === 0 ? undefined : { id, label, parts, ...more };
}

function boundLine({ dialog, people }: SummarySubject): PanelSummaryLine | undefined {
  const parts = keyFactsOf(dialog).flatMap((fact) =>
    fact.kind === "bound" && fact.fact.name !== "connectorUser"
      ? [boundPart(fact.fact, dialog, people)]
      : fact.kind === "field" && fact.path.startsWith("entity_")
        ? [fieldPart(fact.field)]
        : [],
  );
  return line("bound", l10n.t("Bound to"), parts);
}

function boundPart(fact: EntityFact, dialog: Dialog, { links }: PeopleView): PanelSummaryPart {
  const url = links === undefined ? undefined : factUrl(fact, dialog.objectLink, links);
  const { value } = entityField(fact, undefined, undefined);
  const text = "text" in value ? value.text : (fact.raw ?? "");
  return {
    text: boundText(fact.name, clip(visibleLine(text), 80)),
    row: `bound.${placeOf(fact)}`,
    ...(url === undefined ? {} : { url }),
  };
}

function boundText(name: EntityFactName, text: string): string {
  if (name === "line") return l10n.t("line {0}", text);
  return name === "sessionId" ? l10n.t("session {0}", text) : text;
}

function fieldPart({ path, wire }: DialogField): PanelSummaryPart {
  const text = typeof wire === "string" ? wire : jsonOf(wire, 200).text;
  return { text: clip(visibleLine(text), 80), row: path };
}

const states: ReadonlySet<EntityFactName> = new Set<EntityFactName>([
  "pause",
  "waitAction",
  "crmEnabled",
  "silentMode",
]);

/** What an Open Channel session waits for, as far as its flags say so. */
function stateLine({ entity }: Dialog): PanelSummaryLine | undefined {
  const parts = entity.flatMap((fact) =>
    states.has(fact.name) && fact.value.type === "flag" && fact.value.isOn
      ? [{ text: labelOfEntityFact(fact), row: `bound.${placeOf(fact)}` }]
      : [],
  );
  return line("state", l10n.t("State"), parts);
}

/** More names than these are for the group below. */
const mostPeople = 4;

function peopleLine(subject: SummarySubject): PanelSummaryLine | undefined {
  const { dialog, people, ownUserId } = subject;
  const { memberCount, ids } = people.foremost(mostPeople);
  const parts = ids.map((userId) => personPart(people.person({ userId }), userId === ownUserId));
  const isPrivate = dialog.kind?.word === "private";
  const more = isPrivate ? 0 : (memberCount ?? 0) - parts.length;
  const all: PanelSummaryPart[] =
    more > 0 ? [{ text: l10n.t("{0} more", numberText(more)), row: membersKey }] : [];
  const label = isPrivate ? l10n.t("With") : l10n.t("People");
  const count = memberCount === undefined ? {} : { count: numberText(memberCount) };
  return line("people", label, [...parts, ...all], isPrivate ? {} : count);
}

function personPart(
  { name, userId, marks = [], url }: PanelPerson,
  isOwn: boolean,
): PanelSummaryPart {
  // Whoever owns a chat manages it, too: the group below says both.
  const isOwner = marks.includes(l10n.t("owner"));
  const told = isOwner ? marks.filter((mark) => mark !== l10n.t("manager")) : marks;
  const words = isOwn ? [...told, l10n.t("you")] : told;
  return {
    text: name,
    id: userId,
    ...(words.length === 0 ? {} : { marks: words }),
    ...(url === undefined ? {} : { url }),
  };
}

function botsLine({ people, bots, otherViewers }: SummarySubject): PanelSummaryLine | undefined {
  if (bots === undefined || bots.length === 0) return undefined;
  const { items, isWhole } = people.members;
  if (items.length === 0) return undefined;
  const memberIds = new Set(items.map(({ userId }) => userId));
  const members = bots.filter(({ botId }) => memberIds.has(botId));
  const viewer = otherViewers[0];
  // Of several members the command asks which one is meant.
  const [heard = viewer, ...others] = members;
  const check = commandAction("checkEvents");
  const actions: readonly PanelAction[] = [
    ...(viewer === undefined
      ? []
      : [
          {
            id: "readAsBot" as const,
            argument: String(viewer.botId),
            label: l10n.t("Read as bot {0}", visibleLine(viewer.name) || String(viewer.botId)),
            codicon: "eye",
          },
        ]),
    heard === undefined || others.length > 0 ? check : { ...check, argument: String(heard.botId) },
  ];
  if (members.length > 0) {
    const parts = members.map(({ botId, name }) => ({
      text: clip(visibleLine(name), 80) || l10n.t("Bot {0}", botId),
      id: String(botId),
    }));
    return line("bots", l10n.t("Bots"), parts, { actions });
  }
  const text = isWhole ? noMember(bots.length) : l10n.t("none among the members read so far");
  return line("bots", l10n.t("Bots"), [{ text }], { actions });
}

function noMember(bots: number): string {
  return bots === 1
    ? l10n.t("the portal's only bot is not a member")
    : l10n.t("none of the portal's {0} is a member", numberText(bots));
}

function activityParts({ fields }: Dialog): readonly PanelSummaryPart[] {
  const rows = ["message_count", "counter", "readed_list"];
  const row = fields.find(({ name }) => rows.includes(name))?.path;
  return activityOf(fields).map((text) => (row === undefined ? { text } : { text, row }));
}

/**
 * What a bot developer does in chats, by the flag that allows it. The portal sends the flags of a group for a private
 * dialog, too, which has no title and nobody who could come or go.
 */
function permissionParts({ fields }: Dialog, isPrivate: boolean): readonly PanelSummaryPart[] {
  const words: Readonly<Record<string, string>> = {
    "restrictions.send": l10n.t("write"),
    ...(isPrivate
      ? {}
      : {
          "restrictions.extend": l10n.t("invite"),
          "restrictions.rename": l10n.t("rename"),
          "restrictions.leave": l10n.t("leave"),
        }),
  };
  return Object.entries(words).flatMap(([name, text]) => {
    const field = fields.find((candidate) => candidate.name === name);
    return field?.value.type === "flag" && field.value.isOn ? [{ text, row: field.path }] : [];
  });
}

function notUnderstoodLine({ entity }: Dialog): PanelSummaryLine | undefined {
  const odd = entity.filter(({ value }) => value.type === "notUnderstood");
  const [first] = odd;
  if (first === undefined) return undefined;
  const count = numberText(odd.length);
  const text = plural(odd.length, {
    one: l10n.t("{0} part of the entity strings", count),
    few: l10n.t({ message: "{0} parts of the entity strings", args: [count], comment: ["few"] }),
    many: l10n.t("{0} parts of the entity strings", count),
  });
  return line("odd", l10n.t("Not understood"), [{ text, row: `bound.${placeOf(first)}` }], {
    tone: "warning",
  });
}
