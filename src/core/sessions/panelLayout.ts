import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import type { StateStore } from "../portal/stateStore";

const layoutKey = "panelLayout";
const layout = v.object({
  /** Groups that were opened or closed by hand, and how they are now. */
  groups: v.fallback(v.record(v.string(), v.boolean()), {}),
  showsEmpty: v.fallback(v.boolean(), false),
});

/** How the reader wants panels to be: the same for all dialogs. */
export type StoredLayout = Readonly<v.InferOutput<typeof layout>>;

const noLayout: StoredLayout = { groups: {}, showsEmpty: false };

/** Which groups are open: ids of groups and nothing of any dialog. */
export class PanelLayouts {
  constructor(private readonly state: StateStore) {}

  get current(): StoredLayout {
    return parse(this.state.get(layoutKey));
  }

  async arrange(change: Partial<StoredLayout>): Promise<void> {
    await this.state.update(layoutKey, (stored) => {
      const before = parse(stored);
      return { ...before, ...change, groups: { ...before.groups, ...change.groups } };
    });
  }
}

function parse(stored: unknown): StoredLayout {
  return parseWith(layout, stored) ?? noLayout;
}
