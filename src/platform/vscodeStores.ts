import * as vscode from "vscode";
import { DisposableStore, Emitter, type Disposable, type Event } from "../core/lifecycle";
import { OneAtATime } from "../core/oneAtATime";
import type { SecretStore } from "../core/portal/portalSecrets";
import type { StateStore } from "../core/portal/portals";

/** Holds no secret: a mark that tells other windows of a change, which global state cannot do. */
const changeMark = "stateChanged";

/**
 * `globalState`: no secret may ever come here. VS Code sends each write back, and what comes back
 * replaces everything that was set meanwhile, under any key. So writes go one at a time, and a
 * value is read from here until its write is through.
 */
export class GlobalState implements StateStore, Disposable {
  private readonly store = new DisposableStore();
  private readonly underWay = new Map<string, { readonly value: unknown }>();
  private readonly writes = new OneAtATime();
  private readonly changedElsewhere = this.store.add(new Emitter<void>());
  /** Another window stored something, or may have while this one was not looked at. */
  readonly onDidChangeElsewhere = this.changedElsewhere.event;
  private mark = "";

  constructor(
    private readonly memento: vscode.Memento,
    private readonly secrets: SecretStore,
  ) {
    this.store.add(secrets.onDidChange((key) => void this.look(key)));
    this.store.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        // VS Code brings the value itself later than the mark at times: focus has a second look.
        if (focused) this.changedElsewhere.fire();
      }),
    );
  }

  get(key: string): unknown {
    const write = this.underWay.get(key);
    return write === undefined ? this.memento.get<unknown>(key) : write.value;
  }

  async set(key: string, value: unknown): Promise<void> {
    const write = { value };
    this.underWay.set(key, write);
    try {
      await this.writes.run(async () => this.memento.update(key, value));
    } finally {
      if (this.underWay.get(key) === write) this.underWay.delete(key);
    }
    this.mark = crypto.randomUUID();
    await this.secrets.set(changeMark, this.mark);
  }

  dispose(): void {
    this.store.dispose();
  }

  private async look(key: string): Promise<void> {
    if (key === changeMark && (await this.secrets.get(changeMark)) !== this.mark) {
      this.changedElsewhere.fire();
    }
  }
}

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
