import assert from "node:assert/strict";
import { success } from "../../../../src/core/base/result";
import { settled } from "../../support/fakeClock";
import { readingOf } from "../../support/readings";
import { ProbeBench, cancelled, pageOf, record, refusal, stateOf } from "./support/probeBench";

const helper = { botId: 456, name: "Helper" };
const echo = { botId: 41, name: "Echo" };

describe("The tests that are offered", () => {
  const idsFor = (dialogId: string, bench = new ProbeBench()) =>
    bench.tests(dialogId).offered.map(({ id }) => id);

  it("are those that fit the form of the id", () => {
    assert.deepEqual(idsFor("chat77"), ["recentDialogs"]);
    assert.deepEqual(idsFor("77"), ["asChat", "recentDialogs"]);
    assert.deepEqual(idsFor("sg7"), []);
    assert.deepEqual(idsFor("crm|DEAL|7"), []);
  });

  it("have one for each bot that is known, also for one that comes later", () => {
    const bench = new ProbeBench();
    const tests = bench.tests("chat77");
    assert.ok(tests.wantsBot);
    bench.bots = [helper, echo];
    assert.deepEqual(
      tests.offered.map(({ id }) => id),
      ["recentDialogs", "bot/456", "bot/41"],
    );
    assert.ok(!tests.wantsBot);
  });

  it("want a bot where one could tell", () => {
    assert.ok(new ProbeBench().tests("chat77").wantsBot);
    assert.ok(!new ProbeBench().tests("sg7").wantsBot);
  });

  it("name the scope that the webhook is known to lack, and are not run without it", async () => {
    const bench = new ProbeBench();
    bench.portal = { ...record, scopes: ["imbot"] };
    const tests = bench.tests("chat77");
    assert.deepEqual(
      tests.offered.map(({ missingScope }) => missingScope),
      ["im"],
    );
    await tests.run("recentDialogs");
    assert.deepEqual(bench.pages, []);
    bench.portal = { ...record, scopes: undefined };
    assert.equal(tests.offered[0]?.missingScope, undefined);
  });
});

describe("A test", () => {
  it("reads the chat of a bare number, and says what it is called", async () => {
    const bench = new ProbeBench();
    const tests = bench.tests("77");
    const done = tests.run("asChat");
    assert.deepEqual(stateOf(tests, "asChat"), { phase: "running" });
    assert.equal(bench.reads[0]?.about, "chat77");
    bench.reads[0].answer(success(readingOf("Fleet")));
    await done;
    const finding = { kind: "readable", dialogId: "chat77", title: "Fleet" };
    assert.deepEqual(stateOf(tests, "asChat"), { phase: "done", finding });
    assert.deepEqual(tests.conclusion, { kind: "chatWasMeant", dialogId: "chat77" });
    assert.equal(bench.changes, 2);
  });

  it("looks with the eyes of the bot that was chosen, for a chat and never for a person", async () => {
    const bench = new ProbeBench();
    bench.bots = [helper, echo];
    const tests = bench.tests("77");
    const done = tests.run("bot/41");
    await settled();
    assert.deepEqual(bench.questions, ["41 chat77"]);
    assert.equal(bench.botReads[0]?.about, "41 chat77");
    bench.botReads[0].answer(refusal("ACCESS_DENIED", "imbot.v2.Chat.get"));
    await done;
    assert.deepEqual(tests.conclusion, { kind: "existsWithoutOwner", dialogId: "chat77" });
    assert.deepEqual(stateOf(tests, "bot/456"), { phase: "ready" });
  });

  it("asks no bot that was not agreed to, and runs everything else", async () => {
    const bench = new ProbeBench();
    bench.bots = [helper, echo];
    bench.isAgreed = false;
    const tests = bench.tests("chat77");
    const done = tests.runAll();
    await settled();
    assert.deepEqual(bench.questions, ["456 chat77", "41 chat77"]);
    assert.deepEqual(bench.botReads, []);
    bench.pages[0]?.answer(refusal("ACCESS_ERROR"));
    await done;
    assert.deepEqual(stateOf(tests, "bot/456"), { phase: "ready" });
    assert.equal(stateOf(tests, "recentDialogs").phase, "done");
  });

  it("runs once however often it is asked for, and again when it is over", async () => {
    const bench = new ProbeBench();
    const tests = bench.tests("77");
    const done = tests.run("asChat");
    await tests.run("asChat");
    assert.equal(bench.reads.length, 1);
    bench.reads[0]?.answer(refusal("ACCESS_ERROR"));
    await done;
    void tests.run("asChat");
    assert.equal(bench.reads.length, 2);
  });

  it("that is given up is ready again, and has found nothing", async () => {
    const bench = new ProbeBench();
    const tests = bench.tests("77");
    const done = tests.run("asChat");
    tests.cancel("asChat");
    assert.equal(bench.reads[0]?.signal.aborted, true);
    bench.reads[0].answer(cancelled);
    await done;
    assert.deepEqual(stateOf(tests, "asChat"), { phase: "ready" });
    assert.equal(tests.conclusion, undefined);
  });

  it("of another name, or of a portal that was removed, does nothing", async () => {
    const bench = new ProbeBench();
    const tests = bench.tests("77");
    await tests.run("bot/5");
    await tests.run("__proto__");
    tests.cancel("bot/5");
    assert.equal(bench.changes, 0);
    bench.portal = undefined;
    await tests.run("asChat");
    assert.deepEqual(stateOf(tests, "asChat"), { phase: "ready" });
    assert.deepEqual(bench.reads, []);
  });
});

