import { Failure } from "../failure";
import { browser } from "../setup/browser";
import { codeServer } from "../setup/codeServer";
import { newestHost } from "../versions";
import { desktopStage } from "./desktopStage";
import { integrationStages } from "./integrationStage";
import { mochaStage } from "./mochaStage";
import type { Stage } from "./stage";

/** They draw views, without the host that loads their late parts. */
const drawing = ["--require", "test/host/mocha/lateParts.ts"];

/** What the product makes in these is looked for after each test: the tracker comes before all of it. */
const tracked = ["--require", "test/host/mocha/leakTracker.ts", ...drawing];

const unit = mochaStage({
  name: "unit",
  heading: "Unit",
  needs: "sources",
  files: "test/unit/**/*.test.ts",
  mochaArguments: tracked,
});

const portal = mochaStage({
  name: "portal",
  heading: "Portal, over real sockets",
  needs: "sources",
  files: "test/portal/**/*.test.ts",
  mochaArguments: tracked,
});

const snippets = mochaStage({
  name: "snippets",
  heading: "Snippets, run by the clients they are written for",
  needs: "sources",
  files: "test/snippets/**/*.test.ts",
});

const packaged = mochaStage({
  name: "package",
  heading: "The VSIX",
  needs: "vsix",
  files: "test/package/**/*.test.ts",
  mochaArguments: ["--timeout", "120000"],
});

const attack = mochaStage({
  name: "attack",
  heading: "Attack: what portals, pages and stored values may hold",
  needs: "sources",
  files: "test/attack/**/*.test.ts",
  mochaArguments: tracked,
});

const panel = mochaStage({
  name: "panel",
  heading: "The panel's page in a browser",
  files: "test/panel/**/*.test.ts",
  runs: 2,
  needs: "build",
  mochaArguments: tracked,
  prepare: browser,
});

const e2e = mochaStage({
  name: "e2e",
  heading: `End to end, packaged extension in VS Code ${newestHost.vscode}`,
  needs: "vsix",
  files: "test/e2e/**/*.test.ts",
  runs: 2,
  // Longer than the waits inside a test together: the one that was in vain says for what.
  mochaArguments: ["--require", "test/e2e/harness/rootHooks.ts", "--timeout", "120000"],
  prepare: () => Promise.all([codeServer(newestHost), browser()]),
});

const russian = mochaStage({
  name: "russian",
  heading: `In Russian, packaged extension in VS Code ${newestHost.vscode}`,
  needs: "vsix",
  files: "test/russian/**/*.test.ts",
  mochaArguments: ["--timeout", "120000"],
  prepare: () => Promise.all([codeServer(newestHost), browser()]),
});

/** Those that take longest first: so all end at nearly the same time. */
const stages: readonly Stage[] = [
  e2e,
  ...integrationStages,
  desktopStage,
  panel,
  attack,
  portal,
  unit,
  snippets,
  russian,
  packaged,
];

/** Stages by the names that a developer may type; no names: all that `npm test` runs. */
export function chooseStages(names: readonly string[]): readonly Stage[] {
  const unknown = names.find((name) => !stages.some((stage) => isCalled(stage, name)));
  if (unknown !== undefined) {
    const known = stages.map((stage) => stage.name).join(", ");
    throw new Failure(
      `There are no tests called "${unknown}". Known: ${known}, and integration for both.`,
    );
  }
  return stages.filter((stage) =>
    names.length === 0 ? stage !== desktopStage : names.some((name) => isCalled(stage, name)),
  );
}

function isCalled(stage: Stage, name: string): boolean {
  return stage.name === name || stage.name.startsWith(`${name}-`);
}
