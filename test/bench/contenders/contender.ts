/** A way to read dialogs from a portal, beside ours. */
export interface Contender {
  /**
   * Reads dialogs.
   * @returns the records, as they came
   */
  read(dialogIds: readonly string[], areSingleReads: boolean): Promise<readonly unknown[]>;
}
