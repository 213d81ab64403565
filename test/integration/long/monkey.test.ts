import assert from "node:assert/strict";
import { inspect as printed } from "node:util";
import * as vscode from "vscode";
import { commandIds, dialogsViewId, innerCommandIds, treeCommandIds } from "../../../src/ids";
import { readMethods } from "../../../src/core/portal/readMethods";
import { pageLooks } from "../../../src/panel/view/actions";
import { Chance } from "../../attack/support/chance";
import { hostileTexts } from "../../attack/support/hostileTexts";
import { everyFault } from "../../emulator/everyFault";
import { inspect } from "../support/commands";
import { eventually } from "../support/eventually";
import { extensionApi } from "../support/extensionApi";
import { nodeTypes } from "../support/nodeTypes";
import { OpenPages } from "../support/openPages";
import { logWith } from "../support/outputChannels";
import { usePortal, type PortalUnderTest } from "../support/portalUnderTest";
import { closeQuestions, declining } from "../support/questions";
import { withRequestTimeout } from "../support/settings";
import { closeAllTabs, dialogTabs, showsTabs } from "../support/tabs";

const seconds = Number(process.env["MONKEY_SECONDS"]);
const seed = Number(process.env["MONKEY_SEED"] ?? Date.now() % 1_000_000);

/** These open the browser of whoever runs the tests, and VS Code's own output, which many calls leave open for good. */
const outside: ReadonlySet<string> = new Set([
  commandIds.showLog,
  treeCommandIds.openInBitrix24,
  treeCommandIds.openWebhookHelp,
  innerCommandIds.showWebhookHelp,
  commandIds.reportIssue,
]);
const commands = [commandIds, treeCommandIds, innerCommandIds]
  .flatMap((ids): string[] => Object.values(ids))
  .filter((id) => !outside.has(id));

/** Of pages: none that opens a browser, or agrees to a read that may change the portal. */
const buttons = Object.keys(pageLooks).filter(
  (action) => action !== "openInBitrix24" && action !== "readAnyway",
);

/** What commands may end with: nothing was chosen, or what they are about is gone. */
const harmless = /^Canceled$|No view is registered|not found/;

