import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A process of its own that answers one message at a time. */
export class Worker {
  private constructor(private readonly child: ChildProcess) {}

  /** @param script a TypeScript file that calls `serve` */
  static start(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Worker {
    const child = fork(script, args, { env: { ...process.env, ...env } });
    return new Worker(child);
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

/** The other side: answers each message, and ends with the process that started it. */
export function serve(answer: (message: unknown) => Promise<object>): void {
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message: unknown) => {
    answer(message).then(
      (reply) => process.send?.(reply),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
