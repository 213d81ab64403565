import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { demoBot } from "../../src/core/portal/demoAddress";
import { DialogPanel } from "./harness/dialogPanel";
import { e2e } from "./harness/e2eRun";
import { eventually } from "./harness/eventually";
import type { QuickInputRow } from "./harness/quickInput";
import {
  addDemoPortal,
  addEmulatorPortal,
  demoName,
  emulatorName,
  inspect,
  removePortal,
  startAnew,
} from "./harness/steps";
import type { VsCodeInBrowser } from "./harness/vsCodeInBrowser";

/** Waits until the rows of a window's tree, from the top, are these. */
async function showsRows(
  window: VsCodeInBrowser,
  expected: readonly string[],
  withinMs = 15_000,
): Promise<void> {
  await eventually(
    async () => {
      const rows = await window.sideBar.rows();
      assert.deepEqual(
        rows.slice(0, expected.length).map(({ label }) => label),
        expected,
      );
      return true;
    },
    { what: `the rows ${expected.join(", ")}`, withinMs },
  );
}

/** Presses a row's button until the tree shows it: what comes from the other window may draw the row anew under the click. */
async function press(
  window: VsCodeInBrowser,
  [label, button]: readonly [RegExp, string],
  expected: readonly string[],
): Promise<void> {
  await eventually(
    async () => {
      await window.sideBar.pressInline(label, button);
      await showsRows(window, expected, 3_000);
      return true;
    },
    { what: `“${button}” to be taken`, withinMs: 20_000 },
  );
}

/** Runs in the page of a window or a panel: its own clock decides, not the way there. */
const pressIn = (button: { click(): void }, ms: number): Promise<void> =>
  new Promise((pressed) => {
    setTimeout(() => {
      button.click();
      pressed();
    }, ms);
  });

/** The same with Enter in a box. */
const enterIn = (box: { dispatchEvent(event: object): boolean }, ms: number): Promise<void> =>
  new Promise((pressed) => {
    setTimeout(() => {
      const { KeyboardEvent } = globalThis as unknown as {
        KeyboardEvent: new (type: string, how: object) => object;
      };
      const enter = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
      box.dispatchEvent(new KeyboardEvent("keydown", enter));
      pressed();
    }, ms);
  });

/** What one window adds and removes, while the other one does the same with its own. */
interface Own {
  readonly bot: string;
  readonly botId: number;
  readonly portal: string;
  readonly userId: 1 | 5;
}

const owns: readonly [Own, Own] = [
  { bot: "Ivy's assistant", botId: 461, portal: "First portal", userId: 1 },
  { bot: "Quality watch", botId: 457, portal: "Second portal", userId: 5 },
];

const below = ["Recently inspected", "Chats", "Open Channels", "Bots"];

