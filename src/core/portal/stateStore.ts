/** From what is stored to what is to be stored. Pure: it may run again on what another window stored meanwhile. */
export type StateChange = (stored: unknown) => unknown;

/** VS Code did not store something: nothing of it was changed. */
export class StateUnwritable extends Error {}

/** Values that survive a restart and hold no secret. */
export interface StateStore {
  get(key: string): unknown;
  /**
   * Changes what is stored at the time of the write, so that nothing of another window's is lost.
   * @throws StateUnwritable
   */
  update(key: string, change: StateChange): Promise<void>;
}

/** What is stored as a list; anything else is none. */
export function storedList(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}

/** Whether VS Code stored something. */
export async function succeeds(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}
