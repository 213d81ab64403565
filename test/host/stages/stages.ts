import { packageExtension } from "../run/build";
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

const e2e = mochaStage({
  name: "e2e",
  heading: `End to end, packaged extension in VS Code ${newestHost.vscode}`,
  files: "test/e2e/**/*.test.ts",
  mochaArguments: ["--require", "test/e2e/harness/rootHooks.ts", "--timeout", "60000"],
  prepare: () => Promise.all([codeServer(newestHost), browser()]),
  before: packageExtension,
});

/** What `npm test` runs, in this order. */
const all: readonly Stage[] = [unit, portal, ...integrationStages, e2e];

/** Stages by the names that a developer may type; no names: all of them. */
export function chooseStages(names: readonly string[]): readonly Stage[] | undefined {
  if (names.length === 0) return all;
  const chosen = names.map((name) =>
    [...all, desktopStage].filter(
      (stage) => stage.name === name || stage.name.startsWith(`${name}-`),
    ),
  );
  return chosen.some((stages) => stages.length === 0) ? undefined : chosen.flat();
}
