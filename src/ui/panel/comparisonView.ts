import { l10n } from "vscode";
import { compareDialogs, type ComparedField } from "../../core/dialog/compareDialogs";
import type { DialogField } from "../../core/dialog/dialog";
import type { DialogReading } from "../../core/dialog/dialogReader";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { PanelField, PanelGroup } from "../../protocol/panelView";
import { readerName } from "../sentences/eyes";
import { fieldView, plainValue } from "./factsView";
import { labelOfGroup } from "./fieldLabels";
import type { PeopleView } from "./peopleView";
import { keyOfSecond } from "./secondKeys";

/** `imbot.v2.Chat.get` never tells these: that a bot was not told them means nothing. */
const untoldToBots = /^(counter|last_id|readed_list|restrictions)(\.|$)/;

/** A reply, and the people in it. */
interface ReaderView {
  readonly reading: DialogReading;
  readonly people: PeopleView;
}

/** Two replies about the same dialog in one list of facts, what differs first. */
export class ComparisonView {
  private readonly compared: readonly ComparedField[];
  private readonly names: readonly [string, string];

  constructor(
    first: ReaderView,
    private readonly second: ReaderView,
    portal: PortalRecord | undefined,
  ) {
    this.compared = compareDialogs(first.reading.dialog, second.reading.dialog);
    this.names = [readerName(first.reading.eyes, portal), readerName(second.reading.eyes, portal)];
  }

  /** How many fields say something else to each reader. */
  get differences(): number {
    return this.compared.filter(({ isDifferent }) => isDifferent).length;
  }

  /** @param groups the facts of the first reply */
  groups(groups: readonly PanelGroup[]): readonly PanelGroup[] {
    const byPath = new Map(this.compared.map((field) => [field.first?.path, field]));
    const marked = groups.map((group) => ({
      ...group,
      fields: group.fields.map((field) => this.marked(field, byPath.get(field.key))),
    }));
    const differing = marked.flatMap(({ fields }) => fields.filter(isSideBySide));
    const same = marked.map((group) => ({
      ...group,
      fields: group.fields.filter((field) => !isSideBySide(field)),
    }));
    const all = this.withUntold(same).filter(({ fields }) => fields.length > 0);
    if (differing.length === 0) return all;
    return [{ id: "differences", label: l10n.t("What differs"), fields: differing }, ...all];
  }

  private marked(field: PanelField, compared: ComparedField | undefined): PanelField {
    if (compared?.first === undefined) return field;
    const { second, name, isDifferent } = compared;
    if (second === undefined) {
      const isExpected = untoldToBots.test(name);
      return isExpected ? field : { ...field, note: l10n.t("Told only to {0}.", this.names[0]) };
    }
    if (!isDifferent) return field;
    if (field.value.type === "sides") return field;
    const sides = [
      { key: field.key, label: this.names[0], value: field.value },
      {
        key: keyOfSecond(second.path),
        label: this.names[1],
        value: plainValue(second, this.second.people),
      },
    ];
    return { ...field, value: { type: "sides", sides } };
  }

  /** What only the second reader was told, each field in the group where it belongs. */
  private withUntold(groups: readonly PanelGroup[]): readonly PanelGroup[] {
    const untold = this.compared.flatMap(({ first, second }) =>
      first === undefined && second !== undefined ? [second] : [],
    );
    const added = new Map<string, DialogField[]>();
    for (const field of untold) added.set(field.group, [...(added.get(field.group) ?? []), field]);
    const extended = groups.map((group) => {
      const fields = added.get(group.id) ?? [];
      added.delete(group.id);
      return { ...group, fields: [...group.fields, ...fields.map((field) => this.untold(field))] };
    });
    const rest = [...added].map(([, fields]) => ({
      id: fields[0]?.group ?? "other",
      label: labelOfGroup(fields[0]?.group ?? "other"),
      fields: fields.map((field) => this.untold(field)),
    }));
    return [...extended, ...rest];
  }

  private untold(field: DialogField): PanelField {
    return {
      ...fieldView(field, this.second.people),
      key: keyOfSecond(field.path),
      note: l10n.t("Told only to {0}.", this.names[1]),
    };
  }
}

function isSideBySide({ value }: PanelField): boolean {
  return value.type === "sides";
}
