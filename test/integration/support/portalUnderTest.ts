import assert from "node:assert/strict";
import { Emulator, type EmulatorOptions } from "../../emulator/emulator";
import { addedPortal, switchPortal } from "./commands";
import { closeOutput } from "./outputChannels";
import { closeQuestions } from "./questions";
import { closeAllTabs } from "./tabs";

/** An emulator, and the portal in VS Code that talks to it. */
export class PortalUnderTest {
  private started: { readonly emulator: Emulator; readonly id: string } | undefined;

  constructor(
    private readonly userId: 1 | 5 | 9,
    private readonly options: EmulatorOptions,
  ) {}

  get emulator(): Emulator {
    return this.running.emulator;
  }

  get id(): string {
    return this.running.id;
  }

  /** Host and port, as the log names them. */
  get host(): string {
    return new URL(this.emulator.origin).host;
  }

  /** DIALOG_IDs that were asked for, by whichever method. */
  get dialogsRead(): readonly unknown[] {
    return this.emulator.journal
      .filter(({ method }) => method.endsWith("dialog.get"))
      .map(({ parameters }) => parameters["DIALOG_ID"]);
  }

  async start(): Promise<void> {
    const emulator = await Emulator.start(this.options);
    this.started = { emulator, id: await addedPortal(emulator.webhook(this.userId)) };
  }

  async stop(): Promise<void> {
    await this.started?.emulator.stop();
  }

  private get running(): { readonly emulator: Emulator; readonly id: string } {
    assert.ok(this.started, "the emulator has not been started");
    return this.started;
  }
}

/**
 * A portal for the tests of one block. Each test begins with no tab, no fault, an empty journal
 * and this portal as the active one; of several, the one that was asked for last.
 */
export function usePortal(userId: 1 | 5 | 9 = 1, options: EmulatorOptions = {}): PortalUnderTest {
  const portal = new PortalUnderTest(userId, options);
  before(() => portal.start());
  beforeEach(async () => {
    await switchPortal(portal.id);
    portal.emulator.reset();
  });
  afterEach(async () => {
    await closeAllTabs();
    await closeQuestions();
    await closeOutput();
  });
  after(() => portal.stop());
  return portal;
}
