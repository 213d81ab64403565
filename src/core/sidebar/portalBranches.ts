import { DisposableStore, Emitter, type Disposable } from "../base/lifecycle";
import { isSameOwner, type PortalRecord } from "../portal/portalRecord";
import type { Portals } from "../portal/portals";
import type { Webhook } from "../portal/webhook";
import type { DialogMemory } from "../sessions/dialogMemory";
import type { ListReader } from "../reads/listReader";
import { PortalLists, type ListChange } from "./portalLists";

interface Branch {
  readonly lists: PortalLists;
  /** Whose lists they are. */
  readonly origin: string;
  readonly basePath: string | undefined;
  readonly userId: string;
  /** Through which they were read; `undefined` inside: none could be had. */
  webhook: Promise<Webhook | undefined>;
  /** What was granted when they were read last. */
  scopes: PortalRecord["scopes"];
}

export interface BranchChange {
  readonly portalId: string;
  readonly change: ListChange;
}

export interface BranchServices {
  readonly portals: Portals;
  readonly memory: DialogMemory;
  readonly reader: ListReader;
  readonly titles: ListReader;
}

/** The lists of each portal, from the first look at them until the portal or its owner is another. */
export class PortalBranches implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new Emitter<BranchChange>());
  readonly onDidChange = this.changed.event;
  private readonly branches = new Map<string, Branch>();
  private readonly closed = new AbortController();

  constructor(private readonly services: BranchServices) {}

  listsOf(portalId: string): PortalLists {
    const known = this.branches.get(portalId);
    if (known !== undefined) return known.lists;
    const { portals, reader, titles, memory } = this.services;
    const record = portals.find(portalId);
    const lists = new PortalLists(() => portals.find(portalId), reader, titles, memory);
    lists.onDidChange((change) => {
      this.changed.fire({ portalId, change });
    });
    const { origin = "", basePath, userId = "", scopes } = record ?? {};
    const webhook = portals.webhookOf(portalId);
    this.branches.set(portalId, { lists, origin, basePath, userId, webhook, scopes });
    return lists;
  }

  /**
   * Reads anew every list that was opened, and in the same turn what the webhook is granted: lists that it could
   * not ask for may be open to it now.
   * @param portalId absent: of all portals
   */
  async refreshOpened(portalId?: string): Promise<void> {
    const opened = [...this.branches].filter(([id]) => portalId === undefined || id === portalId);
    await Promise.all(
      opened.flatMap(([id, { lists }]) => [this.askScopes(id), lists.refreshOpened()]),
    );
  }

  /** Asks the portal anew what its webhook is granted; a failure leaves what was known. */
  async askScopes(portalId: string): Promise<void> {
    const { portals, reader } = this.services;
    const record = portals.find(portalId);
    const webhook = await portals.webhookOf(portalId);
    if (record === undefined || webhook === undefined) return;
    const scopes = await reader.scopes(record, this.closed.signal);
    if (scopes.ok) await portals.keepAccess(portalId, webhook, { scopes: scopes.value });
  }

  /**
   * Follows a change of the stored portals: what another owner may see is forgotten, and a new webhook or a
   * new grant tries again what failed before.
   * @returns the portals that are gone
   */
  follow(): readonly string[] {
    const records = new Map(this.services.portals.list().map((record) => [record.id, record]));
    const gone: string[] = [];
    for (const [id, branch] of [...this.branches]) {
      const record = records.get(id);
      if (record === undefined) gone.push(id);
      if (record !== undefined && isSameOwner(record, branch)) this.tryAgain(record, branch);
      else this.forget(id, branch);
    }
    return gone;
  }

  dispose(): void {
    this.closed.abort();
    for (const { lists } of this.branches.values()) lists.dispose();
    this.branches.clear();
    this.store.dispose();
  }

  private forget(portalId: string, { lists }: Branch): void {
    lists.dispose();
    this.branches.delete(portalId);
    this.services.memory.forgetPortal(portalId);
  }

  private tryAgain(record: PortalRecord, branch: Branch): void {
    const before = branch.scopes;
    branch.scopes = record.scopes;
    const isGained = record.scopes?.some((scope) => before?.includes(scope) === false) === true;
    if (isGained) void branch.lists.retryFailed();
    void this.tryNewWebhook(record.id, branch);
  }

  private async tryNewWebhook(portalId: string, branch: Branch): Promise<void> {
    const before = branch.webhook;
    branch.webhook = this.services.portals.webhookOf(portalId);
    const [old, fresh] = await Promise.all([before, branch.webhook]);
    if (fresh !== undefined && old?.equals(fresh) !== true) await branch.lists.retryFailed();
  }
}
