/**
 * Other secrets are redacted only where they cannot be anything else: three letters would black out
 * half of every reply, and a short number would break the ids in it.
 */
const distinctive = /^(?=.*\D).{6,}$|^\d{12,}$/;

export const hiddenSecret = "***";

/** Whether a secret can be told from ordinary text wherever it stands. */
export function isDistinctive(secret: string): boolean {
  return distinctive.test(secret);
}
