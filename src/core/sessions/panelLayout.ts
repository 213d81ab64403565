import * as v from "valibot";
import type { StateStore } from "../portal/stateStore";

/** How the reader wants panels to be: the same for all dialogs. */
export interface StoredLayout {
  /** Groups that were opened or closed by hand, and how they are now. */
  readonly groups: Readonly<Record<string, boolean>>;
  readonly showsEmpty: boolean;
}

const layoutKey = "panelLayout";
const layout = v.object({
  groups: v.fallback(v.record(v.string(), v.boolean()), {}),
  showsEmpty: v.fallback(v.boolean(), false),
});
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
  const parsed = v.safeParse(layout, stored);
  return parsed.success ? parsed.output : noLayout;
}
