import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A process of its own that answers one message at a time. */
export class Worker {
  private constructor(private readonly child: ChildProcess) {}

  /** @param script a built file that calls `serve` */
  static start(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Worker {
    return new Worker(fork(script, args, { env: { ...process.env, ...env }, execArgv: [] }));
  }

  async ask(message: object): Promise<unknown> {
    const ended = new AbortController();
    this.child.send(message);
    try {
      const { signal } = ended;
      return await Promise.race([
        once(this.child, "message", { signal }).then(([reply]: unknown[]) => reply),
        once(this.child, "exit", { signal }).then(() => {
          throw new Error("A process of the measurement ended by itself.");
        }),
      ]);
    } finally {
      ended.abort();
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exited = once(this.child, "exit");
    this.child.disconnect();
    await exited;
  }
}
