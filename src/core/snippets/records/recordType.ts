import type { ShapeField } from "./recordShape";

/** A way to write the type of a record. */
export interface RecordType {
  readonly id: string;
  /** A name, the same in every language. */
  readonly label: string;
  readonly languages: readonly [string, ...string[]];
  readonly write: (shape: readonly ShapeField[]) => string;
}
