import { Emitter, type Disposable } from "../base/lifecycle";
import type { Clock } from "../portal/transport";

export const watchEveryMs = 15_000;
export const watchForMs = 600_000;

/** Looks at something again and again while it is in front, and stops by itself. */
export class Watch implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private running: AbortController | undefined;

  /** @param look returns false when there is nothing to look at any more */
  constructor(
    private readonly clock: Clock,
    private readonly isInFront: () => boolean,
    private readonly look: () => Promise<boolean>,
  ) {}

  get isOn(): boolean {
    return this.running !== undefined;
  }

  async toggle(): Promise<void> {
    if (this.isOn) this.stop();
    else await this.start();
  }

  dispose(): void {
    this.stop();
    this.changed.dispose();
  }

  private async start(): Promise<void> {
    const running = new AbortController();
    this.running = running;
    this.changed.fire();
    const endMs = this.clock.steadyMs() + watchForMs;
    let goesOn = true;
    while (goesOn && this.clock.steadyMs() < endMs) {
      if (!(await this.clock.wait(watchEveryMs, running.signal))) return;
      if (this.isInFront()) goesOn = await this.look();
    }
    if (this.running === running) this.stop();
  }

  private stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.changed.fire();
  }
}
