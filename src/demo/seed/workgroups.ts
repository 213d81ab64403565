export interface Workgroup {
  readonly id: number;
  readonly name: string;
  readonly memberIds: readonly number[];
}

/** Workgroups of the portal. The first has a chat already, the second gets one when it is asked for. */
export const workgroups: readonly Workgroup[] = [
  { id: 12, name: "Fleet", memberIds: [1, 5, 7] },
  { id: 14, name: "Night shift rota", memberIds: [1, 7] },
];
