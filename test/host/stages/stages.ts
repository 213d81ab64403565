import { Failure } from "../failure";
import { buildExtension, packageExtension } from "../run/build";
import { browser } from "../setup/browser";
import { codeServer } from "../setup/codeServer";
import { newestHost } from "../versions";
import { desktopStage } from "./desktopStage";
import { integrationStages } from "./integrationStage";
import { mochaStage } from "./mochaStage";
import type { Stage } from "./stage";

const unit = mochaStage({
  name: "unit",
  heading: "Unit",
  files: "test/unit/**/*.test.ts",
});

const portal = mochaStage({
  name: "portal",
  heading: "Portal, over real sockets",
  files: "test/portal/**/*.test.ts",
});

const panel = mochaStage({
  name: "panel",
  heading: "The panel's page in a browser",
  files: "test/panel/**/*.test.ts",
  prepare: browser,
  before: buildExtension,
});

const e2e = mochaStage({
  name: "e2e",
  heading: `End to end, packaged extension in VS Code ${newestHost.vscode}`,
  files: "test/e2e/**/*.test.ts",
  runs: 2,
  // Longer than the waits inside a test together: the one that was in vain says for what.
  mochaArguments: ["--require", "test/e2e/harness/rootHooks.ts", "--timeout", "120000"],
  prepare: () => Promise.all([codeServer(newestHost), browser()]),
  before: packageExtension,
});

/** What `npm test` runs, in this order. */
const all: readonly Stage[] = [unit, portal, panel, ...integrationStages, e2e];

/** Stages by the names that a developer may type; no names: all of them. */
export function chooseStages(names: readonly string[]): readonly Stage[] {
  if (names.length === 0) return all;
  return names.flatMap((name) => {
    const chosen = [...all, desktopStage].filter(
      (stage) => stage.name === name || stage.name.startsWith(`${name}-`),
    );
    if (chosen.length > 0) return chosen;
    const known = [...all, desktopStage].map((stage) => stage.name).join(", ");
    throw new Failure(
      `There are no tests called "${name}". Known: ${known}, and integration for both.`,
    );
  });
}
