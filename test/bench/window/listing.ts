import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { commandIds } from "../../../src/ids";
import { temporaryFolder } from "../../host/run/temporaryFolder";
import { figure, table, within } from "../table";
import { withPortal } from "./benchWindow";

const files = 10_000;
/** Of a log, an id in each tenth line. */
const lines = Array.from({ length: 40 }, (_, line) =>
  line % 10 === 0
    ? `10:06:${line + 10} DIALOG_ID=chat${line + 29} sent`
    : "10:06:00 nothing to be seen here, all is well with the fleet",
);

/** "List Dialogs in Workspace" over as many files as it reads, in a window of its own. */
export async function listingTable(webhook: string): Promise<string> {
  const workspace = temporaryFolder("bench-workspace");
  for (let folder = 0; folder < files / 100; folder++) {
    const logs = path.join(workspace, `logs-${folder}`);
    await mkdir(logs);
    const names = Array.from({ length: 100 }, (_, file) => path.join(logs, `${file}.log`));
    await Promise.all(names.map((name) => writeFile(name, lines.join("\n"))));
  }
  return withPortal(
    webhook,
    async (window) => {
      const startedMs = Date.now();
      let listedMs = NaN;
      const freezeMs = await window.longestFreezeDuring(async () => {
        const chosen = window.run(commandIds.listDialogsInWorkspace);
        const title = window.page.locator(".quick-input-title");
        await title.getByText("Dialogs in the workspace").waitFor({ timeout: 180_000 });
        listedMs = Date.now() - startedMs;
        await window.page.keyboard.press("Escape");
        await chosen;
      });
      return table(
        ["List Dialogs in Workspace", "s", "blocked, ms", "budget ms"],
        [
          [
            `${files.toLocaleString("en")} files`,
            figure(listedMs / 1_000),
            ...within(freezeMs, 50),
          ],
        ],
      );
    },
    workspace,
  );
}
