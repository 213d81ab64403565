import * as l10n from "@vscode/l10n";
import type { Person } from "../../core/dialog/person";
import type { Dialog, DialogField } from "../../core/dialog/dialog";
import { objectUrl, type LinkContext } from "../../core/dialog/objectLinks";
import type { PeopleState } from "../../core/sessions/dialogPeople";
import { peoplePage } from "../../core/dialog/peoplePage";
import { peopleIn, rolesIn, type ListedPerson, type Roles } from "../../core/dialog/recordPeople";
import { clip, visibleLine } from "../../core/base/visibleText";
import type { PanelPeoplePage, PanelPerson } from "../protocol/panelView";
import { numberText, plural } from "../../text/language";
import { personMarks } from "../../text/personMarks";

/** What is known of the people of a dialog. */
export interface KnownPeople {
  readonly state: PeopleState;
  personOf(userId: number): Person | undefined;
}

/** The key of the list that no field of the reply holds. */
export const membersKey = "people.members";

type Role = "owner" | "manager";
type SomePerson = Pick<ListedPerson, "userId"> & Partial<ListedPerson>;

/** The people of one dialog in words. */
export class PeopleView {
  private readonly roles: Roles;

  /**
   * @param links where pages of the portal are; absent: there are none to open
   * @param other what another reader got, side by side with this one
   */
  constructor(
    private readonly dialog: Dialog,
    private readonly known: KnownPeople,
    readonly links: LinkContext | undefined,
    private readonly other?: Dialog,
  ) {
    this.roles = rolesIn(dialog);
  }

  get state(): PeopleState {
    return this.known.state;
  }

  /** The members that were read, and whether these are all. */
  get members(): { readonly items: readonly Person[]; readonly isWhole: boolean } {
    const { obstacle, members } = this.state;
    const isWhole = obstacle === undefined && members.phase === "ready" && !members.hasMore;
    return { items: members.items, isWhole };
  }

  /** Whom to name first: owner, managers, bots, people from outside, then the rest; and how many there are. */
  foremost(most: number): {
    readonly memberCount: number | undefined;
    readonly ids: readonly number[];
  } {
    const { ownerId = 0 } = this.roles;
    const visitors = this.dialog.entity.flatMap(({ name, value }) =>
      name === "connectorUser" && value.type === "object" ? [value.objectId] : [],
    );
    const { kind, dialogId } = this.dialog;
    const companion = kind?.word === "private" && /^\d+$/.test(dialogId) ? [Number(dialogId)] : [];
    const counted = this.valueOf("user_counter");
    const memberCount =
      this.state.memberCount ?? (counted?.type === "number" ? counted.value : undefined);
    const listed = this.members.items.map(({ userId }) => userId);
    const known = [...companion, ...(kind?.word === "private" ? [] : [ownerId, ...visitors])];
    const ids = [...new Set([...known, ...this.inOrder(listed)])].filter((id) => id > 0);
    return { memberCount, ids: ids.slice(0, kind?.word === "private" ? 1 : most) };
  }

  isKnown(userId: number): boolean {
    return this.known.personOf(userId) !== undefined;
  }

  /**
   * @param saidRole what the place already says, so that no mark repeats it
   * @param isOnlyHere the other reader's list does not have this person
   */
  person(listed: SomePerson, saidRole?: Role, isOnlyHere = false): PanelPerson {
    const { userId, date } = listed;
    const person = this.known.personOf(userId);
    const marks = [
      ...(isOnlyHere ? [l10n.t("only here")] : []),
      ...this.roleMarks(userId, saidRole),
      ...(person === undefined ? [] : personMarks(person)),
    ];
    const url = this.links === undefined ? undefined : objectUrl(this.links, "USER", userId);
    return {
      userId: String(userId),
      name: clip(visibleLine(this.toldName(listed)), 200) || l10n.t("User {0}", userId),
      ...(date === undefined ? {} : { dateIso: clip(visibleLine(date), 60) }),
      ...(marks.length === 0 ? {} : { marks }),
      ...(url === undefined ? {} : { url }),
    };
  }

