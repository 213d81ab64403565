import type { PanelField, PanelGroup } from "../../protocol/panelView";
import { PeopleList, type PeopleListPage, type PeopleValue } from "./peopleList";

/** The lists of the page, each as long as its field is there. */
export class PeopleLists {
  private lists = new Map<string, PeopleList>();

  constructor(private readonly page: PeopleListPage) {}

  of(key: string): PeopleList {
    const list = this.lists.get(key) ?? new PeopleList(key, this.page);
    this.lists.set(key, list);
    return list;
  }

  find(key: string): PeopleList | undefined {
    return this.lists.get(key);
  }

  /** Whether some lists are still being searched for what the filter asks. */
  get isFiltering(): boolean {
    return [...this.lists.values()].some((list) => list.isFiltering);
  }

  /** Takes newer data: what the reader did to a list stays. */
  update(groups: readonly PanelGroup[]): void {
    const values = new Map(groups.flatMap(({ fields }) => fields.flatMap(listsIn)));
    for (const [key, list] of this.lists) {
      if (values.has(key)) continue;
      list.dispose();
      this.lists.delete(key);
    }
    for (const [key, value] of values) this.of(key).update(value);
  }

  clear(): void {
    this.update([]);
  }
}

/** The lists in a field: several readers have one each. */
export function listsIn({ key, value }: PanelField): readonly (readonly [string, PeopleValue])[] {
  if (value.type === "people") return [[key, value]];
  if (value.type !== "sides") return [];
  return value.sides.flatMap((side) =>
    side.value.type === "people" ? [[side.key, side.value] as const] : [],
  );
}
