import { source } from "axe-core";
import type { Frame, Page } from "playwright-core";
import * as v from "valibot";

/** A rule that the page breaks, and where. */
export interface AccessibilityFinding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Selectors, one for each element. */
  readonly elements: readonly string[];
}

/** Contrast takes most of a scan and hangs on the colours alone, all else hangs on everything but them. */
export type AccessibilityRules = "all" | "contrast" | "structure";

export interface AccessibilityOptions {
  /** Selector of what is scanned. */
  readonly part?: string;
  readonly rules?: AccessibilityRules;
}

const contrast = "color-contrast";
const choices: Readonly<Record<AccessibilityRules, object>> = {
  all: {},
  contrast: { runOnly: { type: "rule", values: [contrast] } },
  structure: { rules: { [contrast]: { enabled: false } } },
};

/** Else what a pseudo-element may lie behind is not judged at all, and finding that out takes half of a scan. */
const checks = [{ id: contrast, options: { ignorePseudo: true } }];

const resultSchema = v.array(
  v.object({
    id: v.string(),
    impact: v.nullish(v.string(), "unknown"),
    help: v.string(),
    nodes: v.array(v.object({ target: v.array(v.unknown()) })),
  }),
);

/**
 * Scans a page or one frame of it. The script arrives through the debugger, which the page's policy does not hold back,
 * and only once: reading it takes as long as many a scan.
 */
export async function findAccessibilityProblems(
  frame: Frame | Page,
  { part = "html", rules = "all" }: AccessibilityOptions = {},
): Promise<AccessibilityFinding[]> {
  if (!(await frame.evaluate<boolean>("'axe' in window"))) {
    await frame.evaluate(`${source}; axe.configure(${JSON.stringify({ checks })})`);
  }
  const options = { iframes: false, resultTypes: ["violations"], ...choices[rules] };
  const violations: unknown = await frame.evaluate(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return v.parse(resultSchema, violations).map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact,
    help,
    elements: nodes.map(({ target }) => target.join(" ")),
  }));
}