  /** @param key of the field, or `membersKey` */
  page(key: string, query: string, from: number): PanelPeoplePage {
    const list = this.list(key);
    const { people, found } = peoplePage(list, query, from, (listed) => this.toldName(listed));
    const shown = from + people.length;
    const saidRole = this.field(key)?.name === "manager_list" ? "manager" : undefined;
    const hasUnread = key === membersKey && this.hasUnreadMembers;
    const others = this.idsOfOther(key);
    return {
      people: people.map((listed) =>
        this.person(listed, saidRole, others?.has(listed.userId) === false),
      ),
      found: query === "" && hasUnread ? Math.max(found, this.state.memberCount ?? 0) : found,
      hasMore: shown < found || hasUnread,
      summary:
        key === membersKey
          ? this.membersSummary(shown, found, query)
          : summaryOf(shown, found, list.length, query),
    };
  }

  private get hasUnreadMembers(): boolean {
    const { obstacle, members } = this.state;
    return obstacle === undefined && members.items.length > 0 && members.hasMore;
  }

  private membersSummary(shown: number, found: number, query: string): string {
    const { members, memberCount } = this.state;
    const loaded = members.items.length;
    if (loaded === 0) return members.phase === "ready" ? l10n.t("No members") : "";
    if (!this.hasUnreadMembers) return summaryOf(shown, found, loaded, query);
    if (query !== "") {
      return l10n.t(
        "{0} found among the {1} members read so far",
        numberText(found),
        numberText(loaded),
      );
    }
    return memberCount === undefined
      ? l10n.t("{0} so far", numberText(shown))
      : summaryOf(shown, memberCount, memberCount, "");
  }

  private field(key: string): DialogField | undefined {
    return this.dialog.fields.find((field) => field.key === key);
  }

  private list(key: string): readonly ListedPerson[] {
    if (key !== membersKey) return peopleIn(this.field(key)?.value) ?? [];
    const { members } = this.state;
    const names = new Map(members.items.map(({ userId, name }) => [userId, name]));
    return this.inOrder([...names.keys()]).map((userId) => ({
      userId,
      name: names.get(userId) ?? "",
      date: undefined,
    }));
  }

  /** Who is in the other reader's list; `undefined` where there is none to compare with. */
  private idsOfOther(key: string): ReadonlySet<number> | undefined {
    const name = this.field(key)?.name;
    const value = this.other?.fields.find((field) => field.name === name)?.value;
    const people = value?.type === "unset" ? [] : peopleIn(value);
    return people && new Set(people.map(({ userId }) => userId));
  }

  private valueOf(name: string): DialogField["value"] | undefined {
    return this.dialog.fields.find((field) => field.name === name)?.value;
  }

  /** Owner, managers, bots, people from outside, then the rest as they came. */
  private inOrder(userIds: readonly number[]): readonly number[] {
    const rankOf = (userId: number): number => {
      const person = this.known.personOf(userId);
      if (userId === this.roles.ownerId) return 0;
      if (this.roles.managerIds.has(userId)) return 1;
      if (person?.isBot === true) return 2;
      if (person === undefined) return 4;
      return person.isConnector || person.isExtranet || person.isGuest ? 3 : 4;
    };
    return [...userIds].sort((a, b) => rankOf(a) - rankOf(b));
  }

  /** As the reply has it; where that has only the id, as the portal told later. */
  private toldName({ userId, name = "" }: SomePerson): string {
    const told = name === "" ? (this.known.personOf(userId)?.name ?? "") : name;
    return told === "" ? l10n.t("User {0}", userId) : told;
  }

  private roleMarks(userId: number, saidRole: Role | undefined): readonly string[] {
    return [
      userId === this.roles.ownerId && saidRole !== "owner" ? l10n.t("owner") : "",
      this.roles.managerIds.has(userId) && saidRole === undefined ? l10n.t("manager") : "",
    ].filter(Boolean);
  }
}

function summaryOf(shown: number, found: number, total: number, query: string): string {
  if (query !== "") {
    return shown < found
      ? l10n.t(
          "{0} of {1} matches, {2} people in all",
          numberText(shown),
          numberText(found),
          numberText(total),
        )
      : l10n.t("{0} of {1} people match", numberText(found), numberText(total));
  }
  if (shown < total) return l10n.t("{0} of {1} people", numberText(shown), numberText(total));
  const people = numberText(total);
  return plural(total, {
    one: l10n.t("{0} person", people),
    few: l10n.t({ message: "{0} people", args: [people], comment: ["few"] }),
    many: l10n.t("{0} people", people),
  });
}
