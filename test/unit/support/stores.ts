import { Emitter } from "../../../src/core/base/lifecycle";
import type { SecretStore } from "../../../src/core/portal/portalSecrets";
import type { StateChange, StateStore } from "../../../src/core/portal/stateStore";

/** What portals need beside their stores, at a time that stands still. */
export function fixedParts(newId: () => string): { newId: () => string; nowMs: () => number } {
  return { newId, nowMs: () => 1_771_937_178_000 };
}

/** A state store in memory that keeps a copy of everything it was ever given. */
export class MemoryState implements StateStore {
  readonly everWritten: string[] = [];
  private readonly values = new Map<string, unknown>();
  private writesUntilFailure = Infinity;

  get(key: string): unknown {
    return this.values.get(key);
  }

  /** From so many writes on, counted from 1, nothing is stored. */
  failFrom(write: number): void {
    this.writesUntilFailure = write - 1;
  }

  set(key: string, value: unknown): Promise<void> {
    return this.update(key, () => value);
  }

  update(key: string, change: StateChange): Promise<void> {
    if (this.writesUntilFailure-- <= 0) return Promise.reject(new Error("the disk is full"));
    const value = change(this.values.get(key));
    this.everWritten.push(`${key}: ${JSON.stringify(value)}`);
    this.values.set(key, value);
    return Promise.resolve();
  }
}

/** A keyring in memory. */
export class MemorySecrets implements SecretStore {
  readonly values = new Map<string, string>();
  private readonly changed = new Emitter<string>();
  readonly onDidChange = this.changed.event;
  private state: "open" | "locked" | "hanging" | "refusesDeletes" | "refusesWrites" = "open";
  private meanwhile: (() => Promise<unknown>) | undefined;

  /** What happens while the next secret is on its way into the keyring. */
  duringNextWrite(run: () => Promise<unknown>): void {
    this.meanwhile = run;
  }

  /** From now on nothing can be read or written; the error quotes what is kept, as some keyrings' do. */
  lock(): void {
    this.state = "locked";
  }

  /** From now on nothing is answered. */
  hang(): void {
    this.state = "hanging";
  }

  refuseDeletes(): void {
    this.state = "refusesDeletes";
  }

  refuseWrites(): void {
    this.state = "refusesWrites";
  }

  unlock(): void {
    this.state = "open";
  }

  get(key: string): Promise<string | undefined> {
    const value = this.values.get(key);
    if (this.state === "hanging") return new Promise(() => undefined);
    if (this.state === "locked") {
      return Promise.reject(new Error(`cannot decrypt ${key}: ${value ?? ""}`));
    }
    return Promise.resolve(value);
  }

  async set(key: string, value: string): Promise<void> {
    if (this.state === "locked" || this.state === "refusesWrites") return this.refuse(key);
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    this.values.set(key, value);
    this.changed.fire(key);
  }

  delete(key: string): Promise<void> {
    if (this.state === "locked" || this.state === "refusesDeletes") return this.refuse(key);
    this.values.delete(key);
    this.changed.fire(key);
    return Promise.resolve();
  }

  private refuse(key: string): Promise<never> {
    return Promise.reject(new Error(`cannot change ${key}: ${this.values.get(key) ?? ""}`));
  }
}
