import assert from "node:assert/strict";
import { diagnosed } from "../../src/core/diagnosis/diagnose";
import { parseExactDialogId } from "../../src/core/dialog/dialogId";
import { ownerViewer } from "../../src/core/dialog/viewer";
import { demoOrigin, demoWebhook } from "../../src/core/portal/demoAddress";
import { readMethods, type ReadMethod } from "../../src/core/portal/readMethods";
import type { Transport, TransportReply, TransportRequest } from "../../src/core/portal/transport";
import { success } from "../../src/core/base/result";
import type { AccessReading } from "../../src/core/reads/accessReader";
import type { DialogReading } from "../../src/core/reads/dialogReader";
import { CauseFinder } from "../../src/core/sessions/causeFinder";
import { DialogPeople } from "../../src/core/sessions/dialogPeople";
import type { SessionState } from "../../src/core/sessions/dialogSession";
import { DemoPortal } from "../../src/demo/demoPortal";
import { accessView } from "../../src/panel/view/accessView";
import { markdownOf, reportOf } from "../../src/panel/view/markdown";
import type { MessageReading } from "../../src/core/reads/messageReader";
import type { KnownMessages } from "../../src/panel/view/talkView";
import { readingOf } from "../unit/support/readings";
import { tabTitleOf } from "../../src/panel/view/headerView";
import type { PanelSubject } from "../../src/panel/view/panelSubject";
import { panelView } from "../../src/panel/view/panelView";
import { contextOf, explain } from "../../src/text/explain";
import { BrowseBench } from "../portal/browse/support/browseBench";
import { productReads } from "../portal/matrix/productReads";
import { Chance } from "./support/chance";
import { mutated } from "./support/mutator";

const replies = 100_000;
const seed = 20_261_125;
const secret = "demo0secret0demo";
/** How portals and proxies repeat the address of a call. */
const echoes = [demoWebhook, demoWebhook.replaceAll("/", "\\/"), encodeURIComponent(demoWebhook)];

/** The demo portal, whose replies are damaged on the way. */
class DamagingTransport implements Transport {
  readonly chance = new Chance(seed);
  /** Absent: replies come as they are. */
  isDamaging = false;
  sent = 0;
  last = "";
  private readonly portal = new DemoPortal(demoOrigin, () => Date.parse("2026-03-16T18:06:00Z"));
  private readonly recorded = new Map<string, TransportReply>();

  send({ url, body }: TransportRequest): Promise<ReturnType<typeof success<TransportReply>>> {
    const path = new URL(url).pathname;
    const asked = body.replace(/"DIALOG_ID":"chat\d+"/, () => `"DIALOG_ID":"${this.anyDialog()}"`);
    const key = `${path} ${asked}`;
    const reply = this.recorded.get(key) ?? this.portal.answer({ path, body: asked });
    this.recorded.set(key, reply);
    if (!this.isDamaging) return Promise.resolve(success(reply));
    this.sent += 1;
    this.last = mutated(reply.body, this.chance, echoes);
    return Promise.resolve(success({ ...reply, body: this.last }));
  }

  /** One of each kind. */
  private anyDialog(): string {
    const ids = ["chat29", "chat210", "chat211", "chat220", "chat230", "chat405", "chat12", "5"];
    return this.isDamaging ? this.chance.oneOf(ids) : "chat29";
  }
}

