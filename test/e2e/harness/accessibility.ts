import { createRequire } from "node:module";
import type { Frame } from "playwright-core";
import * as v from "valibot";

/** A rule that the page breaks, and where. */
export interface AccessibilityFinding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Selectors, one for each element. */
  readonly elements: readonly string[];
}

const resultSchema = v.array(
  v.object({
    id: v.string(),
    impact: v.nullish(v.string(), "unknown"),
    help: v.string(),
    nodes: v.array(v.object({ target: v.array(v.unknown()) })),
  }),
);

/** axe-core belongs to @axe-core/playwright, whose own builder takes whole pages only. */
const fromAxe = createRequire(require.resolve("@axe-core/playwright"));
const { source } = v.parse(v.object({ source: v.string() }), fromAxe("axe-core"));

/** Scans one frame. The script arrives through the debugger, which the page's policy does not hold back. */
export async function findAccessibilityProblems(frame: Frame): Promise<AccessibilityFinding[]> {
  await frame.evaluate(`${source}; undefined`);
  const violations: unknown = await frame.evaluate(
    "axe.run(document, { iframes: false }).then(({ violations }) => violations)",
  );
  return v.parse(resultSchema, violations).map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact,
    help,
    elements: nodes.map(({ target }) => target.join(" ")),
  }));
}
