import * as v from "valibot";
import { parseWith } from "../base/parseWith";
import type { PortalSecrets } from "./portalSecrets";
import { storedList, succeeds, type StateStore } from "./stateStore";

const orphansKey = "orphanedSecrets";
/** Another window may be storing a portal right now: what is younger than this is not touched. */
const settledMs = 60_000;

/** A secret that is stored, or to be deleted, while no portal has it. */
const storedOrphan = v.object({ key: v.string(), sinceMs: v.number() });

/**
 * Secrets that may be left over: written down before one is stored and before it is deleted, struck out when both
 * the portal and its secret are there, or both are gone. Only the names of keys are written down.
 */
export class Orphans {
  constructor(
    private readonly state: StateStore,
    private readonly secrets: Pick<PortalSecrets, "delete">,
    private readonly nowMs: () => number,
  ) {}

  async note(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const sinceMs = this.nowMs();
    await this.state.update(orphansKey, (stored) => [
      ...without(stored, keys),
      ...keys.map((key) => ({ key, sinceMs })),
    ]);
  }

  async strike(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.state.update(orphansKey, (stored) => without(stored, keys));
  }

  /**
   * Deletes secrets, and remembers those that the keyring holds on to.
   * @returns how many these are
   */
  async delete(keys: readonly string[]): Promise<number> {
    await succeeds(() => this.note(keys));
    const outcomes = await Promise.all(keys.map((key) => this.secrets.delete(key)));
    const gone = keys.filter((_, index) => outcomes[index]?.ok);
    await succeeds(() => this.strike(gone));
    return keys.length - gone.length;
  }

  /**
   * Deletes what nobody is working on any more.
   * @param used keys of what is stored whole, after all
   * @returns how many are left still; `undefined`: there was nothing to do
   */
  async deleteSettled(used: ReadonlySet<string>): Promise<number | undefined> {
    const until = this.nowMs() - settledMs;
    const settled = this.all().flatMap(({ key, sinceMs }) => (sinceMs <= until ? [key] : []));
    if (settled.length === 0) return undefined;
    await this.strike(settled.filter((key) => used.has(key)));
    const unused = settled.filter((key) => !used.has(key));
    return unused.length === 0 ? undefined : this.delete(unused);
  }

  private all(): readonly v.InferOutput<typeof storedOrphan>[] {
    return storedList(this.state.get(orphansKey)).flatMap(
      (entry) => parseWith(storedOrphan, entry) ?? [],
    );
  }
}

function without(stored: unknown, keys: readonly string[]): readonly unknown[] {
  return storedList(stored).filter((entry) => {
    const orphan = parseWith(storedOrphan, entry);
    return orphan === undefined || !keys.includes(orphan.key);
  });
}
