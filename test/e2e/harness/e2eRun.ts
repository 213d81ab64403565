import { Emulator } from "../../emulator/emulator";
import { VsCodeInBrowser } from "./vsCodeInBrowser";

/** What all end-to-end tests of a run share: starting it takes longer than most tests. */
export class E2eRun {
  static async start(): Promise<E2eRun> {
    const [vscode, emulator] = await Promise.all([VsCodeInBrowser.start(), Emulator.start()]);
    return new E2eRun(vscode, emulator);
  }

  private constructor(
    readonly vscode: VsCodeInBrowser,
    private portal: Emulator,
  ) {}

  /** A portal on 127.0.0.1, in this process: tests set its faults and read its journal. */
  get emulator(): Emulator {
    return this.portal;
  }

  /** Another address: the window still holds back what goes to one that it has asked often. */
  async renewEmulator(): Promise<void> {
    await this.portal.stop();
    this.portal = await Emulator.start();
  }

  async stop(): Promise<void> {
    await this.vscode.stop();
    await this.portal.stop();
  }
}

let current: E2eRun | undefined;

/** For whoever starts and stops it. */
export function setCurrentRun(run: E2eRun | undefined): void {
  current = run;
}

/** The run, from inside a test or a hook. */
export function e2e(): E2eRun {
  if (current === undefined) throw new Error("Only a test or a hook may ask for the run.");
  return current;
}
