import { Emitter } from "../../../src/core/base/lifecycle";
import type { SecretStore } from "../../../src/core/portal/portalSecrets";
import type { StateStore } from "../../../src/core/portal/portals";

/** A state store in memory that keeps a copy of everything it was ever given. */
export class MemoryState implements StateStore {
  readonly everWritten: string[] = [];
  private readonly values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.values.get(key);
  }

  set(key: string, value: unknown): Promise<void> {
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
  private isLocked = false;

  /** From now on nothing can be read; the error quotes what is kept, as some keyrings' do. */
  lock(): void {
    this.isLocked = true;
  }

  unlock(): void {
    this.isLocked = false;
  }

  get(key: string): Promise<string | undefined> {
    const value = this.values.get(key);
    if (this.isLocked) return Promise.reject(new Error(`cannot decrypt ${key}: ${value ?? ""}`));
    return Promise.resolve(value);
  }

  set(key: string, value: string): Promise<void> {
    this.values.set(key, value);
    this.changed.fire(key);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.values.delete(key);
    this.changed.fire(key);
    return Promise.resolve();
  }
}
