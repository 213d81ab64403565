import { DisposableStore, Emitter, type Disposable } from "../base/lifecycle";
import type { Portals } from "../portal/portals";
import type { DialogHistory } from "../sessions/history";
import { PinChanges } from "../sessions/pinChanges";
import type { Pins } from "../sessions/pins";
import type { NodeLists } from "./nodeLists";
import type { BranchChange, PortalBranches } from "./portalBranches";
import type { TreeChildren } from "./treeChildren";
import { portalIdOf, sections, type Section, type TreeNode, type TreeNodes } from "./treeNode";

interface TreeParts {
  readonly nodes: TreeNodes;
  readonly branches: PortalBranches;
  readonly lists: NodeLists;
  readonly tree: TreeChildren;
}

interface Watched {
  readonly portals: Portals;
  readonly history: DialogHistory;
  readonly pins: Pins;
}

/** Which nodes of the sidebar change with portals, pins, the history and what was read. */
export class TreeChanges implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new Emitter<readonly TreeNode[] | undefined>());
  /** The smallest nodes whose children or look changed; `undefined`: everything. */
  readonly onDidChange = this.changed.event;
  private readonly pinChanges: PinChanges;
  private portalsShown: string;

  constructor(
    private readonly parts: TreeParts,
    private readonly services: Watched,
  ) {
    const { portals, history, pins } = services;
    const { branches, lists, nodes } = parts;
    this.pinChanges = new PinChanges(pins, portals);
    this.portalsShown = this.readPortals();
    for (const watch of [
      branches.onDidChange((change) => {
        this.fireBranchChange(change);
      }),
      portals.onDidChange(() => {
        for (const portalId of branches.follow()) {
          nodes.forgetPortal(portalId);
          lists.forgetPortal(portalId);
        }
        const before = this.portalsShown;
        this.portalsShown = this.readPortals();
        if (this.portalsShown !== before) this.fireAll();
      }),
      history.onDidChange(() => {
        this.fire(portals.list().map(({ id }) => nodes.section(id, "recent")));
        this.fireReadable();
      }),
      pins.onDidChange(() => {
        this.firePins();
      }),
    ]) {
      this.store.add(watch);
    }
  }

  fireAll(): void {
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.store.dispose();
  }

  /** What the tree shows of portals. A webhook that was replaced shows in the lists that are read through it. */
  private readPortals(): string {
    const { portals } = this.services;
    return JSON.stringify([portals.list(), portals.active()?.id]);
  }

  /** A pin shows at the dialog itself too, wherever it is listed. */
  private firePins(): void {
    const changes = this.pinChanges.take();
    this.fire(
      changes.flatMap(({ portalId, dialogIds }) => [
        this.parts.nodes.section(portalId, "pinned"),
        ...dialogIds.flatMap((dialogId) => this.parts.nodes.everyDialog(portalId, dialogId)),
      ]),
    );
  }

  private fireBranchChange({ portalId, change }: BranchChange): void {
    const fire = (...names: readonly Section[]): void => {
      this.fire(names.map((name) => this.parts.nodes.section(portalId, name)));
    };
    switch (change.list) {
      case "recent":
        // The list tells what is unread in dialogs that are kept here, too.
        fire(...sections.filter((section) => section !== "bots"));
        this.fireReadable();
        return;
      case "bots":
        fire("bots");
        return;
      case "titles":
        fire("pinned", "recent", "chats");
        return;
      case "facts":
      case "members":
        // Members tell what the people in the facts are called.
        this.fire(this.parts.nodes.everyDialog(portalId, change.dialogId));
    }
  }

  /** Reading them would have created a chat as far as was known; now it is known to exist. */
  private fireReadable(): void {
    this.fire(this.parts.lists.takeReadable());
  }

  /** Where a branch comes or goes, its portal is drawn anew, with all that is in it. */
  private fire(nodes: readonly TreeNode[]): void {
    const changed = [...new Set(nodes.map(portalIdOf))].filter((id) =>
      this.parts.tree.hasOtherSections(id),
    );
    const others = nodes.filter((node) => !changed.includes(portalIdOf(node)));
    const all = [...changed.map((id) => this.parts.nodes.portal(id)), ...others];
    if (all.length > 0) this.changed.fire(all);
  }
}
