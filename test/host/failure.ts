/** A problem that the developer can solve. The message is one line that says what to do; no stack is shown. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/** The message of anything thrown, without its stack. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
