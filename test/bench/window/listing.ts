import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { commandIds } from "../../../src/ids";
import { temporaryFolder } from "../../host/run/temporaryFolder";
import { figure, median, table, within } from "../table";
import { withPortal, type BenchWindow } from "./benchWindow";

const files = 10_000;
/** Of a log, an id in each tenth line. */
const lines = Array.from({ length: 40 }, (_, line) =>
  line % 10 === 0
    ? `10:06:${line + 10} DIALOG_ID=chat${line + 29} sent`
    : "10:06:00 nothing to be seen here, all is well with the fleet",
);

/** "List Dialogs in Workspace" over as many files as it reads, each time in a window of its own: the second time is quicker. */
export async function listingTable(webhook: string): Promise<string> {
  const workspace = temporaryFolder("bench-workspace");
  for (let folder = 0; folder < files / 100; folder++) {
    const logs = path.join(workspace, `logs-${folder}`);
    await mkdir(logs);
    const names = Array.from({ length: 100 }, (_, file) => path.join(logs, `${file}.log`));
    await Promise.all(names.map((name) => writeFile(name, lines.join("\n"))));
  }
  const listed = [];
  const found = [];
  for (let round = 0; round < 3; round++) {
    found.push(await withPortal(webhook, findFiles, workspace));
    listed.push(await withPortal(webhook, listDialogs, workspace));
  }
  return table(
    [
      "List Dialogs in Workspace, 3 windows",
      "s",
      "blocked, ms",
      "budget ms",
      "by VS Code, to find the files, ms",
    ],
    [
      [
        `${files.toLocaleString("en")} files`,
        figure(median(listed.map(({ seconds }) => seconds))),
        ...within(median(listed.map(({ freezeMs }) => freezeMs)), 50),
        figure(median(found)),
      ],
    ],
  );
}

async function listDialogs(window: BenchWindow): Promise<{ seconds: number; freezeMs: number }> {
  await window.rest();
  const startedMs = Date.now();
  let seconds = NaN;
  const freezeMs = await window.longestFreezeDuring(async () => {
    const chosen = window.run(commandIds.listDialogsInWorkspace);
    const title = window.page.locator(".quick-input-title");
    await title.getByText("Dialogs in the workspace").waitFor({ timeout: 180_000 });
    seconds = (Date.now() - startedMs) / 1_000;
    await window.page.keyboard.press("Escape");
    await chosen;
  });
  return { seconds, freezeMs };
}

/** @returns the longest freeze, in milliseconds */
async function findFiles(window: BenchWindow): Promise<number> {
  await window.rest();
  return window.longestFreezeDuring(() => window.ask({ do: "findFiles" }));
}
