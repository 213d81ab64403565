import type * as vscode from "vscode";
import type { Disposable, Event } from "../../core/base/lifecycle";
import type { SecretStore } from "../../core/portal/portalSecrets";

/** VS Code's SecretStorage: the operating system's keyring, or what stands for it in a browser. */
export class KeyringSecrets implements SecretStore {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  readonly onDidChange: Event<string> = (listener): Disposable =>
    this.secrets.onDidChange(({ key }) => {
      listener(key);
    });

  async get(key: string): Promise<string | undefined> {
    return this.secrets.get(key);
  }

  async set(key: string, value: string): Promise<void> {
    await this.secrets.store(key, value);
  }

  async delete(key: string): Promise<void> {
    await this.secrets.delete(key);
  }
}
