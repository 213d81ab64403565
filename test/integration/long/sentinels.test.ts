import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import {
  commandIds,
  innerCommandIds,
  rowCommandIds,
  treeCommandIds,
  type CommandId,
} from "../../../src/ids";
import { pageLooks } from "../../../src/panel/view/actions";
import { readings, sentinelToken, spellings } from "../../attack/support/spellings";
import { oldSamples } from "../../unit/support/botEvents";
import { extensionId, requestPortal } from "../support/commands";
import { eventually } from "../support/eventually";
import { hostLogWith, logWith } from "../support/outputChannels";
import { usePortal } from "../support/portalUnderTest";
import { agreeing, closeQuestions } from "../support/questions";
import { Surfaces } from "../support/surfaces";
import { closeAllTabs } from "../support/tabs";

const botId = 456;
const refused = "chat404";
const moved = "chat30";

/** What the buttons of pages do themselves: the others run commands. */
const pageActions = Object.keys(pageLooks) as readonly (keyof typeof pageLooks)[];
/** What those are about that ask for more than the page's own subject. */
const actionArguments: Partial<Record<keyof typeof pageLooks, string>> = {
  readAsBot: String(botId),
  inspectChat: "chat29",
  inspectEventAsBot: String(botId),
  inspectWaiting: "chat29",
  openWaitingEvent: "1",
};

/**
 * A portal that puts the webhook and a bot's token, in every spelling, into whatever it answers, and everything of the
 * product that could pass them on: each command, and each button of the pages that they open.
 */