describe("Two windows", () => {
  let other: VsCodeInBrowser;
  before(async () => {
    await startAnew();
    const { vscode } = e2e();
    await vscode.sideBar.open("Bitrix24");
    other = await vscode.openAnotherWindow();
    await other.sideBar.open("Bitrix24");
    await other.sideBar.welcome();
  });
  after(async () => {
    await other.close();
  });

  it("both show a portal that was added in one of them", async () => {
    await addDemoPortal();
    // Nothing was inspected yet, or pinned: those branches are not there.
    const rows = [demoName, ...below.slice(1)];
    await showsRows(other, rows);
    await showsRows(e2e().vscode, rows);
  });

  it("both show what was inspected and pinned in one, in its order", async () => {
    const { vscode } = e2e();
    for (const dialogId of ["chat29", "chat210"]) await (await inspect(dialogId)).read();
    await other.sideBar.expand("Recently inspected");
    // Titles are not stored, and this tab cannot ask for them: the webhook was saved by the other one.
    const inspected = ["Recently inspected", "Chat 210", "Chat 29"];
    await showsRows(other, [demoName, ...inspected]);
    await press(other, [/^Chat 210$/, "Pin"], [demoName, "Pinned", "Chat 210", ...inspected]);
    const both = ["Chat 210", "Chat 29"];
    await press(other, [/^Chat 29$/, "Pin"], [demoName, "Pinned", ...both, ...inspected]);
    const pinned = ["Ana via Telegram", "Delivery bot pilot"];
    await showsRows(vscode, [demoName, "Pinned", ...pinned, ...below]);

    // The first one goes to the end.
    const left = [demoName, "Pinned", "Delivery bot pilot", ...below];
    await press(vscode, [/^Ana via Telegram$/, "Unpin"], left);
    await showsRows(other, [demoName, "Pinned", "Chat 29", ...inspected]);
    const moved = ["Chat 29", "Chat 210"];
    await press(other, [/^Chat 210$/, "Pin"], [demoName, "Pinned", ...moved, ...inspected]);
    const order = ["Delivery bot pilot", "Ana via Telegram"];
    await showsRows(vscode, [demoName, "Pinned", ...order, ...below]);

    await vscode.sideBar.drag("Ana via Telegram", "Delivery bot pilot");
    await showsRows(vscode, [demoName, "Pinned", ...pinned, ...below]);
    await showsRows(other, [demoName, "Pinned", ...both, ...inspected]);
  });

  it("keep the webhook that one of them saved, whatever the other one stores", async () => {
    // Only a window that starts later reads the keyring that the first one wrote.
    await other.reload();
    await other.sideBar.open("Bitrix24");
    // In the order that they were dragged into. Titles are there where this window has read the tab that it took over.
    const [visitor, pilot] = [
      /^(?:Chat 210|Ana via Telegram)$/,
      /^(?:Chat 29|Delivery bot pilot)$/,
    ];
    const lists = [/^Pinned$/, visitor, pilot, /^Recently inspected$/];
    await eventually(
      async () => {
        const [, ...rows] = await other.sideBar.rows();
        return lists.every((row, at) => row.test(rows[at]?.label ?? "")) || undefined;
      },
      { what: "the pins in their order" },
    );
    await (await other.sideBar.row(visitor)).click();
    const panel = await (await DialogPanel.of(other, "chat210")).read();
    assert.equal(await panel.title.innerText(), "Ana via Telegram");
  });

  it("both offer a portal that was added, and forget the one that was removed", async () => {
    await addEmulatorPortal();
    await other.ask("Bitrix24: Switch Portal", "Portal for lookups");
    const offered = await other.quickInput.rowsWhere((shown) => shown.length === 3);
    assert.deepEqual(
      offered.map(({ label }) => label.trim()),
      [demoName, emulatorName, "Add Portal"],
    );
    await other.quickInput.close();
    await removePortal(emulatorName);
    await eventually(
      async () => {
        const labels = (await other.sideBar.rows()).map(({ label }) => label);
        return labels.includes(demoName) && !labels.includes(emulatorName) ? true : undefined;
      },
      { what: "the removed portal to go" },
    );
  });

  describe("that change a list at nearly the same moment", () => {
    let panels: readonly [DialogPanel, DialogPanel];
    const pinned = ["Ana via Telegram", "Delivery bot pilot"];
    const gapsMs = [0, 50, 100, 200];

    before(async () => {
      panels = [
        await (await inspect("chat29")).read(),
        await (await DialogPanel.of(other, "chat210")).read(),
      ];
      await bothPress("Unpin", 0);
      await pinsBecome([]);
    });

    /** Waits until both windows show these pins, in whatever order. */
    async function pinsBecome(expected: readonly string[]): Promise<void> {
      for (const { sideBar } of [e2e().vscode, other]) {
        await eventually(
          async () => {
            const labels = (await sideBar.rows()).map(({ label }) => label);
            const start = labels.indexOf("Pinned");
            const end = labels.indexOf("Recently inspected");
            assert.deepEqual(start < 0 ? [] : labels.slice(start + 1, end).sort(), expected);
            return true;
          },
          { what: `the pins ${expected.join(", ")}` },
        );
      }
    }

    /** In each window at its moment; nothing on the way there waits for anything else. */
    async function bothPress(label: string, apartMs: number): Promise<void> {
      const [first, second] = panels.map((panel) => panel.button(label));
      await Promise.all([first?.waitFor(), second?.waitFor()]);
      await Promise.all([first?.evaluate(pressIn, 0), second?.evaluate(pressIn, apartMs)]);
    }

    for (const apartMs of gapsMs) {
      it(`${apartMs} ms apart both keep both changes`, async () => {
        await bothPress("Pin", apartMs);
        await pinsBecome(pinned);
        await bothPress("Unpin", apartMs);
        await pinsBecome([]);
      });
    }

    /** The same deed in both windows, side by side: each has a bot, and a portal, of its own. */
    async function inBoth<T>(
      deed: (window: VsCodeInBrowser, own: Own) => Promise<T>,
    ): Promise<void> {
      await Promise.all([deed(e2e().vscode, owns[0]), deed(other, owns[1])]);
    }

    async function bothPressEnter(apartMs: number): Promise<void> {
      await Promise.all([
        e2e().vscode.quickInput.input.evaluate(enterIn, 0),
        other.quickInput.input.evaluate(enterIn, apartMs),
      ]);
    }

    /*
     * VS Code in a browser keeps its keyring as one text, which each page reads when it begins and writes whole: there a
     * window never learns of a token that another one stores later. So what both must know of is the portal's list of
     * bots, and each window proves its token to the portal itself. That tokens do not meet in a keyring that windows do
     * share, as on a desktop, is tried on two of them in test/unit/platform/node/globalState.test.ts.
     */
    describe("of bot tokens", () => {
      const labels = (rows: readonly QuickInputRow[]): string[] =>
        rows.map(({ label }) => label.trim()).sort();

      /** Opens the list of bots whose tokens are stored, when it has these, and looks for one. */
      async function listed(
        window: VsCodeInBrowser,
        bots: readonly string[],
        wanted?: string,
      ): Promise<void> {
        await window.ask(
          () => window.press("removeBot"),
          "Remove the token of which bot?",
          async () => {
            await window.quickInput.rowsWhere(
              (rows) => isDeepStrictEqual(labels(rows), ["Helper", ...bots].sort()),
              2_000,
            );
            if (wanted === undefined) return;
            await window.quickInput.input.fill(wanted, { timeout: 2_000 });
            await window.quickInput.rowsWhere(([first]) => first?.label.trim() === wanted, 2_000);
          },
        );
      }

      for (const apartMs of gapsMs) {
        it(`${apartMs} ms apart both keep both changes`, async () => {
          await inBoth(async (window, { bot, botId }) => {
            const title = `Add the token of which bot of ${demoName}?`;
            await window.ask(
              () => window.press("addBot"),
              title,
              async () => {
                await window.quickInput.choose(bot);
                await window.quickInput.shown(`Token of bot ${botId}`);
                await window.quickInput.input.fill(demoBot.token, { timeout: 2_000 });
              },
            );
          });
          await bothPressEnter(apartMs);
          const bots = owns.map(({ bot }) => bot);
          await inBoth(async (window, { bot }) => {
            await listed(window, bots, bot);
          });
          await bothPressEnter(apartMs);
          await inBoth(async (window) => {
            await listed(window, []);
            await window.quickInput.close();
          });
        });
      }
    });

    describe("of portals", () => {
      const portals = owns.map(({ portal }) => portal);

      async function portalsBecome(expected: readonly string[]): Promise<void> {
        await inBoth(async ({ sideBar }) => {
          await eventually(
            async () => {
              const rows = (await sideBar.rows()).map(({ label }) => label);
              assert.deepEqual(rows.filter((row) => portals.includes(row)).sort(), expected);
              return true;
            },
            { what: `the portals ${expected.join(", ")}` },
          );
        });
      }

      for (const apartMs of gapsMs) {
        it(`${apartMs} ms apart both keep both changes`, async () => {
          await inBoth(async (window, { portal, userId }) => {
            await window.ask(
              () => window.press("addPortal"),
              "Add a Bitrix24 portal",
              async () => {
                await window.quickInput.submit(e2e().emulator.webhook(userId));
                await window.quickInput.shown("Name the portal");
                await window.quickInput.input.fill(portal, { timeout: 2_000 });
              },
            );
          });
          await bothPressEnter(apartMs);
          await portalsBecome(portals);
          await inBoth(async (window, { portal }) => {
            await window.ask(
              () => window.press("removePortal"),
              "Remove which portal?",
              async () => {
                await window.quickInput.choose(portal);
                await window.dialog.shown(`Remove “${portal}”?`);
              },
            );
          });
          await Promise.all([
            e2e().vscode.dialog.button("Remove Portal").evaluate(pressIn, 0),
            other.dialog.button("Remove Portal").evaluate(pressIn, apartMs),
          ]);
          await portalsBecome([]);
        });
      }
    });
  });

  describe("of which one removes the last portal", () => {
    it("both welcome who has none", async () => {
      await startAnew();
      await other.sideBar.welcome();
    });
  });
});

describe("A window in which nothing was used yet", () => {
  const file = "shift.log";
  let other: VsCodeInBrowser;
  before(async () => {
    await startAnew();
    const { vscode } = e2e();
    await writeFile(path.join(vscode.workspace, file), "DIALOG_ID=chat29\n");
    await vscode.palette("View: Show Explorer");
    other = await vscode.openAnotherWindow();
    await other.openFile(file);
  });
  after(async () => {
    await other.tidy();
    await other.close();
    await rm(path.join(e2e().vscode.workspace, file));
  });

  it("links the ids of a file when one comes back from where the first portal was added", async () => {
    await addDemoPortal();
    await comeBack(other);
    await other.page.locator(".view-lines .detected-link").first().waitFor();
  });
});

/** The user leaves a window for a moment: in this browser each of them counts as the one in front. */
async function comeBack({ page }: VsCodeInBrowser): Promise<void> {
  const tell = (event: string): string => `dispatchEvent(new Event("${event}"))`;
  await page.evaluate(`document.hasFocus = () => false; ${tell("blur")}`);
  await page.evaluate(`delete document.hasFocus; ${tell("focus")}`);
}