/** Characters that turn text around or are not seen, and what a value looks like that was no text. */
const unshowable = /[\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\[object Object\]/;
/** What is copied or opened as it came, and what is not shown. */
const unseen: ReadonlySet<string> = new Set(["raw", "key", "row"]);

/** Every text of a view may be shown, and has no secret in it. */
function assertShowable(view: unknown, path = "", isSeen = true): void {
  if (typeof view === "string") {
    assert.ok(!view.includes(secret), `the secret is in ${path}`);
    if (isSeen && unshowable.test(view)) assert.fail(`${path}: ${view.slice(0, 300)}`);
  } else if (typeof view === "object" && view !== null) {
    for (const [key, value] of Object.entries(view)) {
      assertShowable(value, `${path}.${key}`, isSeen && !unseen.has(key));
    }
  }
}

const messageMethods: ReadonlySet<ReadMethod> = new Set<ReadMethod>([
  "im.dialog.messages.get",
  "imbot.v2.Chat.Message.getContext",
  "imopenlines.session.history.get",
]);

describe("Damaged replies", () => {
  it(`never break the product: ${replies} of them, from the reply to the text`, async function () {
    this.timeout(400_000);
    const transport = new DamagingTransport();
    const bench = await BrowseBench.start(demoWebhook, {
      transport,
      bucket: { capacity: 1_000_000, leakPerSecond: 1_000_000 },
      scopes: ["im", "imbot", "imopenlines"],
    });
    const { record } = bench;
    const ref = parseExactDialogId("chat29");
    assert.ok(ref !== undefined);
    const dialogView = (state: SessionState, messages?: KnownMessages): void => {
      const people = new DialogPeople(ref, bench.reader, () => record);
      const probes = new CauseFinder(ref, {
        portal: () => record,
        reader: bench.reader,
        bots: { read: () => Promise.reject(new Error("nobody asks")) },
        agrees: () => Promise.resolve(true),
      });
      const subject: PanelSubject = {
        ref,
        portal: record,
        isActivePortal: true,
        linkHost: undefined,
        isDemo: true,
        hasPictures: true,
        isPinned: false,
        bots: undefined,
        state,
        readAs: ownerViewer,
        probes,
        people,
        messages,
        knownTitle: "",
      };
      const view = panelView(subject);
      assertShowable(view);
      assertShowable([tabTitleOf(subject), markdownOf(view), reportOf(view)]);
      people.dispose();
      probes.dispose();
    };
    const show = (method: ReadMethod, value: unknown): void => {
      if (method.endsWith(".dialog.get") || method === "imbot.v2.Chat.get") {
        dialogView({ phase: "read", reading: value as DialogReading });
      } else if (messageMethods.has(method)) {
        const { messages, people, hasOlder, hasNewer, exchange } = value as MessageReading;
        const kept = { messages, hasOlder, hasNewer, exchange, failure: undefined } as const;
        dialogView(
          { phase: "read", reading: readingOf("Pilot") },
          {
            state: { phase: "idle", load: "latest", ...kept },
            isBehind: false,
            personOf: (userId) => people.get(userId),
          },
        );
      } else if (method === "batch") {
        const reading = value as AccessReading;
        assertShowable(accessView({ portal: record, state: { phase: "read", reading } }));
      } else assert.ok(!JSON.stringify([value]).includes(secret), "the secret came out");
    };

    // These travel with the others of one batch.
    const parts = new Set<string>([
      "method.get",
      "app.info",
      "im.revision.get",
      "imbot.v2.Revision.get",
    ]);
    const all = Object.keys(readMethods) as readonly ReadMethod[];
    const methods = all.filter((method) => !parts.has(method));
    const signal = new AbortController().signal;
    transport.isDamaging = true;
    let refused = 0;
    for (let round = 0; transport.sent < replies; round += 1) {
      const method = methods[round % methods.length] ?? "profile";
      try {
        const outcome = await bench.time.run(productReads[method].run(bench, signal));
        if (outcome.ok && round % 3 === 0) show(method, outcome.value);
        if (!outcome.ok) {
          refused += 1;
          const failure = diagnosed(outcome.error);
          assert.ok(failure !== undefined);
          assert.notEqual(failure.error.kind, "extensionFault");
          assertShowable(explain(contextOf(record, failure), "line"));
          if (round % 4 === 0) {
            dialogView({ phase: "failed", failure, viewer: ownerViewer, previous: undefined });
          }
        }
      } catch (error) {
        throw new Error(`${method}, reply ${transport.sent}: ${transport.last.slice(0, 300)}`, {
          cause: error,
        });
      }
    }
    assert.equal(Object.hasOwn(Object.prototype, "isAdmin"), false);
    // Neither all that is damaged is refused, nor is all of it believed.
    assert.ok(refused > replies / 20 && refused < replies / 1.2, `${refused} were refused`);
  });
});