describe("A new read of the dialog", () => {
  it("forgets what was found, and what is still looked for", async () => {
    const bench = new ProbeBench();
    const tests = bench.tests("77");
    const done = tests.run("asChat");
    bench.reads[0]?.answer(refusal("ACCESS_ERROR"));
    await done;
    const late = tests.run("recentDialogs");
    tests.reset();
    assert.equal(bench.pages[0]?.signal.aborted, true);
    const { changes } = bench;
    bench.pages[0].answer(pageOf(["77"]));
    await late;
    assert.equal(bench.changes, changes);
    for (const id of ["asChat", "recentDialogs"]) {
      assert.deepEqual(stateOf(tests, id), { phase: "ready" });
    }
  });
});

describe("Looking among the recent dialogs", () => {
  async function look(
    dialogId: string,
    ...pages: ReturnType<typeof pageOf>[]
  ): Promise<{ asked: string[]; finding: unknown; conclusion: unknown }> {
    const bench = new ProbeBench();
    const tests = bench.tests(dialogId);
    const done = tests.run("recentDialogs");
    for (const page of pages) {
      await settled();
      bench.pages.at(-1)?.answer(page);
    }
    await done;
    const state = stateOf(tests, "recentDialogs");
    return {
      asked: bench.pages.map(({ about }) => about),
      finding: state.phase === "done" ? state.finding : undefined,
      conclusion: tests.conclusion,
    };
  }

  it("stops at the page with the dialog", async () => {
    const { asked, finding, conclusion } = await look(
      "chat77",
      pageOf(["chat1", "5"], 200),
      pageOf(["chat77"], 400),
    );
    assert.deepEqual(asked, ["0 200", "200 200"]);
    assert.deepEqual(finding, { kind: "listed", dialogId: "chat77", title: "Title of chat77" });
    assert.deepEqual(conclusion, { kind: "contradiction" });
  });

  it("finds the chat of a bare number too", async () => {
    const { finding, conclusion } = await look("77", pageOf(["7", "chat77"]));
    assert.deepEqual(finding, { kind: "listed", dialogId: "chat77", title: "Title of chat77" });
    assert.deepEqual(conclusion, { kind: "chatWasMeant", dialogId: "chat77" });
  });

  it("counts each dialog once, and says that there are no more", async () => {
    const { finding, conclusion } = await look(
      "chat77",
      pageOf(["chat1", "chat2"], 200),
      pageOf(["chat2", "chat3", "chat777"]),
    );
    assert.deepEqual(finding, { kind: "notListed", count: 4, isAll: true });
    assert.deepEqual(conclusion, { kind: "undecided" });
  });

  it("ends after a thousand", async () => {
    const pages = [200, 400, 600, 800, 1_000].map((next) => pageOf([`chat${next}`], next));
    const { asked, finding } = await look("chat77", ...pages);
    assert.equal(asked.length, 5);
    assert.deepEqual(finding, { kind: "notListed", count: 5, isAll: false });
  });

  it("ends where a portal offers the same page again", async () => {
    const { asked } = await look("chat77", pageOf(["chat1"], 200), pageOf(["chat1"], 200));
    assert.equal(asked.length, 2);
  });

  it("has learned nothing when a page fails", async () => {
    const { finding, conclusion } = await look(
      "chat77",
      pageOf(["chat1"], 200),
      refusal("insufficient_scope", "im.recent.list"),
    );
    assert.equal((finding as { kind: string }).kind, "inconclusive");
    assert.equal(conclusion, undefined);
  });
});
