import * as l10n from "@vscode/l10n";
import { compareDialogs, type ComparedField } from "../../core/dialog/compareDialogs";
import type { DialogField } from "../../core/dialog/dialog";
import type { DialogReading } from "../../core/reads/dialogReader";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { PanelField, PanelGroup } from "../protocol/panelView";
import { viewerName } from "../../text/viewers";
import { fieldGroupsOf, groupIdOf } from "./groupsView";
import { fieldView, plainValue } from "./factsView";
import type { PeopleView } from "./peopleView";
import { keyOfSecond } from "./secondKeys";

/** A reply, and the people in it. */
interface ViewerReading {
  readonly reading: DialogReading;
  readonly people: PeopleView;
}

/** Two replies about the same dialog in one list of facts, what differs first. */
export class ComparisonView {
  private readonly compared: readonly ComparedField[];
  private readonly names: readonly [string, string];

  constructor(
    first: ViewerReading,
    private readonly second: ViewerReading,
    portal: PortalRecord | undefined,
  ) {
    this.compared = compareDialogs(first.reading.dialog, second.reading.dialog);
    this.names = [
      viewerName(first.reading.viewer, portal),
      viewerName(second.reading.viewer, portal),
    ];
  }

  /** How many fields say something else to each reader, or something to one of them only. */
  get differences(): number {
    return this.compared.filter(isDifference).length;
  }

  /** @param groups the facts of the first reply */
  groups(groups: readonly PanelGroup[]): readonly PanelGroup[] {
    const byKey = new Map(this.compared.map((field) => [field.first?.key, field]));
    const differing: PanelField[] = [];
    const same = groups.map((group) => {
      const fields = group.fields.filter((field) => {
        const compared = byKey.get(field.key);
        if (compared === undefined || !isDifference(compared)) return true;
        differing.push(this.sideBySide(field, compared));
        return false;
      });
      return { ...group, fields: [...fields, ...this.onlyBots(group.id)] };
    });
    const shown = new Set<string>(groups.map(({ id }) => id));
    const unshown: DialogField[] = [];
    for (const { first, second, result } of this.compared) {
      if (first !== undefined || second === undefined) continue;
      if (result === "notAsked") {
        if (!shown.has(groupIdOf(second.group))) unshown.push(second);
        continue;
      }
      const note = l10n.t("Only {0} gets this.", this.names[1]);
      differing.push({ ...this.ofSecond(second), note });
    }
    const filled = [
      ...same.filter(({ fields }) => fields.length > 0),
      ...fieldGroupsOf(unshown, (field) => this.ofSecond(field), false),
    ];
    if (differing.length === 0) return filled;
    return [
      { id: "differences", label: l10n.t("What differs"), startsOpen: true, fields: differing },
      ...filled,
    ];
  }

  private sideBySide(field: PanelField, { second }: ComparedField): PanelField {
    if (second === undefined) {
      return { ...field, note: l10n.t("Only {0} gets this.", this.names[0]) };
    }
    if (field.value.type === "sides") return field;
    const sides = [
      { key: field.key, label: this.names[0], value: field.value },
      {
        key: keyOfSecond(second.key),
        label: this.names[1],
        value: plainValue(second, this.second.people),
      },
    ];
    return { ...field, value: { type: "sides", sides } };
  }

  /** What the second reader's method alone tells stands with its like. */
  private onlyBots(groupId: string): readonly PanelField[] {
    return this.compared.flatMap(({ first, second, result }) =>
      first === undefined &&
      second !== undefined &&
      groupIdOf(second.group) === groupId &&
      result === "notAsked"
        ? [this.ofSecond(second)]
        : [],
    );
  }

  private ofSecond(field: DialogField): PanelField {
    return { ...fieldView(field, this.second.people), key: keyOfSecond(field.key) };
  }
}

function isDifference({ result }: ComparedField): boolean {
  return result === "different" || result === "oneSided";
}