describe("A webhook and a token that the portal repeats everywhere", () => {
  const portal = usePortal(1, { botToken: sentinelToken });
  let surfaces: Surfaces;
  let secrets: readonly string[];
  let source: vscode.Uri;
  /** The pages whose buttons were pressed already. */
  const pressed = new Set<string>();

  /** By command: what it is called with. A command without a row does not compile. */
  const calls = (): Readonly<Record<CommandId, readonly unknown[]>> => {
    const portalId = portal.id;
    const dialog = {
      type: "dialog",
      id: `${portalId}/chats/chat29`,
      portalId,
      section: "chats",
      dialogId: "chat29",
    };
    const node = (more: object): unknown => ({ id: "x", portalId, ...more });
    const bot = node({ type: "bot", botId });
    const person = node({ type: "person", dialog, userId: 5 });
    const row = {
      portalId,
      dialogId: "chat29",
      bitrix24Row: "name",
      bitrix24Name: "Title",
      bitrix24Person: "5",
    };
    const event = { ...oldSamples[0]?.event, application_token: sentinelToken };
    const text = JSON.stringify({ ...event, auth: { access_token: sentinelToken } });
    return {
      [commandIds.inspectDialog]: [
        { portalId, dialogId: "chat29" },
        { portalId, dialogId: refused },
        { portalId, dialogId: moved },
        { portalId, dialogId: "chat405", readAs: { kind: "both", botId } },
        { portalId, text: "delivery" },
        undefined,
      ],
      [commandIds.inspectAtCursor]: [undefined],
      [commandIds.listDialogsInWorkspace]: [undefined],
      [commandIds.findWebhooksInWorkspace]: [undefined],
      [commandIds.explainEvent]: [text, undefined],
      [commandIds.addPortal]: [{ webhook: portal.emulator.webhook() }, undefined],
      [commandIds.addDemoPortal]: [undefined],
      [commandIds.switchPortal]: [undefined, { portalId }],
      [commandIds.replaceWebhook]: [{ portalId }],
      [commandIds.renamePortal]: [{ portalId }],
      [commandIds.removePortal]: [{ portalId }],
      [commandIds.askBeforeReads]: [{ portalId }],
      [commandIds.addBot]: [{ portalId }, { portalId, botId, botToken: sentinelToken }],
      [commandIds.removeBot]: [{ portalId }, { portalId, botId }],
      [commandIds.checkAccess]: [{ portalId }],
      [commandIds.checkEvents]: [{ portalId }, { portalId, botId, dialogId: "chat29" }],
      [commandIds.copyAsCode]: [
        undefined,
        { portalId, dialogId: "chat29", client: "curl" },
        { portalId, method: "imbot.v2.Chat.get", client: "php", as: "document", shape: "program" },
      ],
      [commandIds.refresh]: [undefined],
      [commandIds.showLog]: [undefined],
      [commandIds.reportIssue]: [undefined],
      [commandIds.searchChats]: [{ portalId, text: "delivery" }],
      [commandIds.refreshDialogs]: [undefined],
      [commandIds.filterDialogs]: [undefined],
      [commandIds.clearFilter]: [undefined],
      [commandIds.sortDialogs]: [undefined],
      [treeCommandIds.inspectNode]: [dialog],
      [treeCommandIds.previewNode]: [dialog],
      [treeCommandIds.inspectNodeAs]: [dialog],
      [treeCommandIds.inspectAsBot]: [bot],
      [treeCommandIds.checkEventsOfNode]: [bot],
      [treeCommandIds.pinDialog]: [dialog],
      [treeCommandIds.unpinDialog]: [dialog],
      [treeCommandIds.copyDialogId]: [dialog],
      [treeCommandIds.copyUserId]: [person, bot],
      [treeCommandIds.copyFact]: [node({ type: "fact", dialog, path: "name" })],
      [treeCommandIds.copyNodeAsCode]: [dialog, node({ type: "members", dialog })],
      [treeCommandIds.inspectPrivateDialog]: [person],
      [treeCommandIds.openWebhookHelp]: [node({ type: "portal" })],
      [treeCommandIds.openInBitrix24]: [dialog],
      [treeCommandIds.removeFromHistory]: [dialog],
      [treeCommandIds.refreshNode]: [node({ type: "section", section: "chats" })],
      [treeCommandIds.retryNode]: [node({ type: "notice", parent: dialog })],
      [treeCommandIds.loadMore]: [node({ type: "loadMore", parent: dialog })],
      [treeCommandIds.explainScope]: [node({ type: "portal" })],
      [treeCommandIds.replaceWebhookOfNode]: [dialog],
      [treeCommandIds.checkAccessOfNode]: [dialog],
      [rowCommandIds.copyValue]: [row],
      [rowCommandIds.copyName]: [row],
      [rowCommandIds.copyNameAndValue]: [row],
      [rowCommandIds.inspectPerson]: [row],
      [innerCommandIds.adoptAddress]: [{ portalId, origin: "https://new.example" }],
      [innerCommandIds.showWebhookHelp]: [undefined],
      [innerCommandIds.copyText]: ["what was copied before"],
      [innerCommandIds.keepWebhook]: [{ uri: source, position: new vscode.Position(0, 20) }],
      [innerCommandIds.allowSecrets]: [source],
      [innerCommandIds.openExample]: [undefined],
    };
  };

  before(async () => {
    const { emulator } = portal;
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace !== undefined);
    source = vscode.Uri.joinPath(workspace.uri, "sentinel.js");
    const code = `const webhook = "${emulator.webhook()}"; // chat29\n`;
    await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(code));
    const secret = new URL(emulator.webhook()).pathname.split("/")[3] ?? "";
    assert.ok(secret.length > 10);
    secrets = [secret, sentinelToken].map((text) => text.toLowerCase());
    const added: unknown = await agreeing("Add Bot Token", () =>
      vscode.commands.executeCommand(commandIds.addBot, {
        portalId: portal.id,
        botId,
        botToken: sentinelToken,
      }),
    );
    assert.equal(added, botId);
  });

  beforeEach(async () => {
    const { emulator } = portal;
    const echo = Object.values(spellings)
      .flatMap((write) => [write(emulator.webhook()), write(sentinelToken)])
      .join(" ");
    emulator.appendMessage(29, 5, `[USER=${botId}] ${echo}`);
    emulator.setFault({ name: "renamed", to: echo, description: echo });
    const refusal = { name: "refuse", status: 403, code: "ACCESS_DENIED" } as const;
    emulator.setFault({ ...refusal, description: echo }, { dialogId: refused });
    emulator.setFault({ name: "redirectForeign" }, { dialogId: moved });
    surfaces = await Surfaces.watch();
    await vscode.env.clipboard.writeText("");
  });

  afterEach(() => {
    surfaces.stop();
  });

  after(async () => {
    await vscode.workspace.fs.delete(source);
  });

  function assertHidden(text: string, where: string): void {
    for (const reading of readings(text)) {
      for (const secret of secrets) {
        const at = reading.indexOf(secret);
        assert.ok(at < 0, `${where}: …${reading.slice(Math.max(0, at - 300), at + 100)}`);
      }
    }
  }

  /** Lets lists load, and then closes whatever is asked until the work ends; how it ends is shown to the caller. */
  async function finish(work: PromiseLike<unknown>): Promise<void> {
    let hasEnded = false;
    const ended = Promise.resolve(work)
      .catch((error: unknown) => error)
      .then((outcome) => {
        surfaces.note(outcome);
        hasEnded = true;
      });
    await Promise.race([ended, delay(50)]);
    await eventually(async () => {
      assert.ok(!surfaces.isBusy, "a list is still loading");
      if (!hasEnded) await closeQuestions();
      assert.ok(hasEnded, "it is still waiting");
    });
  }

  it("are looked for in all that a manifest's command can show", () => {
    const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const known: ReadonlySet<string> = new Set(Object.keys(calls()));
    const unknown = contributes.commands.filter(({ command }) => !known.has(command));
    assert.deepEqual(unknown, []);
  });

  const all = [commandIds, treeCommandIds, rowCommandIds, innerCommandIds].flatMap((ids) =>
    Object.values<CommandId>(ids),
  );
  for (const id of all) {
    it(`are nowhere after ${id} and the buttons of its pages`, async function () {
      this.timeout(60_000);
      if (id.startsWith("bitrix24.copyRow"))
        await vscode.commands.executeCommand(commandIds.inspectDialog, "chat29");
      if (id === commandIds.inspectAtCursor) await vscode.window.showTextDocument(source);
      for (const argument of calls()[id]) {
        await finish(vscode.commands.executeCommand(id, argument));
        assertHidden(await surfaces.take(), id);
        for (const page of surfaces.pages.filter(({ subject }) => !pressed.has(subject()))) {
          pressed.add(page.subject());
          for (const action of pageActions) {
            const argument = actionArguments[action];
            const message = {
              type: "act",
              action,
              ...(argument === undefined ? {} : { argument }),
            };
            const done = page.send(message);
            // It goes on for ten minutes, or as long as the page is there.
            await finish(Promise.resolve(action === "watchEvents" ? undefined : done));
          }
          assertHidden(await surfaces.take(), `${id}, the buttons of ${page.subject()}`);
        }
        await closeAllTabs();
      }
    });
  }

  it("are in no log and no file of VS Code", async () => {
    await requestPortal({ webhook: portal.emulator.webhook() }).catch(() => undefined);
    assertHidden(await logWith(/HTTP 302/), "the log of the extension");
    assertHidden(await hostLogWith(/\S/), "the log of the extension host");
    const folder = process.env["TEST_SERVER_DATA"];
    // A desktop keeps its files elsewhere, and its keyring with the system.
    if (folder === undefined) return;
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    assert.ok(files.length > 5, `only ${files.length} files were found`);
    for (const entry of files) {
      const file = path.join(entry.parentPath, entry.name);
      assertHidden(await readFile(file, "latin1"), file);
    }
  });
});
