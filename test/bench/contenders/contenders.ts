import { bareAtOnce, bareLoop } from "./bare";
import type { Contender } from "./contender";
import { ours } from "./ours";
import { sdk } from "./sdk";

/** In the order of the table; ratios are to the second one. */
export const contenders = {
  ours,
  "hand-written loop": bareLoop,
  "hand-written, all at once": bareAtOnce,
  "@bitrix24/b24jssdk": sdk,
} as const satisfies Readonly<Record<string, (address: string) => Contender | Promise<Contender>>>;

export type ContenderName = keyof typeof contenders;

export const contenderNames = Object.keys(contenders) as readonly ContenderName[];
