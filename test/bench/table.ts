export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How long something takes, the first time left out. */
export function medianMs(work: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds + 1 }, () => {
    const startedMs = performance.now();
    work();
    return performance.now() - startedMs;
  });
  return median(times.slice(1));
}

/** Three figures are as many as these measurements are good for. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** What was measured, bold where it is over its budget, and the budget. */
export function within(
  value: number,
  budget = Infinity,
): readonly [measured: string, budget: string] {
  const measured = figure(value);
  return [
    value > budget ? `**${measured}**` : measured,
    Number.isFinite(budget) ? budget.toLocaleString("en") : "",
  ];
}

/** A table in Markdown; all but the first column are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
