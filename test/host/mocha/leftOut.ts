/** Cases that need a program which is not installed here. They are neither passed nor failed. */
interface LeftOut {
  readonly why: string;
  readonly cases: number;
}

/** Of the process: a reporter and the tests may have loaded this file in different ways. */
const key = Symbol.for("dialog-inspector.leftOut");
const shared = globalThis as unknown as Partial<Record<symbol, LeftOut[]>>;

export function leaveOut(why: string, cases: number): void {
  shared[key] = [...leftOut(), { why, cases }];
}

export function leftOut(): readonly LeftOut[] {
  return shared[key] ?? [];
}
