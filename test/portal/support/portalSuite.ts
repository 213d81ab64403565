import { Emulator, type EmulatorOptions } from "../../emulator/emulator";
import { PortalBench } from "./portalBench";

export interface PortalSuite {
  readonly emulator: Emulator;
  /** On the owner's webhook, new in each test. */
  readonly bench: PortalBench;
}

/** Starts an emulator for the tests of one `describe`, and begins each test with a fresh portal. */
export function portalSuite(options: EmulatorOptions = {}): PortalSuite {
  let emulator: Emulator | undefined;
  let bench: PortalBench | undefined;
  before(async () => {
    emulator = await Emulator.start({ isThrottled: false, ...options });
  });
  beforeEach(() => {
    emulator?.reset();
    if (emulator !== undefined) bench = new PortalBench(emulator.webhook());
  });
  after(async () => {
    await emulator?.stop();
  });
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The emulator runs only while tests do.");
    return value;
  };
  return {
    get emulator() {
      return started(emulator);
    },
    get bench() {
      return started(bench);
    },
  };
}