describe("The monkey", () => {
  /** Several: each has an address of its own, which answers so many requests and no more. */
  const portals = [usePortal(), usePortal(), usePortal()];
  const chance = new Chance(seed);

  const portal = (): PortalUnderTest => chance.oneOf(portals);

  const dialogId = (): string =>
    chance.oneOf([
      "chat29",
      "chat30",
      "chat210",
      "chat405",
      "chat404",
      "5",
      "crm|DEAL|88",
      "sg12",
      "0",
    ]);
  const text = (): string => chance.oneOf([...hostileTexts, dialogId(), "session 512", "deal 88"]);
  const node = (): unknown => ({
    type: chance.oneOf(nodeTypes),
    id: text(),
    portalId: chance.oneOf([portal().id, "gone", undefined]),
    section: chance.oneOf(["pinned", "recent", "chats", "bots", "none"]),
    dialogId: dialogId(),
    userId: chance.oneOf([1, -1, "x"]),
  });
  const argument = (): unknown =>
    chance.oneOf([
      () => undefined,
      () => text(),
      () => node(),
      () => ({ dialogId: dialogId(), portalId: chance.oneOf([portal().id, undefined, "gone"]) }),
      () => ({ portalId: portal().id, text: text(), botId: 456, client: "curl", method: text() }),
      () => ({ webhook: portal().emulator.webhook(), name: text() }),
    ])();

  /** What the page of a dialog, a report or an event says when something in it is clicked. */
  const pageMessage = (): unknown =>
    chance.oneOf([
      () => ({
        type: "act",
        action: chance.oneOf(buttons),
        argument: chance.oneOf([undefined, "456", "1", dialogId()]),
      }),
      () => ({ type: "copyValue", key: chance.oneOf(["owner", "name", "members", text()]) }),
      () => ({
        type: chance.oneOf(["runProbe", "cancelProbe"]),
        id: chance.oneOf(["bot/456", "recentDialogs", "none"]),
      }),
      () => ({
        type: "people",
        key: chance.oneOf(["members", "readed_list"]),
        query: chance.oneOf(["", "ivy", text()]),
        from: chance.below(100),
        readsMore: chance.is(0.5),
      }),
      () => ({ type: "remember", memory: { scrollTop: chance.below(500), filter: text() } }),
      () => ({ type: "arrange", groups: { about: chance.is(0.5) }, showsEmpty: chance.is(0.5) }),
    ])();

  /** Not waited for: people do not wait either. */
  function run(command: string, ...rest: readonly unknown[]): void {
    const call = `${command} ${printed(rest)}`;
    running.add(call);
    vscode.commands.executeCommand(command, ...rest).then(
      () => running.delete(call),
      (error: unknown) => {
        running.delete(call);
        const message = error instanceof Error ? error.message : String(error);
        if (!harmless.test(message)) failures.push(`${call}: ${printed(error)}`);
      },
    );
  }
  const running = new Set<string>();
  const failures: string[] = [];

  let pages: OpenPages;
  let stopDeclining: () => void;
  before(async () => {
    pages = new OpenPages(await extensionApi());
    stopDeclining = await declining();
  });
  after(() => {
    stopDeclining();
    pages.stop();
  });

  const inspectAny = (): void => {
    run(commandIds.inspectDialog, { dialogId: dialogId(), portalId: portal().id });
  };
  const click = (): void => {
    if (pages.all.length > 0) void chance.oneOf(pages.all).send(pageMessage());
  };

  /** What the product hears of. */
  const ours: readonly (() => unknown)[] = [
    () => {
      run(chance.oneOf(commands), argument());
    },
    inspectAny,
    inspectAny,
    click,
    click,
    () => {
      portal().emulator.setFault(chance.oneOf(everyFault), { calls: 1 + chance.below(5) });
    },
  ];

  /** What goes on around it. */
  const others: readonly (() => unknown)[] = [
    () => {
      portal().emulator.clearFaults();
    },
    () => vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem"),
    () => vscode.commands.executeCommand("workbench.action.closeQuickOpen"),
    () => vscode.commands.executeCommand("workbench.action.closeActiveEditor"),
    () => vscode.commands.executeCommand("workbench.action.nextEditor"),
    () => vscode.commands.executeCommand("notifications.clearAll"),
    () => vscode.commands.executeCommand(`${dialogsViewId}.focus`),
    () => vscode.env.clipboard.writeText(text()),
  ];

  it(`breaks nothing in ${seconds} s, with seed ${seed}`, async function () {
    this.timeout((seconds + 90) * 1_000);
    const emulators = portals.map(({ emulator }) => emulator);
    const secrets = emulators.map((one) => new URL(one.webhook()).pathname.split("/")[3] ?? "");
    let done = 0;
    await withRequestTimeout(2, async () => {
      for (const end = performance.now() + seconds * 1_000; performance.now() < end; done += 1) {
        await chance.oneOf(chance.is(0.6) ? ours : others)();
        // VS Code has its turn.
        await new Promise((resolve) => setTimeout(resolve, chance.below(100)));
        assert.deepEqual(failures, [], `after ${done} deeds of seed ${seed}`);
      }
      for (const emulator of emulators) emulator.clearFaults();
      await eventually(async () => {
        await closeQuestions();
        assert.deepEqual([...running], [], "commands that do not end");
      });
    });
    assert.deepEqual(failures, [], `seed ${seed}`);

    assert.ok(dialogTabs().length < 500);
    const shown = printed(
      [
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
        vscode.workspace.textDocuments.map((document) => document.getText()),
        await vscode.env.clipboard.readText(),
        await logWith(/HTTP 200/),
      ],
      { depth: 10, maxStringLength: null, maxArrayLength: null },
    );
    for (const secret of secrets) assert.ok(!shown.includes(secret), "the secret is shown");
    // Nothing was written, and nothing that asks first was read: nobody has agreed to anything.
    const reads = new Set(Object.keys(readMethods).map((method) => method.toLowerCase()));
    for (const { journal, effects, confirmedEvents } of emulators) {
      const called = new Set(journal.map(({ method }) => method));
      const unknown = [...called].filter((method) => !reads.has(method));
      assert.deepEqual(unknown, [], "methods beyond the read-only table");
      assert.deepEqual(effects, []);
      assert.equal(confirmedEvents, undefined, "events were taken from a bot");
    }

    await closeAllTabs();
    await eventually(() => {
      const open = emulators
        .flatMap(({ requests }) => requests)
        .filter((call) => call.status === undefined && !call.wasAborted);
      assert.deepEqual(open, [], "requests that nobody waits for");
    });
    await inspect({ dialogId: "chat29", portalId: portal().id });
    await showsTabs("Delivery bot pilot");
  });
});
