import assert from "node:assert/strict";
import { DialogBrowser } from "../../../../../src/core/sidebar/dialogBrowser";
import { DialogMemory } from "../../../../../src/core/sessions/dialogMemory";
import type { KeyFact } from "../../../../../src/core/dialog/keyFacts";
import { ListReader } from "../../../../../src/core/reads/listReader";
import { Pins } from "../../../../../src/core/sessions/pins";
import type {
  DialogNode,
  ListNode,
  Notice,
  Section,
  TreeNode,
} from "../../../../../src/core/sidebar/treeNode";
import { DialogHistory } from "../../../../../src/core/sessions/history";
import type { DialogKindWord } from "../../../../../src/core/dialog/dialogKind";
import type { PortalRecord } from "../../../../../src/core/portal/portalRecord";
import { Portals } from "../../../../../src/core/portal/portals";
import { settled } from "../../../support/fakeClock";
import { fixedParts, MemorySecrets, MemoryState } from "../../../support/stores";
import { sentinel, webhookIn } from "../../../support/webhooks";
import { FakePortal } from "./fakePortal";
import { northwind } from "./northwind";

/** The browser with real stores, lists and reader; only the portal is made up. */
export class BrowserBench {
  readonly portal = new FakePortal(northwind());
  readonly state = new MemoryState();
  readonly secrets = new MemorySecrets();
  readonly portals: Portals;
  readonly history = new DialogHistory(this.state);
  readonly pins = new Pins(this.state);
  readonly memory = new DialogMemory();
  readonly browser: DialogBrowser;
  /** The ids of the nodes that changed, in order; "" for everything. */
  readonly fired: string[] = [];
  private added = 0;

  constructor() {
    this.portals = new Portals(
      this.state,
      this.secrets,
      fixedParts(() => `p${++this.added}`),
    );
    const { portals, history, pins, memory } = this;
    const reader = new ListReader(this.portal, portals);
    this.browser = new DialogBrowser({ portals, history, pins, memory, reader, titles: reader });
    this.browser.onDidChange((nodes) => {
      this.fired.push(...(nodes === undefined ? [""] : nodes.map(({ id }) => id)));
    });
  }

  /**
   * Adds a portal on an address of its own.
   * @param scopes that its webhook is granted; `unchecked`: nobody asked yet
   */
  async addPortal(
    scopes: readonly string[] | "unchecked" = ["im", "imbot"],
    userId = "1",
  ): Promise<PortalRecord> {
    const address = `https://p${this.added + 1}.example/rest/${userId}/${sentinel}/`;
    const access =
      scopes === "unchecked" ? undefined : { userId, userName: "", isAdmin: true, scopes };
    const added = await this.portals.add({
      webhook: webhookIn(address),
      name: "Northwind",
      access,
    });
    assert.ok(added.ok);
    return added.value;
  }

  async inspected(
    dialogId: string,
    kind: DialogKindWord | undefined = "chat",
    portalId = "p1",
  ): Promise<void> {
    await this.history.add({ portalId, dialogId, kind, inspectedAtMs: 0 });
  }

  async pinned(...dialogIds: readonly string[]): Promise<void> {
    await this.pins.add(dialogIds.map((dialogId) => ({ portalId: "p1", dialogId })));
  }

  /** The children of a place, after what they had to load has come. */
  async open(node?: TreeNode): Promise<readonly TreeNode[]> {
    this.browser.children(node);
    await settled();
    return this.browser.children(node);
  }

  async section(
    section: Section,
    portalId = "p1",
  ): Promise<Extract<TreeNode, { type: "section" }>> {
    const portals = await this.open();
    const portal = portals.find((node) => node.type === "portal" && node.portalId === portalId);
    assert.ok(portal !== undefined, `there is no portal ${portalId}`);
    const found = this.browser
      .children(portal)
      .find((node) => node.type === "section" && node.section === section);
    assert.ok(found?.type === "section");
    return found;
  }

  /** A dialog where a section lists it. */
  async dialog(section: Section, dialogId: string, portalId = "p1"): Promise<DialogNode> {
    const listed = await this.open(await this.section(section, portalId));
    const found = listed.find((node) => node.type === "dialog" && node.dialogId === dialogId);
    assert.ok(found?.type === "dialog", `${dialogId} is not listed`);
    return found;
  }

  /** The tree as lines of text, to the depth given; what is opened loads. */
  async outline(node?: TreeNode, depth = 9, indent = ""): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const child of await this.open(node)) {
      lines.push(indent + this.line(child));
      if (depth > 1) lines.push(...(await this.outline(child, depth - 1, `${indent}  `)));
    }
    return lines;
  }

  /** What the rows of a list say, whether or not they are folded. */
  async rowsOf(node: ListNode): Promise<readonly string[]> {
    await this.open(node);
    return this.browser.rowsOf(node).map((row) => this.line(row));
  }

  private line(node: TreeNode): string {
    const { browser } = this;
    switch (node.type) {
      case "portal":
        return `${browser.portalOf(node.portalId)?.name ?? ""}${browser.isActive(node.portalId) ? ", active" : ""}`;
      case "section":
        return node.section;
      case "dialog": {
        const { title, kind, unread, role } = browser.summaryOf(node);
        const facts = [title, kind?.word, role, unread, browser.isPinned(node) ? "pin" : undefined];
        return `${node.dialogId}: ${facts.filter((fact) => fact !== undefined).join(", ")}`;
      }
      case "bot":
        return `bot ${node.botId}: ${browser.botOf(node)?.name ?? ""}`;
      case "fact":
        return `${node.path} = ${factLine(browser.factOf(node))}`;
      case "members":
        return "members";
      case "person":
        return `${node.userId}: ${browser.personOf(node)?.name ?? ""}`;
      case "range":
        return `from ${node.first}`;
      case "loadMore":
        return `more than ${browser.loadedOf(node.parent).shown}`;
      case "notice":
        return noticeLine(browser.noticeOf(node));
    }
  }
}

function factLine(fact: KeyFact | undefined): string {
  return fact?.kind === "bound"
    ? `${fact.fact.name} ${JSON.stringify(fact.fact.value)}`
    : JSON.stringify(fact?.field.wire);
}

function noticeLine(notice: Notice): string {
  switch (notice.kind) {
    case "nothingMatches":
      return `(nothing of ${notice.loaded} matches)`;
    case "scopeMissing":
      return `(scope ${notice.scope} is missing)`;
    case "failed": {
      const { error } = notice.failure;
      return `(failed: ${error.kind === "refused" ? error.code : error.kind})`;
    }
    case "loading":
    case "empty":
    case "webhookNeeded":
    case "inspectFirst":
      return `(${notice.kind})`;
  }
}
