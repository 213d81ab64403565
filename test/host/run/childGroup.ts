import { spawn, spawnSync, type ChildProcess } from "node:child_process";

const keptLines = 200;
const politeMs = 5_000;

export interface ChildGroupOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with each line that the child writes to either stream. */
  readonly onLine?: (line: string) => void;
}

/**
 * A child process and everything it starts: on Linux and macOS a process group of its own, so that stopping it
 * leaves no orphans behind. It never outlives this process, unless that is killed by force.
 */
export class ChildGroup {
  /** The exit code; undefined when a signal ended it or it could not be started. */
  readonly exited: Promise<number | undefined>;
  private readonly child: ChildProcess;
  private readonly lines: string[] = [];
  private readonly listeners = new Set<(line: string) => void>();
  private hasExited = false;

  constructor(file: string, args: readonly string[], options: ChildGroupOptions = {}) {
    this.child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (options.onLine !== undefined) this.listeners.add(options.onLine);
    this.collect(this.child.stdout);
    this.collect(this.child.stderr);
    this.exited = new Promise((resolve) => {
      this.child.once("error", (error) => {
        this.keep(error.message);
        resolve(undefined);
      });
      this.child.once("exit", (code) => {
        resolve(code ?? undefined);
      });
    });
    const endWithUs = (): void => {
      this.signal("SIGKILL");
    };
    // First of all: what else is done at the end must not be disturbed by these processes.
    process.prependOnceListener("exit", endWithUs);
    void this.exited.then(() => {
      this.hasExited = true;
      process.removeListener("exit", endWithUs);
    });
  }

  /** The last lines that the child wrote. */
  tail(count = 30): string {
    return this.lines.slice(-count).join("\n");
  }

  /**
   * Waits until a line matches.
   * @returns the match, or undefined when the child ends or the time is over first
   */
  async waitForLine(pattern: RegExp, withinMs: number): Promise<RegExpExecArray | undefined> {
    return new Promise((resolve) => {
      const finish = (match: RegExpExecArray | undefined): void => {
        clearTimeout(timer);
        this.listeners.delete(look);
        resolve(match);
      };
      const look = (line: string): void => {
        const match = pattern.exec(line);
        if (match !== null) finish(match);
      };
      const timer = setTimeout(finish, withinMs, undefined);
      this.listeners.add(look);
      this.lines.forEach(look);
      void this.exited.then(() => {
        finish(undefined);
      });
    });
  }

  /** Ends the whole group: politely first, then by force. Resolves when the child is gone. */
  async stop(): Promise<void> {
    if (!this.hasExited) {
      this.signal("SIGTERM");
      const timer = setTimeout(() => {
        this.signal("SIGKILL");
      }, politeMs);
      await this.exited;
      clearTimeout(timer);
    }
    // Grandchildren may outlive a child that ended by itself.
    this.signal("SIGKILL");
  }

  private signal(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    if (process.platform === "win32") {
      spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]);
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch {
      // The group has no process left.
    }
  }

  private collect(stream: NodeJS.ReadableStream | null): void {
    let rest = "";
    stream?.setEncoding("utf8");
    stream?.on("data", (text: string) => {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? "";
      lines.forEach((line) => {
        this.keep(line);
      });
    });
    stream?.on("end", () => {
      if (rest !== "") this.keep(rest);
    });
  }

  private keep(line: string): void {
    this.lines.push(line);
    if (this.lines.length > keptLines) this.lines.shift();
    this.listeners.forEach((listener) => {
      listener(line);
    });
  }
}
